import { rollup } from 'd3-array';
import { atLeast, type TieFilter } from '../domain/tie.js';
import type { Graph } from '../graph/graph.js';
import type { Parameters, Row } from '../graph/values.js';

/** What `tie/hop` of the query book takes. */
export function tieParameters({ confidence, ...filter }: TieFilter): Parameters {
  return { ...filter, confidences: confidence === null ? null : atLeast(confidence) };
}

/** Most ids that one statement is asked about; and how many statements are asked at a time. */
const CHUNK = 1_000;
const AT_A_TIME = 2;

/** The rows of a question that is asked about many ids, a bounded number of them in each statement. */
async function rowsFor(graph: Graph, query: string, ids: readonly string[], parameters: Parameters): Promise<Row[]> {
  const chunks: string[][] = [];
  for (let start = 0; start < ids.length; start += CHUNK) chunks.push(ids.slice(start, start + CHUNK));
  const rows: Row[] = [];
  for (let next = 0; next < chunks.length; next += AT_A_TIME) {
    const asked = chunks.slice(next, next + AT_A_TIME).map((chunk) => graph.ask(query, { ...parameters, ids: chunk }));
    for (const answer of await Promise.all(asked)) for (const row of answer) rows.push(row);
  }
  return rows;
}

/** The values of one column by those of another one, in the order of the rows. */
export function grouped(rows: readonly Row[], by: string, of: string): Map<string, string[]> {
  return rollup(
    rows,
    (group) => group.map((row) => row[of] as string),
    (row) => row[by] as string,
  );
}

/** The places that any of these places has a tie with, by id, each with the name that it is sorted by. */
export async function placesBeside(graph: Graph, ids: readonly string[], ties: TieFilter): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsFor(graph, 'tie/beside', ids, tieParameters(ties));
  return new Map(rows.map(({ id, name }) => [id as string, name as string]));
}

/** The places that each of these places has a tie with, rising; those that have none are left out. */
export async function neighboursOf(graph: Graph, ids: readonly string[], ties: TieFilter): Promise<ReadonlyMap<string, readonly string[]>> {
  return grouped(await rowsFor(graph, 'tie/neighbours', ids, tieParameters(ties)), 'of', 'id');
}

/** A place at the other end of ties. */
export interface Partner {
  /** What it is sorted by. */
  readonly name: string;
  /** Ids of the agreements, rising. */
  readonly agreements: readonly string[];
}

/** The places that each of these places has a tie with, by their ids; those that have none are left out. */
export async function tiesWithAgreements(
  graph: Graph,
  ids: readonly string[],
  ties: TieFilter,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Partner>>> {
  const rows = await rowsFor(graph, 'tie/with-agreements', ids, tieParameters(ties));
  return rollup(
    rows,
    (ofPartner): Partner => ({ name: ofPartner[0]?.name as string, agreements: ofPartner.map(({ agreement }) => agreement as string) }),
    ({ of }) => of as string,
    ({ id }) => id as string,
  );
}

/** How many places each of these places has a tie with; those that have none are left out. */
export async function partnerCounts(graph: Graph, ids: readonly string[], ties: TieFilter): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsFor(graph, 'tie/partner-counts', ids, tieParameters(ties));
  return new Map(rows.map(({ of, partners }) => [of as string, partners as number]));
}

/** Two places that are tied, the smaller id first, with the ids of the agreements, rising. */
export interface TiedPair {
  readonly a: string;
  readonly b: string;
  readonly agreements: readonly string[];
}

/** The ties of these places, of which there are few, with one another. */
export async function tiesAmong(graph: Graph, ids: readonly string[], ties: TieFilter): Promise<readonly TiedPair[]> {
  const pairs: { a: string; b: string; agreements: string[] }[] = [];
  for (const row of await graph.ask('tie/among', { ...tieParameters(ties), ids })) {
    const { a, b, agreement } = row as unknown as { readonly a: string; readonly b: string; readonly agreement: string };
    const last = pairs.at(-1);
    if (last?.a === a && last.b === b) last.agreements.push(agreement);
    else pairs.push({ a, b, agreements: [agreement] });
  }
  return pairs;
}

/** Which of these places are a certain place, or inside it at any depth; null for anywhere. */
export async function placesInside(graph: Graph, ids: readonly string[], within: string | null): Promise<ReadonlySet<string>> {
  if (within === null) return new Set(ids);
  return new Set((await rowsFor(graph, 'place/those-inside', ids, { within })).map(({ id }) => id as string));
}
