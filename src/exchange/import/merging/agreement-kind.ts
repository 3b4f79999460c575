import type { AgreementKind, PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import { isCityProvince } from '../places/city-provinces.js';

/** Why an agreement has a kind that nobody states. */
export const KIND_NOTE = 'From what its parties are.';

/** The kind that follows from what the parties are, where no source states one. A city-province is a city. */
export function agreementKind(parties: readonly PlaceRecord[], isDomestic: boolean): AgreementKind {
  if (isDomestic) return 'DOMESTIC';
  const all = (kind: PlaceKind) => parties.every((place) => place.kind === kind && !isCityProvince(place));
  if (all('PROVINCE')) return 'SISTER_PROVINCE';
  if (all('REGENCY')) return 'SISTER_REGENCY';
  if (all('VILLAGE')) return 'SISTER_VILLAGE';
  return 'SISTER_CITY';
}

/** Of several agreements between the same places, one that says most plainly that they are twins comes first. */
export function byPlainness(one: { readonly kind: AgreementKind }, other: { readonly kind: AgreementKind }): number {
  const plainly = ({ kind }: { readonly kind: AgreementKind }) => (kind.startsWith('SISTER_') ? 0 : 1);
  return plainly(one) - plainly(other);
}

/**
 * What an agreement joins, by its kind: null is the parties themselves. Sources call the one relation of two places
 * sister city, friendship or cooperation as they like, so these are one agreement of which they say different things. A
 * sister port joins the ports of its parties and is another agreement beside theirs, and so is a sister village, which
 * joins villages in them; where a party is a village, its own agreement is meant.
 */
export function joinedBy(kind: AgreementKind | null, parties: readonly PlaceRecord[]): 'PORTS' | 'VILLAGES' | null {
  if (kind === 'SISTER_PORT') return 'PORTS';
  if (kind === 'SISTER_VILLAGE' && parties.every((place) => place.kind !== 'VILLAGE')) return 'VILLAGES';
  return null;
}
