import type { KnownIds, Sample } from './samples.js';
import { TIES } from './ties.js';

const PEERS = { home: 'place:id', peerKinds: ['CITY', 'REGENCY'], population: 450_000, limit: 20 };

/** Ways to ask the statements behind the questions about partners worth approaching. */
export function recommendationSamples(ids: KnownIds): Readonly<Record<string, readonly Sample[]>> {
  const peers = (areas: object): Sample[] => [
    { parameters: { ...PEERS, ...areas, within: null, excluded: [] } },
    { parameters: { ...PEERS, ...areas, within: 'place:cn', excluded: ['place:cn-liuzhou', 'place:jp-kochi'], population: null } },
  ];
  return {
    'place/whereabouts': [{ parameters: { ids: ids.Place } }, { parameters: { ids: [] } }],
    'place/peers-in-countries': peers({ countries: ['place:cn', 'place:jp', 'place:missing'] }),
    'place/peers-in-provinces': peers({ provinces: ['place:cn-gx', 'place:cn-fj', 'place:jp-39', 'place:missing'] }),
    'place/open-offers': TIES.map((ties) => ({ parameters: { ...ties, ids: ids.Place } })),
    'tie/neighbours-located': TIES.map((ties) => ({ parameters: { ...ties, ids: ids.Place } })),
    'tie/experienced': TIES.flatMap((ties) =>
      [null, 'place:cn'].map((within) => ({
        parameters: { ...ties, home: 'place:id', peerKinds: ['CITY', 'REGENCY'], within },
      })),
    ),
    'mission/in-reach': [{ parameters: { ids: [...ids.Place, 'place:id-kota-kupang'] } }],
    'mission/between-countries': [
      { parameters: { a: 'place:jp', b: 'place:id', kinds: ['EMBASSY', 'CONSULATE_GENERAL'] } },
      { parameters: { a: 'place:id', b: 'place:jp', kinds: ['EMBASSY'] } },
      { parameters: { a: 'place:id', b: 'place:cn', kinds: ['EMBASSY'] } },
    ],
    'agreement/sectors-of-places': TIES.map((ties) => ({ parameters: { ...ties, ids: ids.Place } })),
    'agreement/signing-heads': [null, '2024-12-31'].map((asOf) => ({
      parameters: { ids: ids.Agreement, roles: ['GOVERNOR', 'MAYOR', 'REGENT'], asOf },
    })),
  };
}
