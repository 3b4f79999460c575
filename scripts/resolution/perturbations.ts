import { createHash } from 'node:crypto';
import type { NamedParty } from '../../src/exchange/import/statement.js';

/** A number from 0 to below `n` that depends on the text alone, so that an evaluation comes out the same wherever it runs. */
export function pick(seed: string, n: number): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) % n;
}

/** A name with one typing error inside it: a letter left out, doubled, exchanged for another, or two that changed places. */
export function withTypo(name: string, seed = ''): string {
  const letters = [...name];
  const places = letters.flatMap((letter, at) => (at > 0 && /\p{L}/u.test(letter) ? [at] : []));
  const at = places[pick(`${seed} at ${name}`, places.length || 1)];
  if (at === undefined) return name;
  const [before, letter] = [letters[at - 1] ?? '', letters[at] ?? ''];
  const other = 'abcdefghijklmnopqrstuvwxyz'[pick(`${seed} letter ${name}`, 26)] ?? 'x';
  const swapped = /\p{L}/u.test(before) && before !== letter ? [letter.toLowerCase(), before.toLowerCase()] : [before, letter, letter];
  const edits: readonly (readonly [at: number, remove: number, insert: readonly string[]])[] = [
    [at, 1, []],
    [at, 1, [letter, letter]],
    [at, 1, [other === letter ? 'x' : other]],
    [at - 1, 2, swapped],
  ];
  const [from, remove, insert] = edits[pick(`${seed} edit ${name}`, edits.length)] ?? [0, 0, []];
  return letters.toSpliced(from, remove, ...insert).join('');
}

const KIND_WORDS = /^(?:Kota|Kabupaten|Provinsi|Desa) /;
const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/^Kabupaten /, 'Kab. '],
  [/^Kota /, 'Kodya '],
  [/^Provinsi /, 'Prov. '],
];

/** Other ways in which a source may name the same party. Null: it makes no difference for this one. */
export const PERTURBATIONS: Readonly<Record<string, (party: NamedParty) => NamedParty | null>> = {
  'in capital letters': renamed((name) => name.toUpperCase()),
  'without diacritics': renamed((name) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')),
  'kind abbreviated': renamed((name) => ABBREVIATED.reduce((text, [pattern, short]) => text.replace(pattern, short), name)),
  'without Kota, Kabupaten, Provinsi': renamed((name) => name.replace(KIND_WORDS, '')),
  'without these, and no level': (party) =>
    KIND_WORDS.test(party.name) ? { ...party, name: party.name.replace(KIND_WORDS, ''), level: null } : null,
  'no level': (party) => (party.level === null ? null : { ...party, level: null }),
  'words in reverse order': renamed((name) => name.split(' ').reverse().join(' ')),
  'one typing error': renamed((name) => withTypo(name)),
  'another typing error': renamed((name) => withTypo(name, 'second')),
};

function renamed(change: (name: string) => string): (party: NamedParty) => NamedParty | null {
  return (party) => {
    const name = change(party.name);
    return name === party.name ? null : { ...party, name };
  };
}
