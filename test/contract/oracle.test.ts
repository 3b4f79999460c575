import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provincesSharingForeignProvince } from '../../src/analytics/sharing/provinces-sharing-foreign-province.js';
import { missionCoverage } from '../../src/analytics/talks/mission-coverage.js';
import { negotiationFunnel } from '../../src/analytics/talks/negotiation-funnel.js';
import type { Phase } from '../../src/domain/stage.js';
import { ANY_TIE } from '../../src/domain/tie.js';
import { assemble } from '../../src/exchange/dataset/shipped.js';
import type { Graph } from '../../src/graph/graph.js';
import type { Parameters } from '../../src/graph/values.js';
import { tieParameters } from '../../src/store/ties.js';
import { ENGINES } from '../engines.js';
import { openLoaded } from '../loaded-graph.js';
import { Oracle } from './oracle/oracle.js';
import { TIE_FILTERS, tieFilterIn } from './oracle/tie-filters.js';
import { worldsOn } from './oracle/worlds.js';

const DAYS: readonly (string | null)[] = [null, '1999-12-31', '2001-02-03', '2017-06-16', '2030-01-01'];
const PHASE_SETS: readonly (readonly Phase[] | null)[] = [null, ['AGREEMENT'], ['EXPLORATION', 'INTENT'], ['LAPSED']];
const HOME_KINDS = ['REGENCY', 'CITY'] as const;

describe.each(ENGINES)('$name answers as the oracle does', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    let graph: Graph;
    let oracle: Oracle;
    let places: string[];

    beforeAll(async () => {
      const read = await world.read();
      oracle = new Oracle(read.data);
      places = world.places(read);
      graph = await openLoaded(engine, assemble(read));
    });
    afterAll(() => graph.engine.close());

    const keysOf = (ids: readonly unknown[]) => ids.map((id) => String(id).slice(String(id).indexOf(':') + 1));
    const list = (name: string, parents: readonly string[], filters: Parameters) =>
      graph.page(name, 'up', { parents, afterKey: null, afterId: '', limit: 1_000, ...filters });

    test.each(DAYS)('agreements by phase and place as of %s', async (asOf) => {
      for (const phases of PHASE_SETS) {
        for (const within of [null, world.country, ...places.slice(0, 3)]) {
          const rows = await list('agreement/list-all', [''], {
            asOf,
            phases,
            kinds: null,
            stages: null,
            sectors: null,
            within: within && `place:${within}`,
            order: 'TITLE',
          });
          expect(keysOf(rows.map(({ id }) => id)).sort()).toEqual(oracle.agreements(asOf, phases, within));
        }
      }
    });

    test.each(DAYS)('counterparts and cousins as of %s', async (asOf) => {
      for (const phases of PHASE_SETS) {
        const parents = places.map((key) => `place:${key}`);
        const filter = { ...ANY_TIE, asOf, phases };
        const counterparts = await list('place/list-counterparts', parents, { asOf, phases, kinds: null });
        const cousins = await list('place/list-cousins', parents, { ...tieParameters(filter), within: null });
        for (const place of places) {
          const of = (rows: typeof cousins) => rows.filter(({ parent }) => parent === `place:${place}`);
          expect(keysOf(of(counterparts).map(({ id }) => id)).sort()).toEqual(oracle.counterparts(place, asOf, phases));
          const found = Object.fromEntries(of(cousins).map(({ id, key }) => [keysOf([id])[0], key]));
          const wanted = Object.fromEntries(
            Object.entries(oracle.cousins(place, filter)).map(([cousin, partners]) => [cousin, partners.length]),
          );
          expect(found).toEqual(wanted);
        }
      }
    });

    test.each(TIE_FILTERS)('neighbours over the ties that count: %o', async (part) => {
      const filter = tieFilterIn(world, part);
      const rows = await graph.ask('tie/neighbours', { ids: places.map((key) => `place:${key}`), ...tieParameters(filter) });
      for (const place of places) {
        const found = keysOf(rows.filter(({ of }) => of === `place:${place}`).map(({ id }) => id));
        expect(found.sort()).toEqual([...oracle.partners(place, filter).keys()].sort());
      }
    });

    test.each(DAYS)('provinces that share a foreign province as of %s', async (asOf) => {
      for (const phases of PHASE_SETS) {
        for (const homeKinds of [HOME_KINDS, ['PROVINCE'] as const, ['PROVINCE', 'CITY', 'DISTRICT', 'AUTHORITY'] as const]) {
          const ties = { ...ANY_TIE, asOf, phases };
          const question = { home: `place:${world.country}`, homeKinds, ties, minShared: 1 };
          const { pairs } = await provincesSharingForeignProvince(graph, question, 1_000, null);
          const found = Object.fromEntries(
            pairs.map(({ a, b, shared }) => [
              keysOf([a, b]).join(' '),
              Object.fromEntries(
                shared.map(({ foreign, ofA, ofB }) => [keysOf([foreign])[0], [...new Set(keysOf([...ofA, ...ofB]))].sort()]),
              ),
            ]),
          );
          expect(found).toEqual(oracle.provincesSharing(world.country, homeKinds, ties));
        }
      }
    });

    test.each(DAYS)('mission coverage as of %s', async (asOf) => {
      const covered = await missionCoverage(graph, `mission:${world.mission}`, HOME_KINDS, asOf);
      const found = Object.fromEntries(covered.map(({ place, standing }) => [keysOf([place])[0], standing]));
      expect(found).toEqual(oracle.missionCoverage(world.mission, HOME_KINDS, asOf));
    });

    test.each(DAYS)('negotiation funnel as of %s', async (asOf) => {
      for (const by of ['PROVINCE', 'KIND', 'YEAR'] as const) {
        const rows = await negotiationFunnel(graph, `place:${world.country}`, by, asOf);
        const found = Object.fromEntries(
          rows.map(({ group, phases, stages }) => [
            group === null ? 'none' : group.slice(group.indexOf(':') + 1),
            {
              phases: Object.fromEntries(phases.map(({ phase, total }) => [phase, total])),
              ever: Object.fromEntries(stages.map(({ stage, ever }) => [stage, ever])),
            },
          ]),
        );
        expect(found).toEqual(oracle.funnel(world.country, by, asOf));
      }
    });

    test.each(DAYS)('stalled talks as of %s', async (asOf) => {
      for (const reachedBy of ['1995-01-01', '2016-01-01', '2030-01-01']) {
        const rows = await list('agreement/list-stalled', [''], { asOf, reachedBy, phases: ['EXPLORATION', 'INTENT'], within: null });
        expect(keysOf(rows.map(({ id }) => id)).sort()).toEqual(oracle.stalled(asOf, reachedBy));
      }
    });
  });
});
