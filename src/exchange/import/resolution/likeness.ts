import { distance } from 'fastest-levenshtein';

/** A name prepared for being compared with many. */
export interface Comparable {
  readonly text: string;
  /** Its words in alphabetical order; the same text where it has one word. */
  readonly sorted: string;
  /** A bit for each letter that it has. */
  readonly bits: number;
}

/** What is taken off names whose words stand in another order. */
const REORDERED = 0.05;

export function comparable(spelled: string): Comparable {
  const sorted = spelled.split(' ').sort().join(' ');
  let bits = 0;
  for (let at = 0; at < spelled.length; at += 1) if (spelled[at] !== ' ') bits |= 1 << (spelled.charCodeAt(at) & 31);
  return { text: spelled, sorted: sorted === spelled ? spelled : sorted, bits };
}

/**
 * How alike two spelled names are, from 0 to 1: the share of the longer one's letters that need no edit (Levenshtein;
 * two letters that changed places are one edit), in the order of the words or, for a little less, in alphabetical order.
 * 0 for everything below `least`.
 */
export function likeness(a: Comparable, b: Comparable, least = 0): number {
  const longer = Math.max(a.text.length, b.text.length);
  if (longer === 0) return 0;
  const most = Math.floor((1 - least) * longer + 1e-9);
  if (Math.abs(a.text.length - b.text.length) > most) return 0;
  // An edit adds, takes away or exchanges a letter, so it changes two bits at most.
  if (bitCount(a.bits ^ b.bits) > 2 * most) return 0;
  const asWritten = 1 - (isSwap(a.text, b.text) ? 1 : distance(a.text, b.text)) / longer;
  const reordered = a.sorted === a.text && b.sorted === b.text ? 0 : 1 - distance(a.sorted, b.sorted) / longer - REORDERED;
  const best = Math.max(asWritten, reordered);
  return best < least ? 0 : best;
}

/** Whether two texts are the same but for two letters beside one another that changed places: one error, though two edits. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at < a.length - 1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function bitCount(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}
