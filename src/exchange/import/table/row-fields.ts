import { z } from 'zod';

/** A field that must be there, written as a pattern asks. */
export const written = (pattern: RegExp, accepted: string) => z.string().regex(pattern, accepted);

/** A field that may be empty, which is null. */
export const optional = (isWritten: (text: string) => boolean, accepted: string) =>
  z
    .string()
    .refine((text) => text === '' || isWritten(text), `${accepted}, or empty`)
    .transform((text) => (text === '' ? null : text));

export const matching = (pattern: RegExp) => (text: string) => pattern.test(text);

/** A name or a few words, perhaps none. */
export const label = z.string().trim().max(200, 'must not be longer than 200 characters');
