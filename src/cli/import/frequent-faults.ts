import type { Reject } from '../../exchange/reject.js';

interface Fault extends Pick<Reject, 'field' | 'reason' | 'remedy'> {
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

  add({ field, value, reason, remedy }: Reject): void {
    const key = `${field}\n${reason}`;
    const fault = this.#faults.get(key) ?? { field, reason, remedy, count: 0, values: new Map<string, number>() };
    if (!this.#faults.has(key)) {
      if (this.#faults.size === MOST_FAULTS) return;
      this.#faults.set(key, fault);
    }
    fault.count += 1;
    const before = fault.values.get(value);
    if (before !== undefined || fault.values.size < MOST_VALUES) fault.values.set(value, (before ?? 0) + 1);
  }

  /** The faults that came more than once, the most frequent first. */
  lines(): string[] {
    return [...this.#faults.values()]
      .filter(({ count }) => count > 1)
      .sort((one, other) => other.count - one.count)
      .slice(0, SHOWN_FAULTS)
      .map((fault) => `  ${fault.count} times ${whatOf(fault)}${fault.reason}; ${fault.remedy}`);
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
