import fc from 'fast-check';

type Pairs = readonly (readonly [string, string])[];

/** Pairs of distinct names from a few, so that pieces, leaves, rings and parallel agreements all occur. */
export function graphs({ names, pairs }: { readonly names: number; readonly pairs: number }): fc.Arbitrary<Pairs> {
  const name = fc.integer({ min: 0, max: names - 1 }).map((number) => `n${String(number).padStart(3, '0')}`);
  return fc
    .array(
      fc.tuple(name, name).filter(([a, b]) => a !== b),
      { maxLength: pairs },
    )
    .map((all): Pairs => all);
}
