import { foldName } from '../../../domain/names.js';
import type { NameKind } from '../../../domain/vocabulary.js';
import type { Geoname } from './geoname.js';

/** A name that a dump has for a place. */
export interface RowName {
  readonly text: string;
  /** ISO 639; null: it is not said. */
  readonly language: string | null;
  readonly isHistoric: boolean;
}

/** What is known of a row beyond itself: its names, the likeliest first, and items of Wikidata that no other place has. */
export type NamesOfRow = (row: Geoname) => { readonly names: readonly RowName[]; readonly items: readonly string[] };

interface Cite {
  readonly source: string;
  readonly at: string;
}

interface NewName {
  text: string;
  kind: NameKind;
  language?: string;
  cites: Cite[];
}

/** The names that a place does not have, at most so many: each once, however it is spelt. */
export function newNames(borne: readonly string[], names: readonly RowName[], cite: Cite, most: number): NewName[] {
  const folded = new Set(borne.map(foldName));
  const added: NewName[] = [];
  for (const { text, language, isHistoric } of names) {
    const name = foldName(text);
    if (folded.has(name) || added.length >= most) continue;
    folded.add(name);
    added.push({ text, kind: isHistoric ? 'FORMER' : 'ALIAS', ...(language === null ? {} : { language }), cites: [cite] });
  }
  return added;
}
