import { ascending, group } from 'd3-array';
import type { Confidence } from '../../../domain/vocabulary.js';
import type { TypedRecord } from '../../dataset/to-records.js';
import type { AgreementRecord, PlaceRecord, SourceRecord } from '../../format/records.js';
import { type OnReject, shownValue } from '../../reject.js';
import { agreementDetail } from './agreement-detail.js';
import { joinedBy } from './agreement-kind.js';
import { citedSources } from './cited-sources.js';
import { EnclosingPlaces } from './enclosing-places.js';
import { AgreementsByPair, type KnownOnes, knownFor, knownOnes } from './known-agreements.js';
import type { MergeReport } from './merge-report.js';
import type { MergingGround } from './merging-ground.js';
import { newAgreement } from './new-agreement.js';
import type { ResolvedStatement } from './resolved-statement.js';
import { byWeight, type Said } from './said.js';
import { Sectors } from './sectors.js';
import { type StatementGroup, StatementGroups } from './statement-groups.js';

export interface Merging {
  /** The source that the import is itself, for rows that name none. */
  readonly source: SourceRecord;
  /** How far rows can be relied upon that do not say so themselves. */
  readonly confidence: Confidence | null;
  readonly ground: MergingGround;
  /** Filled while records are made. */
  readonly report: MergeReport;
  readonly onReject: OnReject;
}

/** How many sets of parties the ground is asked about at once. */
const PART = 200;

/**
 * Makes records of what statements say: sources and sectors first, then one agreement for all that is said of it, or, where
 * the graph has the agreement already, what is added to it. docs/decisions/0012 has the rules. All statements are read
 * before the first record is made; their order makes no difference, neither to the records nor to their order.
 */
export async function* mergeStatements(
  statements: AsyncIterable<ResolvedStatement> | Iterable<ResolvedStatement>,
  { source, confidence, ground, report, onReject }: Merging,
): AsyncGenerator<TypedRecord> {
  const groups = new StatementGroups({ confidence, report, onReject });
  for await (const statement of statements) groups.add(statement);

  const sources = await citedSources(groups, source, ground);
  for (const record of sources.created) yield { type: 'sources', record };
  const sectors = new Sectors(await ground.sectors(), groups.sectors);
  for (const record of sectors.created) {
    report.newSectors.push(`${record.name.en} (${record.key})`);
    yield { type: 'sectors', record };
  }

  /** Known agreements of more parties, to which several groups may add. */
  const larger = new Map<string, { readonly known: AgreementRecord; readonly said: Said[] }>();
  const sorted = groups.sorted();
  for (let at = 0; at < sorted.length; at += PART) {
    const part = sorted.slice(at, at + PART);
    const places = await enclosing(part, ground);
    const known = new AgreementsByPair(await ground.agreementsJoining(part.flatMap(({ parties }) => pairsToAsk(parties, places))));
    for (const { parties, said } of part) {
      const keys = parties.map(({ key }) => key);
      const joining = known.joining(keys);
      const weighed = said.map((one) => ({ ...one, source: sources.keys.get(one.source) ?? source.key })).sort(byWeight);
      for (const [joins, some] of sortedGroups(weighed, ({ kind }) => joinedBy(kind, parties))) {
        const ones = knownOnes(joining, parties, joins);
        for (const { agreement, said: about } of byAgreement(some, ones)) {
          if (agreement !== null && agreement.parties.length > parties.length) {
            const before = larger.get(agreement.key) ?? { known: agreement, said: [] };
            before.said.push(...about);
            larger.set(agreement.key, before);
            continue;
          }
          report.repeated += about.length - 1;
          if (agreement !== null) {
            yield { type: 'agreementDetails', record: agreementDetail(agreement, about, sectors, report) };
            continue;
          }
          const record = newAgreement(
            { parties, said: about, isDomestic: places.areOfOneCountry(parties), taken: new Set(joining.map(({ key }) => key)), sectors },
            report,
          );
          if (record === null) {
            report.repeated -= about.length - 1;
            report.leftOut += about.length;
            for (const one of about) onReject({ ...onlyCooperation(one, parties) });
            continue;
          }
          const perhaps = ones.larger[0] ?? (joins === null ? likely(parties, places, known) : undefined);
          if (perhaps !== undefined) {
            report.doubtful.push(`${parties.map(({ name }) => name).join(' – ')} (${record.key}): perhaps ${perhaps.key}`);
          }
          yield { type: 'agreements', record };
        }
      }
    }
  }
  for (const [, { known, said }] of [...larger].sort(([one], [other]) => ascending(one, other))) {
    report.repeated += said.length - 1;
    yield { type: 'agreementDetails', record: agreementDetail(known, said.sort(byWeight), sectors, report) };
  }
}

/** What is said, by the agreement that it is about; null: none that is known. */
function byAgreement(said: readonly Said[], ones: KnownOnes): { agreement: AgreementRecord | null; said: Said[] }[] {
  const isDated = said.some(({ steps }) => steps.some(({ date }) => date !== null));
  const agreements = new Map([...ones.same, ...ones.larger].map((one) => [one.key, one]));
  return sortedGroups(said, (one) => knownFor(one, ones, isDated)?.key ?? null).map(([key, some]) => ({
    agreement: key === null ? null : (agreements.get(key) ?? null),
    said: some,
  }));
}

function sortedGroups<T, K extends string | null>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  return [...group(items, keyOf)].sort(([one], [other]) => ascending(one ?? '', other ?? ''));
}

async function enclosing(groups: readonly StatementGroup[], ground: MergingGround): Promise<EnclosingPlaces> {
  const parties = groups.flatMap((one) => one.parties);
  const above = [...new Set(parties.flatMap(({ partOf }) => partOf ?? []))];
  return new EnclosingPlaces([...(await ground.places(above)), ...parties]);
}

/** The pairs that tell all known agreements of some parties, and, where these are two, those of the places around them. */
function pairsToAsk(parties: readonly PlaceRecord[], places: EnclosingPlaces): [string, string][] {
  const [a, b] = parties;
  if (a === undefined || b === undefined) return [];
  return [[a.key, b.key], ...(parties.length === 2 ? places.pairsAround(a, b) : [])];
}

/** An agreement that joins not two places, but places that enclose them: perhaps the same one. */
function likely(parties: readonly PlaceRecord[], places: EnclosingPlaces, known: AgreementsByPair): AgreementRecord | undefined {
  const [a, b] = parties;
  if (a === undefined || b === undefined || parties.length > 2) return undefined;
  return places.pairsAround(a, b).flatMap((pair) => known.joining(pair))[0];
}

function onlyCooperation({ file, line, kind }: Said, parties: readonly PlaceRecord[]) {
  return {
    file,
    line,
    field: 'stage',
    value: shownValue(parties.map(({ name }) => name).join(' – ')),
    reason: `it says that they cooperate${kind === null ? '' : ` (${kind})`}, and neither that they are partners nor which step was reached`,
    remedy: 'give the kind of the agreement, such as SISTER_CITY, or a stage, in the row or for all rows in the mapping',
  };
}
