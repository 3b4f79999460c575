import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { SOFTWARE } from '../../api/files/software.js';
import { BadInputError } from '../../domain/errors.js';
import { type ImportedFile, importSource } from '../../exchange/import/import-source.js';
import type { Statement } from '../../exchange/import/statement.js';
import { askTwinnings } from '../../exchange/import/wikidata/ask-twinnings.js';
import { QueryService, WIKIDATA_ENDPOINT } from '../../exchange/import/wikidata/query-service.js';
import { readResults } from '../../exchange/import/wikidata/read-results.js';
import type { OnReject } from '../../exchange/reject.js';
import { sha256Of, whileUnchanged } from '../../exchange/unchanged-file.js';
import { progressOf } from '../terminal/progress.js';
import { type StatementOptions, statementImporter, withDecisions } from './import-statements.js';
import { importCommand, runImport } from './run-import.js';

interface Options extends StatementOptions {
  readonly country?: string;
  readonly contact?: string;
  readonly endpoint: string;
  readonly askedOn?: string;
}

const HELP = `
Either files of results that were downloaded from query.wikidata.org (JSON or CSV; the query that gives them is in
src/exchange/import/wikidata/queries), or --country, for which the service is asked now: one request at a time, waiting
as long as the service asks for. It wants to know who asks, so --contact is needed then.

  kembar import wikidata --country ID --contact me@example.org --dry-run`;

/** `kembar import wikidata`: puts twinnings (P190) as Wikidata states them into the graph. */
export function importWikidataCommand(print: (line: string) => void): Command {
  const command = importCommand('wikidata', 'Put twinnings as Wikidata states them into the graph, from files or from the service itself.')
    .argument('[file...]', 'SPARQL results: .json, .srj or .csv')
    .option('--country <code>', 'ask the service for the twinnings of a country, by its code of ISO 3166-1, such as ID')
    .option('--contact <address>', 'an email or web address of yours, which is told to the service')
    .option('--endpoint <address>', 'another SPARQL service with the data of Wikidata', WIKIDATA_ENDPOINT)
    .option('--asked-on <day>', 'the day on which the files were downloaded, such as 2026-03-31');
  return withDecisions(command)
    .addHelpText('after', HELP)
    .action(async (files: string[], options: Options) => {
      const { country, askedOn } = options;
      const read = country === undefined ? fromFiles(files, options) : fromService(country, files, options);
      const dataSet = country === undefined ? 'wikidata' : `wikidata-${country.toLowerCase()}`;
      const importer = statementImporter({ dataSet, inputs: files }, options, async () => {
        const { files: given, statements } = await read();
        return {
          statements,
          source: (name, tool) => importSource(name, { tool, at: new Date(), files: given, told: { ...WIKIDATA, published: askedOn } }),
          settings: JSON.stringify({ wikidata: askedOn }),
          confidence: 'LOW',
        };
      });
      await runImport(importer, options, print);
    });
}

const WIKIDATA = {
  title: 'Wikidata: twinned administrative bodies (P190)',
  publisher: 'Wikidata',
  language: 'mul',
  url: 'https://www.wikidata.org',
  licence: 'CC0 1.0',
};

interface Read {
  readonly files: readonly ImportedFile[];
  readonly statements: (onReject: OnReject) => AsyncIterable<Statement>;
}

function fromFiles(files: readonly string[], { askedOn = null }: { readonly askedOn?: string | null }): () => Promise<Read> {
  if (files.length === 0) throw new BadInputError('name files of results, or a country with --country');
  if (askedOn !== null && !/^\d{4}-\d\d-\d\d$/.test(askedOn))
    throw new BadInputError(`--asked-on "${askedOn}" is no day, such as 2026-03-31`);
  return async () => {
    const hashed = await Promise.all(files.map(async (name) => ({ name, sha256: await sha256Of(name) })));
    async function* statements(onReject: OnReject) {
      for (const { name, sha256 } of hashed) yield* whileUnchanged(name, sha256, readResults({ file: name, askedOn, onReject }));
    }
    return { files: hashed, statements };
  };
}

function fromService(country: string, files: readonly string[], { contact, endpoint }: Options): () => Promise<Read> {
  if (files.length > 0) throw new BadInputError('name files of results or a country, not both');
  if (contact === undefined) throw new BadInputError('--country needs --contact, an email or web address that is told to the service');
  return () => askedOf(endpoint, { country, contact });
}

/** The answers are kept, since statements are gone through twice and the service is asked once. */
async function askedOf(endpoint: string, { country, contact }: { readonly country: string; readonly contact: string }): Promise<Read> {
  const software = SOFTWARE.replace(' ', '/');
  const service = new QueryService({ software, contact, endpoint });
  const progress = progressOf('places asked', null);
  const kept: Statement[] = [];
  const rejects: Parameters<OnReject>[0][] = [];
  try {
    const asking = {
      country,
      askedOn: new Date().toISOString().slice(0, 10),
      onReject: (reject: Parameters<OnReject>[0]) => rejects.push(reject),
    };
    for await (const statement of askTwinnings(service, { ...asking, onProgress: ({ asked }) => progress.update(asked) }))
      kept.push(statement);
  } finally {
    progress.stop();
  }
  const sha256 = createHash('sha256').update(JSON.stringify(kept)).digest('hex');
  async function* statements(onReject: OnReject) {
    for (const reject of rejects) onReject(reject);
    yield* kept;
  }
  return { files: [{ name: endpoint, sha256 }], statements };
}
