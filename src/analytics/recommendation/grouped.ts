import type { Row } from '../../graph/values.js';

/** The values of one column by those of another one, in the order of the rows. */
export function grouped(rows: readonly Row[], by: string, of: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(row[by] as string);
    if (group === undefined) groups.set(row[by] as string, [row[of] as string]);
    else group.push(row[of] as string);
  }
  return groups;
}
