import { foldName } from '../../domain/names.js';
import { refuse } from '../faults.js';

const LONGEST = 120;

/** A readable key made of texts, where an edit gives none. Refused where nothing of them can stand in a key. */
export function derivedKey(...texts: readonly (string | undefined)[]): string {
  const key = texts
    .map((text) => foldName(text ?? '').replace(/[^a-z0-9]+/g, '-'))
    .join('-')
    .replace(/-+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
  if (key === '' || texts.some((text) => text !== undefined && !/[a-z0-9]/.test(foldName(text))))
    refuse('INVALID', 'no key can be made of the name; give one, of small letters and digits in groups joined by - or .', 'key');
  return key;
}
