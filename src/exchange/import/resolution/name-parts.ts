/** A name without what stands behind it to tell it from others, and that: `Misato (Shimane)`, `Springfield, Illinois`. */
export interface NameParts {
  readonly name: string;
  /** Places that it is said to lie in, or other names of it. */
  readonly hints: readonly string[];
}

/** Null: the name is one piece. */
export function partsOfName(full: string): NameParts | null {
  const [, before, inside] = /^(.+?)\s*\(([^()]+)\)$/.exec(full.trim()) ?? [];
  if (before !== undefined && inside !== undefined) return { name: before, hints: listed(inside) };
  const [name, ...hints] = listed(full);
  return name === undefined || hints.length === 0 ? null : { name, hints };
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
