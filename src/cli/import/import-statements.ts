import type { Command } from 'commander';
import { membersOf } from '../../domain/vocabulary.js';
import type { SourceRecord } from '../../exchange/format/records.js';
import { mergeReportLines } from '../../exchange/import/merging/merge-report.js';
import { LOOK_UP, withStubs } from '../../exchange/import/resolution/decision-stubs.js';
import { RULES } from '../../exchange/import/resolution/outcome.js';
import { someLines } from '../../exchange/import/some-lines.js';
import type { Statement } from '../../exchange/import/statement.js';
import { type ImportedStatements, importStatements } from '../../exchange/import/statements/import-statements.js';
import { type NamedAs, namedAsLine } from '../../exchange/import/statements/party-report.js';
import type { OnReject } from '../../exchange/reject.js';
import { DecisionsFile } from './decisions-file.js';
import type { Assembled, Importer, ImportOptions } from './run-import.js';

/** What every import of statements takes beside what all imports take. */
export interface StatementOptions extends ImportOptions {
  readonly decisions?: string;
}

export const PLACES_HELP = `
Which place a party is, is found by codes, then by its exact name in its country, province and level, then by a name that
is very like it. What is not certain is never guessed: the row is left out with the candidates, and with --decisions a
question is put into that file, to be answered and kept. A party that no place is like becomes a new place where its
country and level are told.`;

export function withDecisions(command: Command): Command {
  return command
    .option('--decisions <file>', 'YAML file of what people decided of parties; open questions go into it, with --dry-run too')
    .addHelpText('after', PLACES_HELP);
}

/** Something that is told of several rows at once. */
export interface ToldOfRows {
  /** Its name in the report as JSON. */
  readonly name: string;
  /** How it goes on after “12 rows”. */
  readonly what: string;
  readonly lines: readonly number[];
}

/** What an import of statements goes through. */
export interface Told {
  readonly statements: (onReject: OnReject) => AsyncIterable<Statement>;
  readonly source: (dataSet: string, tool: string) => SourceRecord;
  readonly settings: string;
  /** What is told of rows beside what becomes of them, once the statements were gone through. */
  readonly ofRows?: () => readonly ToldOfRows[];
  readonly confidence: 'HIGH' | 'MEDIUM' | 'LOW' | null;
}

/** An importer of statements from what tells them, which is asked once the graph is open. */
export function statementImporter(
  { dataSet, inputs }: Pick<Importer, 'dataSet' | 'inputs'>,
  { decisions: file, dryRun = false }: StatementOptions,
  tell: () => Told | Promise<Told>,
): Importer {
  return {
    dataSet,
    inputs: file === undefined ? inputs : [...inputs, file],
    assemble: async (graph, { dataSet: name, tool, onReject }): Promise<Assembled> => {
      const { source, ofRows = () => [], ...rest } = await tell();
      // Read as late as can be: people may be at it while a service is asked.
      const decisions = file === undefined ? null : await DecisionsFile.open(file);
      const imported = await importStatements(graph, { ...rest, dataSet: name, source: source(name, tool), decisions, onReject });
      const { version, total, parties, created, merged, findings, known } = imported;
      return {
        version,
        total,
        report: {
          lines: [
            ...(known.all.length === 0 ? [NO_PLACES] : []),
            ...ofRows().flatMap(rowsLine),
            ...partyLines(imported, { all: dryRun }),
            ...mergeReportLines(merged, { all: dryRun }),
          ],
          data: {
            ...Object.fromEntries(ofRows().map(({ name, lines }) => [name, lines])),
            parties,
            newPlaces: created,
            agreements: { ...merged, created: Object.fromEntries(merged.created) },
          },
        },
        ask: async () => {
          if (decisions === null)
            return parties.asked.length === 0 ? [] : ['what has to be decided is asked in a file with --decisions FILE'];
          await decisions.change(withStubs(decisions.file, decisions.text, findings, known));
          const asked = parties.asked.length;
          return asked === 0
            ? []
            : [
                `what has to be decided is asked in ${decisions.file}`,
                `  an answer has place, by and on; the key of a place is found by ${LOOK_UP}`,
              ];
        },
      };
    },
  };
}

/** As after `kembar migrate` on an empty store. */
const NO_PLACES =
  'the graph has no places yet, not even countries: start the server once, which loads the data that ships, and import again';

/** How many rows are named of those of which the same is told. */
const SOME_ROWS = 20;

function rowsLine({ what, lines }: ToldOfRows): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > SOME_ROWS ? ` and ${lines.length - SOME_ROWS} more` : '';
  return [`${lines.length} rows ${what} (${lines.slice(0, SOME_ROWS).join(', ')}${more})`];
}

/** Which party became which place, by the rule that tells. */
function partyLines(
  { parties: { found, named, asked, leftOut, statementsLeftOut }, created }: ImportedStatements,
  { all }: { readonly all: boolean },
): string[] {
  const total = Object.values(found).reduce((sum, count) => sum + count, 0);
  const asLines = (how: NamedAs['how']) => someLines(named.filter((one) => one.how === how).map(namedAsLine), all);
  return [
    `parties: ${total + created.length + asked.length + leftOut} different ones`,
    `  ${total} are places in the graph${total > 0 ? ', found by' : ''}`,
    ...membersOf(RULES).flatMap((rule) => {
      const count = found[RULES[rule]] ?? 0;
      return count === 0 ? [] : [`    ${String(count).padStart(6)}  ${RULES[rule]}`, ...asLines(rule)];
    }),
    `  ${created.length} are places that nothing else in the graph has`,
    ...someLines(created, all),
    `  ${asked.length} have to be decided`,
    ...someLines(asked, all),
    ...(leftOut > 0 ? [`  ${leftOut} were decided to be left out, and with them ${statementsLeftOut} rows`] : []),
  ];
}
