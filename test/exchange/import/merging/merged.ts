import { Retirements } from '../../../../src/exchange/dataset/retirements.js';
import type { TypedRecord } from '../../../../src/exchange/dataset/to-records.js';
import {
  type AgreementDetailRecord,
  type AgreementRecord,
  type PlaceRecord,
  RECORD_TYPES,
  type RetiredRecord,
  type SectorRecord,
  type SourceRecord,
} from '../../../../src/exchange/format/records.js';
import { MergeReport } from '../../../../src/exchange/import/merging/merge-report.js';
import { mergeStatements } from '../../../../src/exchange/import/merging/merge-statements.js';
import type { MergingGround } from '../../../../src/exchange/import/merging/merging-ground.js';
import type { ResolvedStatement } from '../../../../src/exchange/import/merging/resolved-statement.js';
import type { NamedSource, Statement } from '../../../../src/exchange/import/statement.js';
import type { Reject } from '../../../../src/exchange/reject.js';

const place = (key: string, kind: string, partOf?: string, codes: object[] = []): PlaceRecord =>
  RECORD_TYPES.places.parse({ key, kind, name: key, partOf, codes, cites: [{ source: 'list' }] });

/** A few places: two countries and what is in them. */
export const PLACES = new Map(
  [
    place('id', 'COUNTRY'),
    place('jp', 'COUNTRY'),
    place('us', 'COUNTRY'),
    place('id-ji', 'PROVINCE', 'id'),
    place('id-jk', 'PROVINCE', 'id', [{ scheme: 'ISO_3166_2', value: 'ID-JK' }]),
    place('jp-13', 'PROVINCE', 'jp', [{ scheme: 'ISO_3166_2', value: 'JP-13' }]),
    place('jp-26', 'PROVINCE', 'jp'),
    place('id-surabaya', 'CITY', 'id-ji'),
    place('id-malang', 'CITY', 'id-ji'),
    place('id-sidoarjo', 'REGENCY', 'id-ji'),
    place('id-mas', 'VILLAGE', 'id-ji'),
    place('jp-kochi', 'CITY', 'jp-26'),
    place('jp-county', 'REGENCY', 'jp-26'),
    place('jp-village', 'VILLAGE', 'jp-26'),
    place('us-seattle', 'CITY', 'us'),
  ].map((one) => [one.key, one]),
);

export function placeOf(key: string): PlaceRecord {
  const found = PLACES.get(key);
  if (found === undefined) throw new Error(`the test has no place ${key}`);
  return found;
}

export const THE_SHEET = RECORD_TYPES.sources.parse({
  key: 'import.sheet',
  kind: 'DATASET',
  title: 'sheet.csv',
  publisher: 'not named',
  language: 'und',
});

/** A source with an address, as a row names it. */
export function page(path: string, more: Partial<NamedSource> = {}): NamedSource {
  return {
    title: `Page ${path}`,
    publisher: null,
    kind: 'NEWS',
    url: `https://news.example/${path}`,
    published: null,
    language: 'en',
    licence: null,
    ...more,
  };
}

/** What a row says of two places or more, in line 1 and without a source unless told otherwise. */
export function row(parties: readonly string[], more: Partial<Statement> = {}): ResolvedStatement {
  const line = more.line ?? 1;
  return {
    statement: {
      file: 'sheet.csv',
      line,
      at: `row ${line}`,
      parties: parties.map((name) => ({ name, country: null, province: null, level: null, usualLevel: null, codes: [], location: null })),
      kind: null,
      title: null,
      steps: [],
      validity: null,
      sectors: [],
      source: null,
      confidence: null,
      note: null,
      ...more,
    },
    parties: parties.map(placeOf),
  };
}

export interface InGraph {
  readonly agreements?: readonly AgreementRecord[];
  readonly sources?: readonly SourceRecord[];
  readonly sectors?: readonly SectorRecord[];
  readonly places?: ReadonlyMap<string, PlaceRecord>;
  readonly retired?: readonly RetiredRecord[];
}

