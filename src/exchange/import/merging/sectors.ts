import { ascending } from 'd3-array';
import { keyOfId } from '../../../domain/ontology.js';
import { idOfRecord, Retirements } from '../../dataset/retirements.js';
import { RECORD_TYPES, type SectorRecord } from '../../format/records.js';
import { wordsOf } from '../sheet/words.js';
import { boundedText, keyPart, shortHash } from './bounded-text.js';
import { SECTOR_WORDS } from './sector-words.js';

/** How many sectors an agreement may have. */
export const MOST_SECTORS = 30;

/** The sectors that there are, by the words that stand for them, and those that statements name beside these. */
export class Sectors {
  readonly #keyByWords = new Map<string, string>();
  /** Sectors that are named in one breath, as in `Perdagangan & investasi`. */
  readonly #keysByWords = new Map<string, readonly string[]>();
  /** Sectors that are new, in the order of their keys. */
  readonly created: readonly SectorRecord[];
  /** Sectors, as they are written, that are retired, with nothing in their place. */
  readonly retired: readonly string[];

  /** `written`: every sector that a statement names, as it is written. One that is retired is its successor, or none. */
  constructor(known: readonly SectorRecord[], written: Iterable<string>, retirements = new Retirements()) {
    const keys = new Set(known.map(({ key }) => key));
    for (const key of keys) for (const word of SECTOR_WORDS.get(key) ?? []) this.#keyByWords.set(plainWords(word), key);
    for (const { key, name } of known.toSorted((one, other) => ascending(other.key, one.key))) {
      for (const word of [name.id, name.en, key]) this.#keyByWords.set(plainWords(word), key);
    }
    const standing = new Map(this.#keyByWords);
    const created = new Map<string, SectorRecord>();
    const gone: { readonly words: string; readonly text: string; readonly successor: string }[] = [];
    for (const text of [...new Set(written)].sort()) {
      const words = plainWords(text);
      if (words === '' || this.#keyByWords.has(words)) continue;
      const several = joinedIn(text, standing);
      if (several.length > 1) {
        this.#keysByWords.set(words, several);
        continue;
      }
      const key = sectorKey(words, keys);
      const id = idOfRecord('sectors', key);
      if (retirements.has(id)) {
        gone.push({ words, text, successor: keyOfId(retirements.end(id) ?? '') });
        continue;
      }
      this.#keyByWords.set(words, key);
      const name = boundedText(text, 120) ?? words;
      if (!created.has(key)) created.set(key, RECORD_TYPES.sectors.parse({ key, name: { id: name, en: name } }));
    }
    for (const { words, successor } of gone) if (keys.has(successor) || created.has(successor)) this.#keyByWords.set(words, successor);
    this.retired = gone.filter(({ words }) => !this.#keyByWords.has(words)).map(({ text }) => text);
    this.created = [...created.values()].sort((one, other) => ascending(one.key, other.key));
  }

  /** The keys of sectors as they are written, each once and in order. */
  keysOf(written: Iterable<string>): string[] {
    const keysOf = (words: string) => this.#keyByWords.get(words) ?? this.#keysByWords.get(words) ?? [];
    return [...new Set([...written].flatMap((text) => keysOf(plainWords(text))))].sort();
  }
}

/** The sectors that a text joins; empty where one of them is not known. */
function joinedIn(text: string, known: ReadonlyMap<string, string>): readonly string[] {
  const keys = text.split(/&|\+|\b(?:dan|and|serta)\b/i).map((part) => known.get(plainWords(part)));
  return keys.every((key) => key !== undefined) ? [...new Set(keys)] : [];
}

/** The words of a sector without those that any could have. */
function plainWords(text: string): string {
  return wordsOf(text)
    .replace(/^(?:bidang|sektor|urusan|sector of|field of) | sector$/g, '')
    .replace(/ (?:dan|and) /g, ' ')
    .trim();
}

/** A key for a sector that is new, which none of the known ones has. */
function sectorKey(words: string, known: ReadonlySet<string>): string {
  const readable = keyPart(words, 100);
  const isWhole = readable === words.replaceAll(' ', '-');
  return isWhole && !known.has(readable) ? readable : `${readable === '' ? 'sector' : readable}-${shortHash(words)}`;
}
