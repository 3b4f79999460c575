/** How many lines of a list in a report are shown where not all are asked for. */
const SOME = 5;
/** How many where there is no way to ask for all. */
const MORE = 10;

/**
 * A list in a report for people, indented: all of it, or the first lines and how many more there are. `all`: whether all
 * are asked for, as by a dry run; absent: nobody can.
 */
export function someLines(lines: readonly string[], all?: boolean): string[] {
  const shown = all === true ? lines.length : all === undefined ? MORE : SOME;
  return [
    ...lines.slice(0, shown).map((line) => `            ${line}`),
    ...(lines.length <= shown ? [] : [`            and ${lines.length - shown} more${all === undefined ? '' : '; --dry-run shows all'}`]),
  ];
}
