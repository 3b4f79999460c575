import type { CiteRecord } from '../../exchange/format/records.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';
import { type CitedPart, citedPart } from './cited-parts.js';
import { withCites } from './correct.js';

/** Tells a citation from the others of a thing. */
export interface CitationOf {
  /** Key of the source. */
  readonly source: string;
  readonly field?: string | undefined;
  readonly at?: string | undefined;
  readonly value?: string | undefined;
}

/** Adds what a source says in support of what is shown. */
export async function cite(desk: Desk, id: string, citation: CiteRecord): Promise<string> {
  const part = await citedPart(desk, id, 'id');
  desk.propose(part.with({ cites: withCites(part.cites, [citation]) }));
  return part.of;
}

/** Keeps what a source says of a field beside what is shown, without showing it. */
export async function dispute(
  desk: Desk,
  id: string,
  claim: CiteRecord & { readonly field: string; readonly value: string },
): Promise<string> {
  const part = await citedPart(desk, id, 'id');
  const shown = shownOf(part, claim.field);
  if (shown === claim.value)
    refuse('INVALID', `"${claim.field}" is "${shown}" already, so this is no dispute; cite the source instead`, 'value');
  desk.propose(part.with({ cites: withCites(part.cites, [{ ...claim, preferred: false }]) }));
  return part.of;
}

/**
 * Shows what a citation says of a field, in the place of what is shown now, which is kept beside it: with the sources
 * that were cited for the field, else with those of the thing as a whole.
 */
export async function prefer(desk: Desk, id: string, of: CitationOf & { readonly field: string }, reason: string): Promise<string> {
  const part = await citedPart(desk, id, 'id');
  const { cite: chosen, index } = theOne(part, of);
  if (chosen.preferred || chosen.value === undefined)
    refuse('INVALID', 'this citation does not say otherwise than what is shown', 'citation');
  const { field } = of;
  const shown = shownOf(part, field);
  const ofField = part.cites.filter((one) => one.preferred && one.field === field);
  const whole = part.cites.filter((one) => one.preferred && one.field === undefined);
  const dissent = (ofField.length > 0 ? ofField : whole).map((one) => ({ ...one, field, value: shown, preferred: false, note: reason }));
  const cites = part.cites
    .map((one, at) => (at === index ? { ...one, preferred: true, note: reason } : one))
    .filter((one) => !ofField.includes(one));
  desk.propose(part.with({ ...withField(part, field, chosen.value), cites: withCites(cites, shown === '' ? [] : dissent) }));
  return part.of;
}

/** Takes a citation back. The last one of a thing stays, since everything needs a source. */
export async function retract(desk: Desk, id: string, of: CitationOf): Promise<string> {
  const part = await citedPart(desk, id, 'id');
  const { index } = theOne(part, of);
  if (part.cites.length === 1)
    refuse('INVALID', 'it is the last citation, and everything needs a source; delete the thing or withdraw the step instead', 'citation');
  desk.propose(part.with({ cites: part.cites.filter((_, at) => at !== index) }));
  return part.of;
}

/** The citation that is meant; refused where it is none or one of several. */
function theOne({ cites }: CitedPart, { source, field, at, value }: CitationOf): { readonly cite: CiteRecord; readonly index: number } {
  const fits = (one: CiteRecord) =>
    one.source === source &&
    (field === undefined || one.field === field) &&
    (at === undefined || one.at === at) &&
    (value === undefined || one.value === value);
  const found = cites.flatMap((one, index) => (fits(one) ? [{ cite: one, index }] : []));
  const [first] = found;
  if (first === undefined) return refuse('NOT_FOUND', 'there is no such citation', 'citation');
  if (found.length > 1)
    return refuse('INVALID', `${found.length} citations are meant; say field, locator or value too, so that it is one`, 'citation');
  return first;
}

/** What is shown of a field, as a text; of one in another field `names.en`. Refuses what is no single value. */
function shownOf({ fields }: CitedPart, field: string): string {
  const value = field.split('.').reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], fields);
  if (typeof value === 'object' && value !== null)
    return refuse('INVALID', `"${field}" is no single value; accepted are fields such as name, date or title.en`, 'field');
  return value === undefined || value === null ? '' : String(value);
}

function withField({ fields }: CitedPart, field: string, value: string): Readonly<Record<string, unknown>> {
  const [name = '', inner] = field.split('.');
  const typed = typeof fields[name] === 'number' ? Number(value) : typeof fields[name] === 'boolean' ? value === 'true' : value;
  if (inner === undefined) return { [name]: typed };
  return { [name]: { ...(fields[name] as object | undefined), [inner]: value } };
}
