import type { PlaceRecord } from '../../src/exchange/format/records.js';
import type { KnownPlaces } from '../../src/exchange/import/places/known-places.js';
import type { Outcome, Rule } from '../../src/exchange/import/resolution/outcome.js';
import type { LabelledParty } from './labelled-parties.js';

/** What a place that was found is worth, by the labels: null where there is none to go by. */
export function isRight(found: PlaceRecord, { place, subdivision }: Pick<LabelledParty, 'place' | 'subdivision'>, known: KnownPlaces) {
  if (place !== null) return found === place;
  return subdivision === null ? null : [...known.below(found)].includes(subdivision);
}

/** Counts of what became of labelled parties. */
export class Tally {
  parties = 0;
  right = 0;
  wrong = 0;
  /** Found, and no label to go by. */
  unlabelled = 0;
  asked = 0;
  /** Of those asked about: how many have the right place among the candidates. */
  askedWithRight = 0;
  unknown = 0;
  readonly byRule = new Map<Rule, { right: number; wrong: number; unlabelled: number }>();

  add(outcome: Outcome, label: Pick<LabelledParty, 'place' | 'subdivision'>, known: KnownPlaces): void {
    this.parties += 1;
    if (outcome.kind === 'FOUND') {
      const right = isRight(outcome.place, label, known);
      const what = right === null ? 'unlabelled' : right ? 'right' : 'wrong';
      this[what] += 1;
      const rule = this.byRule.get(outcome.rule) ?? { right: 0, wrong: 0, unlabelled: 0 };
      rule[what] += 1;
      this.byRule.set(outcome.rule, rule);
    } else if (outcome.kind === 'AMBIGUOUS') {
      this.asked += 1;
      if (outcome.candidates.some(({ place }) => isRight(place, label, known))) this.askedWithRight += 1;
    } else this.unknown += 1;
  }

  /** Of the places that were found and can be checked: how many are right. */
  get precision(): string {
    return share(this.right, this.right + this.wrong);
  }

  /** Of all parties that can be checked: how many were found and are right. */
  get recall(): string {
    return share(this.right, this.parties - this.unlabelled);
  }
}

/** A share in percent with one decimal; nothing where there is nothing to share. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** A table in Markdown; all columns but the first hold numbers. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)).join(' | ')} |`;
  return [
    line(columns),
    `| --- |${columns
      .slice(1)
      .map(() => ' ---: |')
      .join('')}`,
    ...rows.map(line),
  ].join('\n');
}
