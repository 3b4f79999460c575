import { createHash } from 'node:crypto';
import { DataInvalidError, type DataProblem } from '../../../domain/errors.js';
import { idOf } from '../../../domain/ontology.js';
import type { AssembledDataSet } from '../../dataset/shipped.js';
import { addCitation, completePlaces, toBatch } from '../../dataset/to-batch.js';
import { type DataSet, emptyDataSet, type PlaceRecord } from '../../format/records.js';
import { grouped } from './grouped.js';
import type { ImportReport } from './import-report.js';
import { KnownPlaces } from './known-places.js';
import { placeKeys } from './place-keys.js';
import { readTsv, type Table, type TableRow } from './read-tsv.js';
import { PlaceResolver, type Resolution, RULES } from './resolve-places.js';
import { Subdivisions } from './subdivisions.js';
import { agreementRecord, type Pair, placeRecord, twinningCites } from './world-records.js';
import { CROSSWALK_ROW, WORLD_PLACE, WORLD_TWINNING, type WorldPlace, type WorldTwinning } from './world-rows.js';
import { WIKIDATA_TWINNINGS, WIKIPEDIA_TWINNINGS } from './world-sources.js';

/** Name of the data set that an import makes. */
export const WORLD = 'world-twinnings';

/** Raised when the same files would become other nodes or relationships than before. */
const FORMAT_VERSION = 1;

export interface TwinningFiles {
  readonly places: string;
  readonly twinnings: string;
  /** Which ISO 3166-2 code belongs to a first-level code of GeoNames. Without it names alone tell. */
  readonly subdivisions?: string | undefined;
}

export interface ImportedTwinnings extends AssembledDataSet {
  readonly report: ImportReport;
}

/**
 * Reads a table of places and a list of twinnings into a data set that stands on another one: places that are there
 * already are referred to, and agreements that are there already get the citations. Throws `DataInvalidError`.
 */
export async function importTwinnings(
  files: TwinningFiles,
  ground: Pick<AssembledDataSet, 'data' | 'fingerprint'>,
): Promise<ImportedTwinnings> {
  const places = await readTsv(files.places, WORLD_PLACE);
  const twinnings = await readTsv(files.twinnings, WORLD_TWINNING);
  const crosswalk = files.subdivisions === undefined ? null : await readTsv(files.subdivisions, CROSSWALK_ROW);

  const known = new KnownPlaces(completePlaces(ground.data));
  const rows = places.rows.map(({ value }) => value);
  const resolver = new PlaceResolver(known, new Subdivisions(known, crosswalk?.rows.map(({ value }) => value) ?? []), rows);
  const resolutions = resolveAll(places, resolver);
  mustRefer(places, twinnings);

  const added = resolutions.filter(({ place }) => place === null).map(({ world }) => world);
  const keys = placeKeys(added, (key) => known.get(key) !== undefined);
  const lists = listsOf(twinnings.rows);
  const records = new Map<WorldPlace, PlaceRecord>();
  const placeOf = new Map<string, PlaceRecord>();
  for (const resolution of resolutions) {
    const { world, place } = resolution;
    const record = place ?? placeRecord(resolution, keys.get(world) ?? '', lists.get(world.id) ?? 'W');
    if (place === null) records.set(world, record);
    placeOf.set(world.id, record);
  }

  const { pairs, repeated, withItself } = mergePairs(twinnings.rows, placeOf);
  const joined = joinedBy(ground.data);
  const newPairs = pairs.filter((pair) => !joined.has(pairKey(pair)));
  const all = new KnownPlaces([...known.all, ...records.values()]);
  const data: DataSet = {
    ...emptyDataSet(),
    sources: [WIKIPEDIA_TWINNINGS, WIKIDATA_TWINNINGS],
    places: [...records.values()],
    agreements: newPairs.map((pair) => agreementRecord(pair, (place) => all.countryOf(place)?.key)),
  };
  const batch = toBatch(data, known.all);
  for (const pair of pairs) {
    const agreement = joined.get(pairKey(pair));
    if (agreement === undefined) continue;
    const of = { label: 'Agreement', id: idOf('Agreement', agreement.key) } as const;
    twinningCites(pair.lists).forEach((cite, index) => {
      addCitation(batch, of, cite, agreement.cites.length + index);
    });
  }

  const hash = createHash('sha256').update(`twinnings ${FORMAT_VERSION}\n${ground.fingerprint}\n`);
  for (const table of [places, twinnings, crosswalk]) hash.update(`${table?.sha256 ?? ''}\n`);
  return {
    fingerprint: hash.digest('hex'),
    batch,
    data,
    report: {
      places: reportOnPlaces(resolutions, records),
      agreements: {
        read: twinnings.rows.length,
        created: counted(data.agreements.map(({ kind }) => kind)),
        merged: pairs.length - newPairs.length,
        repeated,
        withItself,
      },
    },
  };
}

