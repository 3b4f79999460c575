import type { Difference } from '../../exchange/diff/diff.js';
import type { FieldChange } from '../../exchange/diff/field-changes.js';
import type { RecordType } from '../../exchange/format/records.js';

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;
const KINDS = Object.keys(SIGNS) as (keyof typeof SIGNS)[];
export type Counts = Record<keyof typeof SIGNS, number>;

/** Types that add to the things of other data sets, in words. */
const WORDS: Partial<Record<RecordType, string>> = {
  placeDetails: 'added to places of other data sets',
  agreementDetails: 'added to agreements of other data sets',
};

const WIDEST = 60;

/** Differences in lines for people, a group for each type of a data set, and how many there are in all. */
export class DifferenceLines {
  readonly #limit: number;
  readonly #print: (line: string) => void;
  readonly #groups = new Map<string, { readonly counts: Counts; readonly lines: string[]; shown: number }>();
  readonly total: Counts = none();

  /** `limit`: how many records of a group are shown. */
  constructor(limit: number, print: (line: string) => void) {
    this.#limit = limit;
    this.#print = print;
  }

  add({ dataSet, type, key, kind, fields }: Difference): void {
    const name = `${dataSet}: ${WORDS[type] ?? type}`;
    const group = this.#groups.get(name) ?? { counts: none(), lines: [], shown: 0 };
    this.#groups.set(name, group);
    group.counts[kind] += 1;
    this.total[kind] += 1;
    if (group.shown === this.#limit) return;
    group.shown += 1;
    group.lines.push(`  ${SIGNS[kind]} ${key}`);
    for (const change of fields.slice(0, this.#limit)) group.lines.push(`      ${fieldLine(change)}`);
    if (fields.length > this.#limit) group.lines.push(`      and ${fields.length - this.#limit} more fields`);
  }

  /** Prints all of them; nothing where there are none. */
  end(): void {
    for (const [name, { counts, lines, shown }] of this.#groups) {
      this.#print(`${name}: ${inWords(counts)}`);
      for (const line of lines) this.#print(line);
      const rest = counts.added + counts.removed + counts.changed - shown;
      if (rest > 0) this.#print(`  and ${rest} more, which a higher --limit or --json shows`);
    }
  }
}

export function inWords(counts: Counts): string {
  return KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kind}`)
    .join(', ');
}

function none(): Counts {
  return { added: 0, removed: 0, changed: 0 };
}

function fieldLine(change: FieldChange): string {
  const { field } = change;
  if (!('before' in change)) return `${field}: now ${shown(change.after)}`;
  if (!('after' in change)) return `${field}: no longer ${shown(change.before)}`;
  return `${field}: ${shown(change.before)} → ${shown(change.after)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
