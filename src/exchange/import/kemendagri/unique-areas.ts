import { group } from 'd3-array';
import type { OnReject } from '../../reject.js';
import type { ListedArea } from './read-list.js';

/**
 * The areas of lists without those whose code is there more than once. Of rows that say the same the first is taken; of
 * those that say different things none, since nothing tells which is right.
 */
export function uniqueAreas(areas: readonly ListedArea[], onReject: OnReject): ListedArea[] {
  return [...group(areas, ({ code }) => code).values()].flatMap((bearers) => {
    const [first, ...others] = bearers;
    if (first === undefined || others.length === 0) return bearers;
    const where = (area: ListedArea) => `line ${area.line}${area.file === first.file ? '' : ` of ${area.file}`}`;
    const agree = others.every(({ name }) => name === first.name);
    for (const area of agree ? others : bearers) {
      const others = bearers.filter((one) => one !== area).map((one) => `${one.name} in ${where(one)}`);
      onReject({
        file: area.file,
        line: area.line,
        field: 'code',
        value: area.code,
        reason: agree ? `the code is there already, in ${where(first)}` : `the code is also that of ${others.slice(0, 3).join(', ')}`,
        remedy: agree ? 'leave out one of the rows' : 'leave only the row that is right',
      });
    }
    return agree ? [first] : [];
  });
}
