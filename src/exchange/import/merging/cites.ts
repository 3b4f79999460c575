import type { CiteRecord } from '../../format/records.js';
import { boundedText } from './bounded-text.js';
import type { Said } from './said.js';

const MOST = 50;

/** The citations of one thing: each once, in the order in which they are added, as many as the format takes. */
export class Cites {
  readonly #all = new Map<string, CiteRecord>();

  /** Says that what a statement says is a reason for the thing, or speaks of one field of it. */
  add({ source, at, confidence }: Said, of: Partial<Pick<CiteRecord, 'field' | 'value' | 'basis' | 'preferred' | 'note'>> = {}): void {
    const cite: CiteRecord = {
      source,
      at: boundedText(at, 80),
      field: of.field,
      value: boundedText(of.value, 300),
      basis: of.basis ?? 'STATED',
      preferred: of.preferred ?? true,
      confidence: confidence ?? undefined,
      note: boundedText(of.note, 600),
    };
    this.#all.set(JSON.stringify(cite), cite);
  }

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  /** How many are too many. */
  get leftOut(): number {
    return Math.max(0, this.#all.size - MOST);
  }

  /** Where there are too many, the first one of each different thing that is said stays, and then those added first. */
  list(): CiteRecord[] {
    const cites = [...this.#all.values()];
    if (cites.length <= MOST) return cites;
    const first = new Map<string, CiteRecord>();
    for (const cite of cites) {
      const said = JSON.stringify([cite.field, cite.value, cite.preferred]);
      if (!first.has(said)) first.set(said, cite);
    }
    const some = new Set([...new Set([...first.values(), ...cites])].slice(0, MOST));
    return cites.filter((cite) => some.has(cite));
  }
}
