import type { PlaceRecord } from '../../src/exchange/format/records.js';
import { isFirstLevel } from '../../src/exchange/import/places/first-level.js';
import { KnownPlaces } from '../../src/exchange/import/places/known-places.js';
import { PartyResolver } from '../../src/exchange/import/resolution/resolver.js';
import { THRESHOLDS, type Thresholds } from '../../src/exchange/import/resolution/thresholds.js';
import type { NamedParty } from '../../src/exchange/import/statement.js';
import { pick, withTypo } from './perturbations.js';
import { share, table } from './tally.js';

const SAMPLE = 3_000;

/** The thresholds that are tried, each beside those that are in use. */
const TRIED: readonly Partial<Thresholds>[] = [
  ...[0.8, 0.85, 0.88, 0.92, 0.95, 1.01].map((accept) => ({ accept })),
  ...[0.75, 0.85, 0.9].map((acceptListed) => ({ acceptListed })),
  ...[0, 0.05, 0.15].map((lead) => ({ lead })),
  ...[0.65, 0.7, 0.8].map((ask) => ({ ask })),
];

interface Counts {
  misspelt: number;
  found: number;
  wrong: number;
  second: number;
  absent: number;
  linked: number;
  homonyms: number;
  asked: number;
}

/** What the thresholds do with places that the graph has, misspelt, and with places that it does not have. */
export function thresholdsPage(known: KnownPlaces): string {
  const sample = known.all
    .filter(({ kind }) => kind !== 'COUNTRY')
    .toSorted((a, b) => pick(a.key, 2 ** 32) - pick(b.key, 2 ** 32) || (a.key < b.key ? -1 : 1))
    .slice(0, SAMPLE);
  const absent = sample.filter((place) => isOpen(place, known));
  const without = new KnownPlaces(known.all.filter((place) => !absent.includes(place)));
  const inUse = Object.entries(THRESHOLDS).map(([name, value]) => `\`${name}\` ${value}`);
  const rows = [{}, ...TRIED].map((tried) => {
    const counts = count(sample, absent, known, without, { ...THRESHOLDS, ...tried });
    const [name, value] = Object.entries(tried)[0] ?? ['', 0];
    return [
      name === '' ? '**as in use**' : value > 1 ? `\`${name}\` never` : `\`${name}\` ${value}`,
      counts.found,
      counts.wrong,
      share(counts.found, counts.found + counts.wrong),
      share(counts.found, counts.misspelt),
      counts.second,
      counts.linked,
      counts.homonyms,
      counts.asked,
    ];
  });
  return `## The thresholds

In use are ${inUse.join(', ')} (\`src/exchange/import/resolution/thresholds.ts\`). They are tried on ${SAMPLE.toLocaleString('en')} places of the directory, each with one typing error in its name, its level and its country, and no province. The directory has each of them, so that what is not found should at least be asked about: otherwise it becomes a second place. The same is done with the ${absent.length.toLocaleString('en')} of them that are in no complete list, by their right names, after all of these were taken out of the directory: whatever is found for them is wrong, and what is asked about is a question too many.

${table(
  [
    '',
    'misspelt: right',
    'wrong',
    'precision',
    'recall',
    'would be a second place',
    'absent: linked to a name that is alike',
    'linked to one of the same name',
    'asked about',
  ],
  rows,
)}

A name that is merely like another one is, abroad, as often that of another town: Rosdorf and Roßdorf, Hereford and Hertford. So \`accept\` is high there, and at 0.9 one error in ten letters is forgiven. Where all places of a level are known (first-level subdivisions, and Indonesia's cities and regencies), a misspelling can be no other place, and \`acceptListed\` is lower. \`ask\` decides between too many questions and second places. The links to a place of the same name are what no threshold prevents: the graph knows one place of that name in the country, and the row means another. A row that names the province, the location or a code is not linked so.`;
}

/** Whether there may be places of the level that the directory does not have. */
function isOpen(place: PlaceRecord, known: KnownPlaces): boolean {
  return !isFirstLevel(place) && !(known.countryOf(place)?.key === 'id' && (place.kind === 'CITY' || place.kind === 'REGENCY'));
}

function count(
  sample: readonly PlaceRecord[],
  absent: readonly PlaceRecord[],
  known: KnownPlaces,
  without: KnownPlaces,
  thresholds: Thresholds,
): Counts {
  const counts: Counts = { misspelt: 0, found: 0, wrong: 0, second: 0, absent: absent.length, linked: 0, homonyms: 0, asked: 0 };
  const whole = new PartyResolver(known, null, thresholds);
  for (const place of sample) {
    const outcome = whole.resolve({ ...named(place, known), name: withTypo(place.name) });
    counts.misspelt += 1;
    if (outcome.kind === 'FOUND') counts[outcome.place === place ? 'found' : 'wrong'] += 1;
    if (outcome.kind === 'UNKNOWN' && outcome.frame !== null) counts.second += 1;
  }
  const lacking = new PartyResolver(without, null, thresholds);
  for (const place of absent) {
    const outcome = lacking.resolve(named(place, known));
    if (outcome.kind === 'FOUND') counts[outcome.rule === 'LIKENESS' ? 'linked' : 'homonyms'] += 1;
    if (outcome.kind === 'AMBIGUOUS') counts.asked += 1;
  }
  return counts;
}

function named(place: PlaceRecord, known: KnownPlaces): NamedParty {
  return {
    name: place.name,
    country: known.countryOf(place)?.name ?? null,
    province: null,
    level: place.kind,
    usualLevel: null,
    codes: [],
    location: null,
  };
}
