import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { BadInputError, DataInvalidError } from '../../../domain/errors.js';
import { membersOf, SOURCE_KINDS } from '../../../domain/vocabulary.js';

import { explain, fieldPath, fieldsOf } from '../../format/issues.js';
import { UnreadableValue } from '../unreadable-value.js';

import { ALL_FIELDS, type Field } from './fields.js';
import { readValue } from './values.js';
import { wordsOf } from './words.js';

/** A mapping with one optional member for each field. */
const perField = <T extends z.ZodType>(value: T) =>
  z.strictObject(Object.fromEntries(ALL_FIELDS.map((field) => [field, value.optional()])) as Record<Field, z.ZodOptional<T>>);
const text = (most: number) => z.string().trim().min(1).max(most);

/** A value that is read by the reader of its field. */
function readable(field: Field, value: string, order: 'DMY' | 'MDY'): string | null {
  try {
    readValue(field, value, order);
    return null;
  } catch (problem) {
    if (!(problem instanceof UnreadableValue)) throw problem;
    return `“${value}”: ${problem.message}; ${problem.remedy}`;
  }
}

function isDate(text: string): boolean {
  return readable('date', text, 'DMY') === null;
}

const dateOrder = z.enum(['DMY', 'MDY']);

/** What a sheet does not say itself: which column is what, what its words stand for, and where it comes from. */
export const SHEET_MAPPING = z
  .strictObject({
    columns: perField(z.string().trim())
      .default({})
      .describe('Name of the column of a field, where it is not recognised; empty: no column, though one has such a name.'),
    defaults: perField(text(1000)).default({}).describe('What holds where a row says nothing.'),
    values: perField(z.record(z.string(), z.string().trim()))
      .default({})
      .describe('What the words of a column stand for; empty: nothing, not even the default.'),
    source: z
      .strictObject({
        title: text(500),
        publisher: text(200).optional(),
        kind: z.enum(membersOf(SOURCE_KINDS)).optional(),
        url: z
          .url({ protocol: /^https?$/ })
          .max(1000)
          .optional(),
        published: text(40).optional().describe('A date, as in the columns.'),
        language: z
          .string()
          .regex(/^[a-z]{2,3}$/, 'must be a code of ISO 639, such as id')
          .optional(),
        licence: text(200).optional(),
      })
      .optional()
      .describe('The sheet as a source, for rows that name none of their own.'),
    statedOn: z
      .string()
      .trim()
      .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'must be a day, a month or a year, such as 2024-12-31')
      .refine((date) => isDate(date), 'is not in the calendar')
      .optional()
      .describe('For which day, month or year the sheet tells how agreements stand; else when its source was published.'),
    dateOrder: dateOrder.default('DMY').describe('How 03/04/2019 is read: DMY is 3 April.'),
    delimiter: z.string().min(1).optional().describe('Between the cells of a text file; else the header tells.'),
    sheet: text(100).optional().describe('Name of the sheet of a workbook; else the first that is not hidden.'),
    lastLine: z.coerce
      .number('must be the number of a line')
      .int()
      .min(2)
      .optional()
      .describe('Last line of the table; else the end of the file. What is below is not read.'),
    headerLine: z.coerce.number('must be the number of a line').int().min(1).max(1000).optional().describe('Line that names the columns.'),
  })
  .superRefine(({ defaults, values, source, dateOrder: order }, context) => {
    const check = (field: Field, value: string | undefined, path: string[]) => {
      const message = value ? readable(field, value, order) : null;
      if (message !== null) context.addIssue({ code: 'custom', path, message });
    };
    for (const field of ALL_FIELDS) {
      check(field, defaults[field], ['defaults', field]);
      for (const [word, value] of Object.entries(values[field] ?? {})) check(field, value, ['values', field, word]);
    }
    check('sourcePublished', source?.published, ['source', 'published']);
  })
  .transform(({ values, ...mapping }) => ({
    ...mapping,
    /** By field, then by the words as they are compared. */
    values: new Map(
      Object.entries(values).map(([field, words]) => [
        field as Field,
        new Map(Object.entries(words ?? {}).map(([word, value]) => [wordsOf(word), value])),
      ]),
    ),
  }));
export type SheetMapping = z.output<typeof SHEET_MAPPING>;

/** For a sheet that says all itself. */
export const NO_MAPPING: SheetMapping = SHEET_MAPPING.parse({});

/**
 * Reads a mapping from a YAML file, in which everything is text: 35.70 stays what it is, and NO is Norway. Throws
 * `BadInputError` when it cannot be read and `DataInvalidError` with everything that is wrong in it.
 */
export async function readMapping(file: string): Promise<SheetMapping> {
  const contents = await readFile(file, 'utf8').catch((error: Error) => {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : `cannot be read: ${error.message}`;
    throw new BadInputError(`the mapping ${file} ${why}`, error);
  });
  const lines = new LineCounter();
  const document = parseDocument(contents, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new DataInvalidError(
      document.errors.map(({ pos, message }) => ({ file, line: lines.linePos(pos[0]).line, field: '', message: `not YAML: ${message}` })),
      'mapping',
    );
  }
  const parsed = SHEET_MAPPING.safeParse(document.toJS({ maxAliasCount: 100 }) || {});
  if (parsed.success) return parsed.data;
  /** Of the field, or of what it should stand in. */
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? null : lineOf(path.slice(0, -1));
  };
  throw new DataInvalidError(
    parsed.error.issues.flatMap((issue) =>
      fieldsOf(issue).map((path) => ({ file, line: lineOf(path), field: fieldPath(path), message: messageOf(issue) })),
    ),
    'mapping',
  );
}

/** Under columns, defaults and values stand the fields of a sheet. */
function messageOf(issue: z.core.$ZodIssue): string {
  const isOfFields = issue.code === 'unrecognized_keys' && issue.path.length === 1;
  return isOfFields && issue.path[0] !== 'source' ? `unknown field; accepted are ${ALL_FIELDS.join(', ')}` : explain(issue);
}
