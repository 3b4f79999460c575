import { NODES, type NodeLabel, RELATIONSHIPS } from '../../../src/domain/ontology.js';
import type { Slots } from '../../../src/graph/query-book.js';
import type { Parameters } from '../../../src/graph/values.js';
import { ENTITY_LABELS } from '../../../src/store/entities.js';
import { evidenceSamples } from './evidence-samples.js';
import { neighbourhoodLists, neighbourhoodQuestions } from './neighbourhood-samples.js';
import { recommendationSamples } from './recommendation-samples.js';
import { TIES } from './ties.js';
import { unitSamples } from './unit-samples.js';

/** A way to ask a statement of the book about the shipped data. */
export interface Sample {
  readonly parameters: Parameters;
  readonly slots?: Slots;
}

/** Ids that exist in the data under test, by label, and one that does not. */
export type KnownIds = Readonly<Record<NodeLabel, readonly string[]>>;

const INDONESIA = 'place:id';
const COUNTERPARTS: readonly Parameters[] = [
  { asOf: null, phases: null, kinds: null },
  { asOf: '2017-06-16', phases: ['AGREEMENT', 'INTENT'], kinds: ['SISTER_CITY', 'SISTER_PROVINCE'] },
];
const AGREEMENTS: readonly Parameters[] = [
  { asOf: null, kinds: null, phases: null, stages: null, sectors: null, within: null, order: 'TITLE' },
  { asOf: '2019-12-31', kinds: ['SISTER_CITY'], phases: ['AGREEMENT'], stages: null, sectors: null, within: null, order: 'DATE' },
  { asOf: null, kinds: null, phases: null, stages: ['LETTER_OF_INTENT', 'SIGNED'], sectors: null, within: 'place:cn', order: 'DATE' },
  { asOf: null, kinds: null, phases: null, stages: null, sectors: ['sector:education', 'sector:tourism'], within: null, order: 'TITLE' },
];
const EVENTS: readonly Parameters[] = [
  { kinds: null, from: null, until: null },
  { kinds: ['VISIT', 'MEETING'], from: '2018-04-30', until: '2023-12-31' },
];
const ROLES: readonly Parameters[] = [{ roles: null }, { roles: ['MAYOR', 'GOVERNOR', 'HOST', 'WITNESS'] }];
const KINDS: readonly Parameters[] = [{ kinds: null }, { kinds: ['CONSULATE_GENERAL', 'NEWS', 'CITY'] }];
const PLACES: readonly Parameters[] = [
  { kinds: null, withAgreements: null, order: 'NAME' },
  { kinds: ['CITY', 'REGENCY'], withAgreements: true, order: 'POPULATION' },
  { kinds: null, withAgreements: false, order: 'NAME' },
];
const OUTCOMES: readonly Parameters[] = [{ outcomes: null }, { outcomes: ['GLOBAL_WINNER'] }];

