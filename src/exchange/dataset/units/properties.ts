import { foldName } from '../../../domain/names.js';
import { idOf, type NodeLabel } from '../../../domain/ontology.js';
import { parsePartialDate } from '../../../domain/partial-date.js';
import type { Properties, Ref } from '../../../graph/unit.js';

/** The node of a record. */
export const ref = (label: NodeLabel, key: string): Ref => ({ label, id: idOf(label, key) });

/** A partial date as properties: the text, and the days that queries compare. */
export function dated(date: string | undefined, name = 'date'): Properties {
  if (date === undefined) return {};
  const { edtf, earliest, latest, effective } = parsePartialDate(date);
  return { [name]: edtf, [`${name}Earliest`]: earliest, [`${name}Latest`]: latest, [`${name}Effective`]: effective };
}

/** The day that a date counts for; null: it has none. */
export function effectiveDay(date: string | undefined): string | null {
  return date === undefined ? null : parsePartialDate(date).effective;
}

/** Display names as properties. `sortName` is what lists are ordered by. */
export function displayed(name: string, names: { id?: string | undefined; en?: string | undefined } = {}): Properties {
  return { name, nameId: names.id ?? null, nameEn: names.en ?? null, sortName: foldName(name) };
}

export function bilingual(name: { id?: string | undefined; en?: string | undefined }): Properties {
  return displayed(name.en ?? name.id ?? '', name);
}

/** The record's display names in two languages. */
export function namesOf({ nameId, nameEn }: Properties): { id?: string; en?: string } {
  return { ...(nameId == null ? {} : { id: nameId as string }), ...(nameEn == null ? {} : { en: nameEn as string }) };
}
