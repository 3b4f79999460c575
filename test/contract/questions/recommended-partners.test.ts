import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOUNDS } from '../../../src/analytics/recommendation/bounds.js';
import type { Reason } from '../../../src/analytics/recommendation/recommended-partners.js';
import { recommendedPartners } from '../../../src/analytics/recommendation/recommended-partners.js';
import { ALL_SIGNALS, SIGNALS, type Weights } from '../../../src/analytics/recommendation/signals.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import type { ReadResult } from '../../../src/exchange/format/read-files.js';
import type { Graph } from '../../../src/graph/graph.js';
import { ENGINES } from '../../engines.js';
import { openLoaded } from '../../loaded-graph.js';
import { Oracle } from '../oracle/oracle.js';
import { partnersByHand } from '../oracle/recommendation.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { worldsOn } from '../oracle/worlds.js';

const OWN = Object.fromEntries(ALL_SIGNALS.map((signal) => [signal, SIGNALS[signal].weight])) as Weights;
const WEIGHTS: readonly Partial<Weights>[] = [
  {},
  { COUSINS_PARTNER: 0, SIMILAR_SIZE: 1, MISSION_IN_REACH: 0.35 },
  { EXPERIENCE: 0, MATCHING_SECTORS: 0, PROVINCE_LINK: 1 },
];
/** What the graph is asked about beyond the places of agreements. */
const PLACES = ['id-kota-kupang', 'id-kota-probolinggo', 'id-kabupaten-klaten', 'id-kabupaten-alor', 'id-jt'];
const HOW_MANY = 12;

const keyOf = (id: string) => id.slice(id.indexOf(':') + 1);

function behind({ signal, witnesses }: Reason): string[] {
  const { paths = [], places = [], missions = [], sectors = [], agreements = [] } = witnesses;
  if (signal === 'COUSINS_PARTNER') return paths.map(({ partner, cousin }) => `${keyOf(partner)}/${keyOf(cousin)}`).sort();
  const ids = signal === 'MATCHING_SECTORS' ? sectors : signal === 'OPEN_OFFER' ? agreements : [...places, ...missions];
  return ids.map(keyOf).sort();
}

describe.each(ENGINES)('recommended partners on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    let graph: Graph;
    let read: ReadResult;
    let oracle: Oracle;

    beforeAll(async () => {
      read = await world.read();
      oracle = new Oracle(read.data);
      graph = await openLoaded(engine, assemble(read));
    });
    afterAll(() => graph.engine.close());

    /** Other places for each case, so that all of them come to be asked about. */
    const placesFor = (turn: number) => {
      const all = [...world.places(read), ...PLACES.filter((key) => read.data.places.some((place) => place.key === key))].filter(
        (key) => oracle.place(key).kind !== 'COUNTRY',
      );
      const step = Math.max(1, Math.floor(all.length / HOW_MANY));
      return [...all.filter((_, index) => (index + turn) % step === 0), ...all.slice(-3)];
    };

    async function compare(place: string, question: Omit<Parameters<typeof partnersByHand>[2], 'place'>, bounds = BOUNDS) {
      const asked = {
        ...question,
        place: `place:${place}`,
        within: question.within === null ? null : `place:${question.within}`,
      };
      const { partners } = await recommendedPartners(graph, asked, bounds);
      const found = partners.map(({ id, score, reasons }) => ({
        key: keyOf(id),
        score,
        reasons: reasons.map((reason) => {
          const { signal, number, weight, contribution } = reason;
          return { signal, number, score: reason.score, weight, contribution, behind: behind(reason) };
        }),
      }));
      expect(found, `for ${place}`).toEqual(partnersByHand(oracle, read.data, { ...question, place }, bounds));
      return found.length;
    }

    test.each(TIE_FILTERS.map((part, turn) => ({ part, turn })))('are those of the oracle: $part', async ({ part, turn }) => {
      const ties = tieFilterIn(world, part);
      const weights = { ...OWN, ...WEIGHTS[turn % WEIGHTS.length] };
      let total = 0;
      for (const place of placesFor(turn)) total += await compare(place, { ties, within: null, weights });
      if (turn < 3) expect(total).toBeGreaterThan(0);
    });

    test('are those of the oracle in one country', async () => {
      const within = world.country === 'aa' ? 'bb' : 'cn';
      for (const place of placesFor(0).filter((key) => oracle.countryOf(key) !== within))
        await compare(place, { ties: tieFilterIn(world, {}), within, weights: OWN });
    });

    test.each([1, 2, 5])('are those of the oracle where %i candidates and cousins are the most', async (most) => {
      for (const place of placesFor(most))
        await compare(place, { ties: tieFilterIn(world, {}), within: null, weights: OWN }, { cousins: most, candidates: most });
    });
  });
});
