import type { Reject } from '../../exchange/reject.js';

interface Fault extends Pick<Reject, 'field' | 'reason'> {
  /** Null: it is not the same for all. */
  remedy: string | null;
  count: number;
  /** How often it was about which value. */
  readonly values: Map<string, number>;
}

/** How many faults, and values of one, are told apart: a million of them do not wait in memory. */
const MOST_FAULTS = 1_000;
const MOST_VALUES = 100;

const SHOWN_FAULTS = 5;
const SHOWN_VALUES = 3;

/** Counts what is wrong with many rows, so that one cause of many faults can be seen, and mended once. */
export class FrequentFaults {
  readonly #faults = new Map<string, Fault>();

  add({ field: at, value, reason, remedy }: Reject): void {
    // Of which record of a list it is says nothing of the cause.
    const field = at.replace(/\[\d+\]/g, '[]');
    const key = `${field}\n${reason}`;
    const fault: Fault = this.#faults.get(key) ?? { field, reason, remedy, count: 0, values: new Map<string, number>() };
    if (!this.#faults.has(key) && !this.#makesRoom()) return;
    this.#faults.set(key, fault);
    fault.count += 1;
    if (fault.remedy !== remedy) fault.remedy = null;
    const before = fault.values.get(value);
    if (before !== undefined || fault.values.size < MOST_VALUES) fault.values.set(value, (before ?? 0) + 1);
  }

  /** Faults that came once so far are forgotten where there are too many. */
  #makesRoom(): boolean {
    if (this.#faults.size < MOST_FAULTS) return true;
    for (const [key, { count }] of this.#faults) if (count === 1) this.#faults.delete(key);
    return this.#faults.size < MOST_FAULTS;
  }

  /** The faults that came more than once, the most frequent first. */
  lines(): string[] {
    return [...this.#faults.values()]
      .filter(({ count }) => count > 1)
      .sort((one, other) => other.count - one.count)
      .slice(0, SHOWN_FAULTS)
      .map((fault) => `  ${fault.count} times ${whatOf(fault)}${fault.reason}${fault.remedy === null ? '' : `; ${fault.remedy}`}`);
  }
}

function whatOf({ field, values }: Fault): string {
  if (field === '') return '';
  const shown = [...values]
    .filter(([value]) => value !== '')
    .sort(([, one], [, other]) => other - one)
    .slice(0, SHOWN_VALUES)
    .map(([value, count]) => (values.size === 1 ? ` "${value}"` : ` "${value}" (${count})`));
  return `${field}${shown.join(',')}${values.size > SHOWN_VALUES ? ' and others' : ''}: `;
}
