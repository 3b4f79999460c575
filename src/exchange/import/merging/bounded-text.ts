import { createHash } from 'node:crypto';
import { foldName } from '../../../domain/names.js';

/** Text as a field of the format takes it: cut where it is too long, undefined where there is none. */
export function boundedText(text: string | null | undefined, max: number): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  // Half of a pair of surrogates is no character.
  return trimmed.length <= max
    ? trimmed
    : `${trimmed
        .slice(0, max - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}

/** What a key has of a name: small Latin letters and digits in groups. Empty: the name has none. */
export function keyPart(name: string, max: number): string {
  return foldName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, max)
    .replace(/^-+|-+$/g, '');
}

/** Ten characters that tell one text from another. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
