/** How many lines of a list in a report are shown where not all are asked for. */
const SOME = 5;

/** A list in a report for people, indented: all of it, or the first lines and how many more there are. */
export function someLines(lines: readonly string[], all: boolean): string[] {
  return [
    ...lines.slice(0, all ? undefined : SOME).map((line) => `            ${line}`),
    ...(all || lines.length <= SOME ? [] : [`            and ${lines.length - SOME} more; --dry-run shows all`]),
  ];
}
