import { z } from 'zod';
import { ROLES_IN_ORDER } from '../../domain/access/roles.js';
import { labelOf } from '../../domain/ontology.js';
import { readOperatorFile } from '../../exchange/format/operator-file.js';

/** How somebody with a static token is called, which is their name in the history of changes too. */
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const NAME_ACCEPTED = 'must be 1 to 63 small letters, digits and hyphens, such as kerja-sama-jatim';

export function isTokenName(text: string): boolean {
  return NAME.test(text);
}

export function isPlaceId(text: string): boolean {
  return labelOf(text) === 'Place';
}

/** Whether a text is a day of the calendar, such as 2027-12-31. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

const ENTRY = z
  .strictObject({
    name: z.string().refine(isTokenName, NAME_ACCEPTED),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the token in 64 small hexadecimal digits; kembar token create gives it'),
    role: z.enum(ROLES_IN_ORDER),
    within: z
      .array(z.string().refine(isPlaceId, 'must be the id of a place, such as place:id-ji'))
      .min(1, 'must name a place; leave it out for no limit')
      .optional(),
    expires: z.string().refine(isDay, 'must be a day such as 2027-12-31, the last on which the token is accepted').optional(),
  })
  .refine(({ role, within }) => within === undefined || role === 'editor', {
    path: ['within'],
    message: 'limits an editor only; leave it out, or make the role editor',
  });
export type TokenEntry = z.output<typeof ENTRY>;

const FILE = z.strictObject({ tokens: z.array(ENTRY).nullable() }).superRefine(({ tokens }, context) => {
  for (const field of ['name', 'sha256'] as const) {
    const seen = new Map<string, number>();
    (tokens ?? []).forEach((entry, index) => {
      const first = seen.get(entry[field]);
      if (first === undefined) seen.set(entry[field], index);
      else
        context.addIssue({
          code: 'custom',
          path: ['tokens', index, field],
          message: `is that of tokens[${first}] too; each token has its own`,
        });
    });
  }
});

/** The entries of a file of tokens, in YAML or JSON. Throws `BadInputError` that names each wrong entry and field. */
export function readTokenEntries(file: string, text: string): readonly TokenEntry[] {
  return readOperatorFile(file, text, FILE, 'tokens')?.tokens ?? [];
}

/** The first moment at which a token is not accepted any more: the end of its last day, by UTC. Null: there is none. */
export function endOf({ expires }: Pick<TokenEntry, 'expires'>): number | null {
  return expires === undefined ? null : Date.parse(expires) + 86_400_000;
}