/** Parents and parameters of every list of the book. */
export function listSamples(
  ids: KnownIds,
): Readonly<Record<string, { readonly parents: readonly string[]; readonly parameters: readonly Parameters[] }>> {
  const all = [''];
  return {
    'place/list-all': { parents: all, parameters: PLACES },
    'place/list-within': { parents: [INDONESIA, 'place:id-ji', 'place:jp'], parameters: PLACES },
    'place/list-parts': { parents: [INDONESIA, 'place:id-ji', 'place:nowhere'], parameters: PLACES },
    'place/list-former-parts': { parents: ids.Place, parameters: PLACES },
    'place/list-counterparts': { parents: ids.Place, parameters: COUNTERPARTS },
    ...neighbourhoodLists(ids),
    'agreement/list-all': { parents: all, parameters: AGREEMENTS },
    'agreement/list-within': { parents: [INDONESIA, 'place:id-ji', 'place:cn'], parameters: AGREEMENTS },
    'agreement/list-of-place': { parents: ids.Place, parameters: AGREEMENTS },
    'agreement/list-of-sector': { parents: ids.Sector, parameters: AGREEMENTS },
    'agreement/list-beneath': { parents: ids.Agreement, parameters: AGREEMENTS },
    'agreement/list-prompted-by': { parents: ids.Award, parameters: AGREEMENTS },
    'agreement/list-stalled': {
      parents: all,
      parameters: [
        { asOf: null, reachedBy: '2024-01-01', phases: ['EXPLORATION', 'INTENT'], within: null },
        { asOf: '2018-01-01', reachedBy: '2017-01-01', phases: ['EXPLORATION', 'INTENT'], within: INDONESIA },
      ],
    },
    'official/list-all': { parents: all, parameters: ROLES },
    'official/list-of-place': { parents: ids.Place, parameters: ROLES },
    'office/list-all': { parents: all, parameters: ROLES },
    'office/list-of-place': { parents: ids.Place, parameters: ROLES },
    'office/list-of-mission': { parents: ids.Mission, parameters: ROLES },
    'tenure/list-of-office': { parents: ids.Office, parameters: [{}] },
    'tenure/list-of-official': { parents: ids.Official, parameters: [{}] },
    'mission/list-all': { parents: all, parameters: KINDS },
    'mission/list-covering': { parents: ['place:id-kota-kupang', 'place:id-nt', INDONESIA], parameters: KINDS },
    'mission/list-seated-in': { parents: ['place:id-kota-denpasar', 'place:id-jk'], parameters: KINDS },
    'mission/list-sent-by': { parents: ['place:jp', INDONESIA], parameters: KINDS },
    'event/list-all': { parents: all, parameters: EVENTS },
    'event/list-of-agreement': { parents: ids.Agreement, parameters: EVENTS },
    'event/list-of-sector': { parents: ids.Sector, parameters: EVENTS },
    'event/list-of-place': { parents: ids.Place, parameters: EVENTS },
    'participation/list-of-event': { parents: ids.Event, parameters: ROLES },
    'participation/list-of-official': { parents: ids.Official, parameters: ROLES },
    'participation/list-of-tenure': { parents: ids.Tenure, parameters: ROLES },
    'participation/list-of-place': { parents: ids.Place, parameters: ROLES },
    'participation/list-of-office': { parents: ids.Office, parameters: ROLES },
    'award/list-all': { parents: all, parameters: [{}] },
    'award/list-results': { parents: ids.Award, parameters: OUTCOMES },
    'award/list-results-of-place': { parents: ['place:id-kota-probolinggo', 'place:tr-gaziantep'], parameters: OUTCOMES },
    'sector/list-all': { parents: all, parameters: [{}] },
    'source/list-all': { parents: all, parameters: KINDS },
    'source/list-citations': { parents: ids.Source, parameters: [{}] },
  };
}