/** What a graph with some records has. */
export function groundOf({ agreements = [], sources = [], sectors = [], places = PLACES, retired = [] }: InGraph): MergingGround {
  return {
    agreementsJoining: async (pairs) =>
      agreements.filter(({ parties }) => pairs.some(([a, b]) => parties.includes(a) && parties.includes(b))),
    sourcesAt: async (addresses) => sources.filter(({ url }) => url !== undefined && addresses.includes(url)),
    sectors: async () => sectors,
    statedRetirements: async () => Retirements.of(retired),
    agreements: async (keys) => agreements.filter(({ key }) => keys.includes(key)),
    places: async (keys) => {
      const found = new Set<PlaceRecord>();
      for (const key of keys) {
        for (let at = places.get(key); at !== undefined; at = places.get(at.partOf ?? '')) found.add(at);
      }
      return [...found];
    },
  };
}

export interface Merged {
  readonly records: readonly TypedRecord[];
  readonly sources: readonly SourceRecord[];
  readonly sectors: readonly SectorRecord[];
  readonly agreements: readonly AgreementRecord[];
  readonly details: readonly AgreementDetailRecord[];
  readonly rejects: readonly Reject[];
  readonly report: MergeReport;
}

/** Merges statements, and refuses a record that breaks the format or cites a source that nobody has. */
export async function merge(
  statements: Iterable<ResolvedStatement>,
  graph: InGraph = {},
  { confidence = null }: { confidence?: Statement['confidence'] } = {},
): Promise<Merged> {
  const report = new MergeReport();
  const rejects: Reject[] = [];
  const records: TypedRecord[] = [];
  const options = { source: THE_SHEET, confidence, ground: groundOf(graph), report, onReject: (one: Reject) => rejects.push(one) };
  for await (const one of mergeStatements(statements, options)) {
    RECORD_TYPES[one.type].parse(one.record);
    records.push(one);
  }
  const of = <T>(type: TypedRecord['type']) => records.flatMap((one) => (one.type === type ? [one.record as T] : []));
  const merged = {
    records,
    sources: of<SourceRecord>('sources'),
    sectors: of<SectorRecord>('sectors'),
    agreements: of<AgreementRecord>('agreements'),
    details: of<AgreementDetailRecord>('agreementDetails'),
    rejects,
    report,
  };
  const sources = new Set([...merged.sources, ...(graph.sources ?? [])].map(({ key }) => key));
  const cited = JSON.stringify([merged.agreements, merged.details]).matchAll(/"source":"([^"]+)"/g);
  for (const [, source = ''] of cited) if (!sources.has(source)) throw new Error(`nobody has the source ${source}`);
  return merged;
}

/** An agreement that another data set has. */
export function known(key: string, parties: readonly string[], more: object = {}): AgreementRecord {
  return RECORD_TYPES.agreements.parse({
    key,
    kind: 'SISTER_CITY',
    parties,
    stages: [{ stage: 'SIGNED', date: '2018', cites: [{ source: 'paper' }] }],
    cites: [{ source: 'paper' }],
    ...more,
  });
}

/** What records say without citations, short enough to be compared. */
export function outlineOf({ key, kind, stages }: AgreementRecord): string {
  return `${key} ${kind}: ${stages.map(({ stage, date }) => (date === undefined ? stage : `${stage} ${date}`)).join(', ')}`;
}

/** Citations of a field, as `source value`, with `not` before those that say otherwise. */
export function saysOf(cites: AgreementRecord['cites'], field: string | undefined): string[] {
  return cites
    .filter((cite) => cite.field === field)
    .map(({ source, at, value, preferred }) =>
      [
        ...(preferred ? [] : ['not']),
        source === 'import.sheet' ? at : source.replace(/-[0-9a-f]{10}$/, ''),
        ...(value === undefined ? [] : [value]),
      ].join(' '),
    );
}
