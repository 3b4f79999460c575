import type { Criterion, Verdict } from '../../../src/domain/criteria.js';
import { parsePartialDate } from '../../../src/domain/partial-date.js';
import type { DataSet } from '../../../src/exchange/format/records.js';
import type { Oracle } from './oracle.js';

/** Nothing in the records can decide these. */
const OPEN: readonly Criterion[] = [
  'REGIONAL_AFFAIRS',
  'NO_OFFICE_ABROAD',
  'NO_INTERFERENCE',
  'IN_LINE_WITH_PLANS',
  'EQUAL_TERRITORY',
  'COMPLEMENTARITY',
  'PEOPLE_TO_PEOPLE',
  'SIMILAR_CHARACTERISTICS',
  'SIMILAR_PROBLEMS',
];
const RANKS: Readonly<Record<string, number>> = { PROVINCE: 1, CITY: 2, REGENCY: 2, DISTRICT: 3, VILLAGE: 4 };

/** How two places stand before each criterion, worked out from the records. */
export function verdictsByHand(oracle: Oracle, data: DataSet, a: string, b: string, asOf: string | null): Record<Criterion, Verdict> {
  const [landOfA, landOfB] = [oracle.countryOf(a), oracle.countryOf(b)];
  const abroad = landOfA !== landOfB;
  const lands = [landOfA, landOfB];
  const agreements = oracle.standing(asOf, null).filter(({ parties }) => parties.includes(a) && parties.includes(b));
  const running = agreements.filter((agreement) => oracle.state(agreement, asOf)?.phase === 'AGREEMENT');
  const isMet = (yes: boolean): Verdict => (yes ? 'MET' : 'UNDECIDED');
  const inIndonesia = (verdict: Verdict): Verdict => (lands.includes('id') && abroad ? verdict : 'NOT_APPLICABLE');
  const inJapan = (verdict: Verdict): Verdict => (lands.includes('jp') && abroad ? verdict : 'NOT_APPLICABLE');

  const hasMission = data.missions.some(
    ({ sentBy, seat, kind }) =>
      kind !== 'HONORARY_CONSULATE' &&
      sentBy !== oracle.countryOf(seat) &&
      lands.includes(sentBy) &&
      lands.includes(oracle.countryOf(seat)),
  );
  const signedFor = (place: string, agreement: string) =>
    data.events.some(
      ({ agreements: concerned, date, participants }) =>
        concerned.includes(agreement) &&
        (asOf === null || (date !== undefined && parsePartialDate(date).effective <= asOf)) &&
        participants.some(({ role, tenure, office }) => {
          const key = office ?? data.tenures.find((one) => one.key === tenure)?.office;
          const held = data.offices.find((one) => one.key === key);
          return role === 'SIGNATORY' && held?.place === place && ['GOVERNOR', 'MAYOR', 'REGENT'].includes(held.role);
        }),
    );
  const [rankOfA, rankOfB] = [RANKS[oracle.place(a).kind], RANKS[oracle.place(b).kind]];
  return {
    ...(Object.fromEntries(OPEN.map((criterion) => [criterion, inIndonesia('UNDECIDED')])) as Record<Criterion, Verdict>),
    FOREIGN_PARTNER: lands.includes('id') ? (abroad ? 'MET' : 'NOT_MET') : 'NOT_APPLICABLE',
    DIPLOMATIC_RELATIONS: inIndonesia(isMet(hasMission)),
    EQUAL_STATUS: inIndonesia(rankOfA === undefined || rankOfB === undefined ? 'UNDECIDED' : rankOfA === rankOfB ? 'MET' : 'NOT_MET'),
    NO_AGREEMENT_YET: running.length === 0 ? 'MET' : 'NOT_MET',
    CLAIR_SIGNED_BY_HEADS: inJapan(isMet(running.some(({ key }) => signedFor(a, key) && signedFor(b, key)))),
    CLAIR_SEVERAL_FIELDS: inJapan(isMet(new Set(running.flatMap(({ sectors }) => sectors)).size > 1)),
    CLAIR_ASSEMBLY_APPROVED: inJapan('UNDECIDED'),
  };
}
