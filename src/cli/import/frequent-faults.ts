import type { Reject } from '../../exchange/reject.js';

/** One value that a fault was about, and where. */
interface Occurrences {
  count: number;
  /** The first of the rows. */
  readonly rows: Pick<Reject, 'file' | 'line'>[];
  readonly remedy: string;
}

interface Fault extends Pick<Reject, 'field' | 'reason'> {
  /** Null: it is not the same for all. */
  remedy: string | null;
  count: number;
  readonly values: Map<string, Occurrences>;
  /** How often it was about values that are not told apart any more. */
  others: number;
}

/** How many faults, and values of one, are told apart: a million of them do not wait in memory. */
const MOST_FAULTS = 1_000;
const MOST_VALUES = 100;

/** How many faults are shown where a file keeps them all, and where none does. */
const SHOWN_FAULTS = 5;
const SHOWN_FAULTS_WITHOUT_FILE = 20;
const SHOWN_VALUES = 5;
const SHOWN_ROWS = 8;

/** Counts what is wrong with many rows, so that one cause of many faults can be seen, and mended once. */
export class FrequentFaults {
  readonly #faults = new Map<string, Fault>();

  add({ file, line, field: at, value, reason, remedy }: Reject): void {
    // Of which record of a list it is says nothing of the cause.
    const field = at.replace(/\[\d+\]/g, '[]');
    const key = `${field}\n${reason}`;
    const fault: Fault = this.#faults.get(key) ?? { field, reason, remedy, count: 0, values: new Map(), others: 0 };
    if (!this.#faults.has(key) && !this.#makesRoom()) return;
    this.#faults.set(key, fault);
    fault.count += 1;
    if (fault.remedy !== remedy) fault.remedy = null;
    const before = fault.values.get(value);
    if (before === undefined && fault.values.size >= MOST_VALUES) {
      fault.others += 1;
      return;
    }
    const occurrences = before ?? { count: 0, rows: [], remedy };
    occurrences.count += 1;
    if (occurrences.rows.length < SHOWN_ROWS) occurrences.rows.push({ file, line });
    fault.values.set(value, occurrences);
  }

  /** Faults that came once so far are forgotten where there are too many. */
  #makesRoom(): boolean {
    if (this.#faults.size < MOST_FAULTS) return true;
    for (const [key, { count }] of this.#faults) if (count === 1) this.#faults.delete(key);
    return this.#faults.size < MOST_FAULTS;
  }

  /** The faults with their values and rows, the most frequent first; where a file keeps them all, those that came more than once. */
  lines({ isKept }: { readonly isKept: boolean }): string[] {
    const told = [...this.#faults.values()]
      .filter(({ count }) => !isKept || count > 1)
      .sort((one, other) => other.count - one.count)
      .map(linesOf);
    const most = isKept ? SHOWN_FAULTS : SHOWN_FAULTS_WITHOUT_FILE;
    const more = told.length > most && !isKept ? [`  and ${told.length - most} others; --rejects FILE keeps them all`] : [];
    return [...told.slice(0, most).flat(), ...more];
  }
}

function linesOf({ field, reason, remedy, count, values, others }: Fault): string[] {
  const times = count === 1 ? 'once' : `${count} times`;
  const sorted = [...values].sort(([, one], [, other]) => other.count - one.count);
  const more = sorted.slice(SHOWN_VALUES).reduce((sum, [, one]) => sum + one.count, others);
  return [
    `  ${times} ${field === '' ? '' : `${field}: `}${reason}${remedy === null ? '' : `; ${remedy}`}`,
    ...sorted
      .slice(0, SHOWN_VALUES)
      .map(([value, one]) => `      ${value === '' ? '' : `"${value}" `}${where(one)}${remedy === null ? `; ${one.remedy}` : ''}`),
    ...(more === 0 ? [] : [`      and ${more} times another value`]),
  ];
}

/** The rows in words: `in a.csv:2, 3 and 7 more`. */
function where({ rows, count }: Occurrences): string {
  const told = rows.map(({ file, line }, index) => {
    const isSame = rows[index - 1]?.file === file;
    return isSame && line !== null ? String(line) : `${file}${line === null ? '' : `:${line}`}`;
  });
  return `in ${told.join(', ')}${count > rows.length ? ` and ${count - rows.length} more` : ''}`;
}