/** Ways to ask every other reading statement of the book. */
export function questionSamples(ids: KnownIds): Readonly<Record<string, readonly Sample[]>> {
  const of = (label: NodeLabel): Sample[] => [{ parameters: { ids: ids[label] } }, { parameters: { ids: [] } }];
  const places = ids.Place.slice(0, 12);
  const pairs = places.flatMap((a) => places.map((b) => ({ a, b })));
  const ends = Object.entries(RELATIONSHIPS).flatMap(([type, { from, to }]) =>
    from.flatMap((one) => to.map((other) => ({ type, from: one, to: other }))),
  );
  const sharing = { ...TIES[0], home: INDONESIA, homeKinds: ['CITY', 'REGENCY'], minShared: 1 };
  return {
    'graph/state': [{ parameters: {} }],
    'graph/is-empty': [{ parameters: {} }],
    'graph/count-nodes': Object.keys(NODES).map((label) => ({ parameters: {}, slots: { label } })),
    'graph/names-of': ENTITY_LABELS.map((label) => ({ parameters: { ids: ids[label] }, slots: { label } })),
    'graph/related': ends.map(({ type, from, to }) => ({ parameters: { ids: ids[from].slice(0, 50) }, slots: { type, from, to } })),
    'graph/related-back': ends
      .filter(({ to }) => to !== 'Source')
      .map(({ type, from, to }) => ({ parameters: { ids: ids[to].slice(0, 50) }, slots: { type, from, to } })),
    'place/by-ids': of('Place'),
    'place/by-slug': ['kota-batu-id', 'japan', 'no-such-place'].map((slug) => ({ parameters: { slug } })),
    'place/by-code': ['code:kemendagri.35.79', 'code:iso-3166-1.NA', 'code:iso-3166-2.JP-26', 'code:wikidata.Q0'].map((code) => ({
      parameters: { code },
    })),
    'place/ancestors': of('Place'),
    'place/codes': of('Place'),
    'place/beneath': [
      { parameters: { ids: ['place:id-ji', 'place:jp-26', 'place:nowhere'], most: 1_000 } },
      { parameters: { ids: [INDONESIA], most: 10 } },
    ],

    'agreement/by-ids': of('Agreement'),
    'agreement/stages': of('Agreement'),
    'agreement/stages-by-ids': of('Stage'),
    'agreement/plans': of('Agreement'),
    'agreement/umbrellas': of('Agreement'),
    'agreement/participants': ['SIGNATORY', 'WITNESS'].map((role) => ({ parameters: { ids: ids.Agreement, role } })),
    'agreement/between': COUNTERPARTS.map((ties) => ({ parameters: { ...ties, pairs } })),
    'official/by-ids': of('Official'),
    'office/by-ids': of('Office'),
    'tenure/by-ids': of('Tenure'),
    'mission/by-ids': of('Mission'),
    'mission/among-countries': [
      { parameters: { countries: ['place:jp', 'place:au', INDONESIA], kinds: ['EMBASSY', 'CONSULATE_GENERAL', 'CONSULATE'] } },
    ],
    'event/by-ids': of('Event'),
    'participation/by-ids': of('Participation'),
    'award/by-ids': of('Award'),
    'award/results-by-ids': of('AwardResult'),
    'sector/by-ids': of('Sector'),
    'source/by-ids': of('Source'),
    'source/licensed': [{ parameters: {} }],
    'source/citations-of': ENTITY_LABELS.filter((label) => label !== 'Source' && label !== 'Sector').map((label) => ({
      parameters: { ids: ids[label] },
      slots: { label },
    })),
    ...neighbourhoodQuestions(ids),
    'tie/neighbours': TIES.map((ties) => ({ parameters: { ...ties, ids: ids.Place } })),
    'tie/with-agreements': TIES.map((ties) => ({ parameters: { ...ties, ids: ids.Place } })),
    'tie/between': TIES.map((ties) => ({
      parameters: { ...ties, pairs: [...pairs, { a: 'place:id-kota-bandung', b: 'place:cn-liuzhou' }] },
    })),
    'snapshot/places': [{ parameters: { after: '', limit: 20_000 } }, { parameters: { after: 'place:id-kota-batu', limit: 3 } }],
    'snapshot/agreements': [{ parameters: { after: '', limit: 1_000 } }, { parameters: { after: ids.Agreement[3] ?? '', limit: 3 } }],
    ...evidenceSamples(ids),
    'search/names': [{ parameters: {} }],
    'questions/provinces-sharing-foreign-province': [
      { parameters: { ...sharing, afterShared: null, afterPair: '', limit: 50 } },
      { parameters: { ...sharing, afterShared: 1, afterPair: 'place:id-ba place:id-jt', limit: 3 } },
      {
        parameters: { ...sharing, ...TIES[1], homeKinds: ['PROVINCE', 'CITY'], minShared: 2, afterShared: null, afterPair: '', limit: 50 },
      },
    ],
    'questions/provinces-sharing-foreign-province-count': [{ parameters: sharing }],
    'questions/mission-coverage': [null, '2020-01-01'].map((asOf) => ({
      parameters: { mission: 'mission:consulate-general-of-japan-in-denpasar', placeKinds: ['CITY', 'REGENCY', 'PROVINCE'], asOf },
    })),
    'questions/negotiation-funnel': ['PROVINCE', 'KIND', 'YEAR'].flatMap((by) =>
      [null, '2018-01-01'].map((asOf) => ({ parameters: { country: INDONESIA, by, asOf } })),
    ),
    'questions/awards-before-talks': [{ parameters: { limit: 100 } }],
    ...unitSamples(ids),
    ...recommendationSamples(ids),
  };
}
