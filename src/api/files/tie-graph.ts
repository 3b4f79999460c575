import type { TieEdge } from '../../analytics/network/tie-edges.js';
import type { TiedPlace } from '../../analytics/network/tie-ends.js';
import { parsePartialDate } from '../../domain/partial-date.js';
import { STAGES, stageRank, stateOn } from '../../domain/stage.js';
import { bestOf, type TieFilter } from '../../domain/tie.js';
import type { CodeScheme } from '../../domain/vocabulary.js';
import type { PlaceNode, SourceRecord, TieEdgeRecord } from '../../exchange/export/graph/graph-file.js';
import type { Citation, Code, StageStep } from '../../store/entities.js';
import type { Position } from '../../store/pages.js';
import type { Context } from '../context.js';
import { Loaders } from '../loaders.js';

/** Places and ties that are fetched at a time: few enough that a request beside it hardly waits. */
const PART = 500;

/** The places that have a tie that counts, a part at a time, by id. */
export async function* placeNodes({ graph, analyst }: Context, ties: TieFilter): AsyncGenerator<readonly PlaceNode[]> {
  const pages = inParts((after) => analyst.table('tieEnds', { ties }, PART, after));
  for await (const ends of pages) {
    const load = new Loaders(graph);
    yield (await Promise.all(ends.map((end) => placeNode(load, end)))).filter((node) => node !== null);
  }
}

/** The ties that count, a part at a time, by the ids of their agreements. */
export async function* tieRecords({ graph, analyst }: Context, ties: TieFilter): AsyncGenerator<readonly TieEdgeRecord[]> {
  const pages = inParts((after) => analyst.table('tieEdges', { ties }, PART, after));
  for await (const edges of pages) {
    const load = new Loaders(graph);
    yield (await Promise.all(edges.map((edge) => tieRecord(load, edge, ties.asOf)))).filter((record) => record !== null);
  }
}

/** Sources as files name them, in the order of the ids. */
export async function sourceRecords({ graph }: Context, ids: readonly string[]): Promise<SourceRecord[]> {
  const sources = await new Loaders(graph).entities('Source', ids);
  return sources.map(({ id, title, publisher, url, licence }) => ({ id, title, publisher, url, licence }));
}

async function* inParts<R>(
  pageAfter: (
    after: Position | null,
  ) => Promise<{ readonly rows: readonly R[]; readonly items: readonly Position[]; readonly hasNextPage: boolean }>,
): AsyncGenerator<readonly R[]> {
  let after: Position | null = null;
  for (;;) {
    const { rows, items, hasNextPage } = await pageAfter(after);
    yield rows;
    after = items.at(-1) ?? null;
    if (!hasNextPage || after === null) return;
  }
}

async function placeNode(load: Loaders, { id, country, province }: TiedPlace): Promise<PlaceNode | null> {
  const [place, inCountry, inProvince, codes] = await Promise.all([
    load.entity('Place', id),
    country === null ? null : load.entity('Place', country),
    province === null ? null : load.entity('Place', province),
    load.rows<Code>('place/codes', id),
  ]);
  if (place === null) return null;
  const valid = (...schemes: CodeScheme[]) =>
    codes.filter(({ scheme, until }) => schemes.includes(scheme) && until === null).map(({ value }) => value);
  return {
    id,
    name: place.name,
    nameEn: place.nameEn === place.name ? null : place.nameEn,
    kind: place.kind,
    country,
    countryName: inCountry?.nameEn ?? inCountry?.name ?? null,
    province,
    provinceName: inProvince?.nameEn ?? inProvince?.name ?? null,
    latitude: place.latitude,
    longitude: place.longitude,
    population: place.population,
    wikidata: valid('WIKIDATA'),
    geonames: valid('GEONAMES'),
    iso: valid('ISO_3166_1', 'ISO_3166_2'),
    kemendagri: valid('KEMENDAGRI'),
  };
}

async function tieRecord(load: Loaders, { agreement: id, a, b }: TieEdge, asOf: string | null): Promise<TieEdgeRecord | null> {
  const [agreement, source, target, reached, sectors, citations] = await Promise.all([
    load.entity('Agreement', id),
    load.entity('Place', a),
    load.entity('Place', b),
    load.rows<StageStep>('agreement/stages', id),
    load.related('Agreement', 'IN_SECTOR', 'Sector', id),
    load.rows<Citation>('source/citations-of', id, { slots: { label: 'Agreement' } }),
  ]);
  if (agreement === null || source === null || target === null) return null;
  const now = stateOn(reached, asOf);
  const dated = reached
    .filter(({ date, effective }) => date !== null && effective !== null && (asOf === null || effective <= asOf))
    .sort((one, other) => (stageRank(one) < stageRank(other) ? -1 : 1));
  const [first] = dated;
  const since = first?.date ? parsePartialDate(first.date) : null;
  const supporting = citations.filter(({ preferred }) => preferred);
  const grades = supporting.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  return {
    id: `${id}.${a}.${b}`,
    source: a,
    target: b,
    sourceName: source.name,
    targetName: target.name,
    agreement: id,
    agreementName: agreement.name,
    kind: agreement.kind,
    phase: now === null ? null : STAGES[now.stage].phase,
    stage: now?.stage ?? null,
    since: since?.edtf ?? null,
    sinceEarliest: since?.earliest ?? null,
    sinceLatest: since?.latest ?? null,
    sinceStage: first?.stage ?? null,
    signed: dated.find(({ stage }) => stage === 'SIGNED')?.date ?? null,
    confidence: bestOf(grades),
    sectors,
    sources: [...new Set(supporting.map(({ source: id }) => id))].sort(),
  };
}
