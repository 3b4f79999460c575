import { beforeAll, describe, expect, test } from 'vitest';
import { JUDGED_LABELS } from '../../scripts/resolution/judged-labels.js';
import { type LabelledParty, labelledParties } from '../../scripts/resolution/labelled-parties.js';
import { PERTURBATIONS } from '../../scripts/resolution/perturbations.js';
import { isRight } from '../../scripts/resolution/tally.js';
import { worldPlaces } from '../../scripts/resolution/world-places.js';
import type { KnownPlaces } from '../../src/exchange/import/places/known-places.js';
import { PartyResolver } from '../../src/exchange/import/resolution/resolver.js';
import type { NamedParty } from '../../src/exchange/import/statement.js';
import { worldFiles } from '../world-graph.js';

/** Parties that were found to be another place than their label says, but for labels that were judged to be wrong. */
function wrong(parties: readonly LabelledParty[], known: KnownPlaces, change: (party: NamedParty) => NamedParty | null): string[] {
  const resolver = new PartyResolver(known);
  return parties.flatMap((labelled) => {
    const party = change(labelled.party);
    if (party === null || labelled.rows.some((row) => `${labelled.side} ${row}` in JUDGED_LABELS)) return [];
    const outcome = resolver.resolve(party);
    const isWrong = outcome.kind === 'FOUND' && isRight(outcome.place, labelled, known) === false;
    return isWrong ? [`${party.name}: ${outcome.place.key}`] : [];
  });
}

describe.skipIf('absent' in worldFiles())('the parties of the labelled rows', () => {
  let known: KnownPlaces;
  let parties: readonly LabelledParty[];
  beforeAll(async () => {
    known = await worldPlaces();
    const { indonesian, foreign } = await labelledParties(process.env.KEMBAR_WORLD ?? '', known);
    parties = [...indonesian, ...foreign];
  });

  test('are never found to be another place', () => {
    expect(parties.length).toBeGreaterThan(250);
    expect(wrong(parties, known, (party) => party)).toEqual([]);
  });

  test('are found, but for one in twenty at most', () => {
    const resolver = new PartyResolver(known);
    const found = parties.filter(({ party }) => resolver.resolve(party).kind === 'FOUND');
    expect(found.length / parties.length).toBeGreaterThan(0.95);
  });

  test.each(Object.entries(PERTURBATIONS))('are never found to be another place %s', (_, change) => {
    expect(wrong(parties, known, change)).toEqual([]);
  });
});