function resolveAll({ file, rows }: Table<WorldPlace>, resolver: PlaceResolver): Resolution[] {
  const problems: DataProblem[] = [];
  const first = new Map<string, number>();
  const resolutions: Resolution[] = [];
  for (const { line, value } of rows) {
    const earlier = first.get(value.id);
    if (earlier !== undefined) problems.push({ file, line, field: 'id', message: `the place ${value.id} is in line ${earlier} already` });
    first.set(value.id, earlier ?? line);
    const resolution = resolver.resolve(value);
    if (resolution === null) {
      problems.push({
        file,
        line,
        field: 'iso2',
        message: `there is no country ${value.iso2}; accepted are the codes of ISO 3166-1 and XK`,
      });
    } else resolutions.push(resolution);
  }
  if (problems.length > 0) throw new DataInvalidError(problems);
  return resolutions;
}

function mustRefer(places: Table<WorldPlace>, { file, rows }: Table<WorldTwinning>): void {
  const ids = new Set(places.rows.map(({ value }) => value.id));
  const problems = rows.flatMap(({ line, value }): DataProblem[] =>
    (['a', 'b'] as const)
      .filter((field) => !ids.has(value[field]))
      .map((field) => ({ file, line, field, message: `${value[field]} is no id of a place in ${places.file}` })),
  );
  if (problems.length > 0) throw new DataInvalidError(problems);
}

type Lists = WorldTwinning['sources'];
const both = (one: Lists | undefined, other: Lists): Lists => (one === undefined || one === other ? other : 'DW');

/** The lists that name a place, by its id. */
function listsOf(rows: readonly TableRow<WorldTwinning>[]): Map<string, Lists> {
  const lists = new Map<string, Lists>();
  for (const { value } of rows) {
    for (const id of [value.a, value.b]) lists.set(id, both(lists.get(id), value.sources));
  }
  return lists;
}

/** Each pair once, whichever way round and however often it was said. */
function mergePairs(rows: readonly TableRow<WorldTwinning>[], placeOf: ReadonlyMap<string, PlaceRecord>) {
  const pairs = new Map<string, Pair>();
  let repeated = 0;
  let withItself = 0;
  for (const { value } of rows) {
    const [a, b] = [placeOf.get(value.a), placeOf.get(value.b)].sort((x, y) => ((x?.key ?? '') < (y?.key ?? '') ? -1 : 1));
    if (a === undefined || b === undefined) continue;
    if (a === b) {
      withItself += 1;
      continue;
    }
    const key = pairKey({ a, b });
    const known = pairs.get(key);
    if (known !== undefined) repeated += 1;
    pairs.set(key, { a, b, lists: both(known?.lists, value.sources) });
  }
  return { pairs: [...pairs.values()], repeated, withItself };
}

function pairKey({ a, b }: Pick<Pair, 'a' | 'b'>): string {
  return `${a.key} ${b.key}`;
}

type Agreement = DataSet['agreements'][number];

/** The agreement that joins two places, by their keys in order; of several, the one that says most plainly that they are twins. */
function joinedBy({ agreements }: DataSet): Map<string, Agreement> {
  const joined = new Map<string, Agreement>();
  const plainly = ({ kind }: Agreement) => (kind.startsWith('SISTER_') ? 0 : 1);
  for (const agreement of agreements.toSorted((x, y) => plainly(x) - plainly(y))) {
    for (const a of agreement.parties) {
      for (const b of agreement.parties) if (a < b && !joined.has(`${a} ${b}`)) joined.set(`${a} ${b}`, agreement);
    }
  }
  return joined;
}

function counted(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function reportOnPlaces(resolutions: readonly Resolution[], records: ReadonlyMap<WorldPlace, PlaceRecord>): ImportReport['places'] {
  const found = resolutions.filter(({ place }) => place !== null);
  const sharing = [...grouped(found, ({ place }) => place?.key ?? '')].filter(([, several]) => several.length > 1);
  return {
    read: resolutions.length,
    resolved: counted(found.map(({ rule }) => (rule === null ? '' : RULES[rule]))),
    created: counted([...records.values()].map(({ kind }) => kind)),
    joined: sharing.map(([key, several]) => `${several.map(({ world }) => `${world.id} ${world.name}`).join(', ')} → ${key}`),
    doubtful: resolutions.flatMap(({ world, doubt }) => (doubt === null ? [] : [`${world.id} ${world.name}: ${doubt}`])),
  };
}
