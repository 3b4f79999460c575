import { z } from 'zod';
import { parsePartialDate } from '../../domain/partial-date.js';
import { BASES, CONFIDENCES, membersOf } from '../../domain/vocabulary.js';
import { text } from './text.js';

/** What identifies a record among those of its type. */
export const key = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'a key has small letters and digits, in groups joined by - or .')
  .max(120);
/** Letters of any script, as names have them. */
export const slug = z
  .string()
  .regex(/^[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*$/u, 'a slug has letters and digits, in groups joined by - or .')
  .max(250);
export const url = z.url({ protocol: /^https?$/ }).max(1000);

/** YAML reads `1991` as a number and `2019-02-14` as a string; both are dates here. */
export const partialDate = z
  .union([z.string(), z.number().int().transform(String)])
  .superRefine((value, context) => {
    try {
      parsePartialDate(value);
    } catch (problem) {
      context.addIssue({ code: 'custom', message: (problem as Error).message });
    }
  })
  .describe('A date in EDTF level 1, as precise as the source and no more.');

export const cite = z
  .strictObject({
    source: key.describe('Key of the source.'),
    at: text(80).optional().describe('Where in the source: headline, lead, caption, p3 (third paragraph), row 12.'),
    field: text(60).optional().describe('The field of the record that the source speaks of; absent: the record as a whole.'),
    value: z
      .union([text(300), z.number().transform(String), z.boolean().transform(String)])
      .optional()
      .describe('What this source says of the field, needed where it differs from the record.'),
    basis: z.enum(membersOf(BASES)).default('STATED'),
    preferred: z.boolean().default(true).describe('false: the claim is kept beside the one that the record shows.'),
    confidence: z.enum(membersOf(CONFIDENCES)).optional(),
    note: text(600).optional().describe('In our own words: the reasoning behind an inference or a preference.'),
  })
  .describe('A citation: who says so, and where. Never the quoted sentence.');

/** Whatever is stated is stated by somebody. */
export const cites = z.array(cite).min(1).max(50);
/** Display names in Indonesian and English. */
export const bilingual = z
  .strictObject({ id: text(300).optional(), en: text(300).optional() })
  .refine((name) => name.id !== undefined || name.en !== undefined, 'a name needs id (Indonesian), en (English) or both');
