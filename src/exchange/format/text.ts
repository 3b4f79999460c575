import { z } from 'zod';
import { LOST_CHARACTER, LOST_REASON } from '../lost-characters.js';

/** A text of one character at least, without space around it. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !LOST_CHARACTER.test(value), LOST_REASON);
