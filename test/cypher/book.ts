import { QueryBook } from '../../src/graph/query-book.js';

/** The query book as it ships, taken apart for the tests that hold it to its README. */
export const book = new QueryBook();
export const NAMES = book.names();

/** The files that other files take in. */
export const FRAGMENTS = new Set(NAMES.flatMap((name) => inclusionsOf(name)));
/** The frames that lists are put into. */
export const FRAMES = NAMES.filter((name) => name.startsWith('list/'));
export const MIGRATIONS = NAMES.filter((name) => name.startsWith('setup/'));
/** Lists are cut into pages by the frames. */
export const LISTS = NAMES.filter((name) => /\/list-/.test(name));
/** Statements that are whole as they stand. */
export const STATEMENTS = NAMES.filter((name) => !FRAGMENTS.has(name) && !LISTS.includes(name) && !MIGRATIONS.includes(name));

export interface Header {
  /** What the file answers. */
  readonly purpose: string;
  readonly parameters: string;
  readonly slots: string;
  readonly columns: string;
}

/** The comment that a file begins with, by its parts; the empty text for a part that is not there. */
export function headerOf(name: string): Header {
  const lines = book.source(name).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const parts = { purpose: '', parameters: '', slots: '', columns: '' };
  let part: keyof Header = 'purpose';
  for (const line of lines.slice(0, end)) {
    const [, begins, text] = /^\/\/ *(?:(Parameters|Slots|Columns): )?(.*)$/.exec(line) ?? [];
    if (begins !== undefined) part = begins.toLowerCase() as keyof Header;
    parts[part] = `${parts[part]} ${text}`.trim();
  }
  return parts;
}

/** The names that a part of a header lists: `ids, asOf (null: now); by = KIND or YEAR` lists ids, asOf and by. */
export function namesIn(part: string): string[] {
  return withoutInner(part)
    .split(/[,;]/)
    .map((item) => /^\s*([a-z]\w*)/.exec(item)?.[1] ?? '')
    .filter((name) => !['', 'none', 'those', 'and'].includes(name));
}

/** The files that a part of a header refers to: `those of agreement/matching`. */
export function referencesIn(part: string): string[] {
  return [...part.matchAll(/\bof ([a-z-]+\/[a-z-]+)/g)].map(([, name]) => name as string);
}

/** The parameters that a header declares, with those of the headers that it refers to. */
export function declaredParameters(name: string): string[] {
  const { parameters } = headerOf(name);
  const inherited = [...parameters.matchAll(/\bthose of ([a-z-]+\/[a-z-]+)/g)].flatMap(([, other]) => declaredParameters(other as string));
  return [...new Set([...namesIn(parameters), ...inherited])].sort();
}

/** The text of a file without its comments, with inclusions and with some word in every slot. */
export function statementOf(name: string): string {
  return book.statement(name, 'embedded', { label: 'Place', type: 'PART_OF', from: 'Place', to: 'Place', whole: 'Place', part: 'Code' });
}

/** The files that a file takes in; `deep`: and those that they take in. */
export function inclusionsOf(name: string, deep = false): string[] {
  const inner = [...book.source(name).matchAll(/\{\{> ([\w/-]+)(?: if [\w ]+)?\}\}/g)].map(([, included]) => included as string);
  return deep ? inner.flatMap((one) => [one, ...inclusionsOf(one, true)]) : inner;
}

/** The texts in quotes that a statement holds. */
export function literalsIn(statement: string): string[] {
  return [...statement.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
}

/** A text of the same length without what stands in quotes. */
export function withoutLiterals(text: string): string {
  return text.replace(/'[^']*'|"[^"]*"/g, (literal) => `'${' '.repeat(literal.length - 2)}'`);
}

/** A text of the same length without what stands in brackets of any kind. */
export function withoutInner(text: string): string {
  const inner = /\([^(){}[\]]*\)|\{[^(){}[\]]*\}|\[[^(){}[\]]*\]/g;
  const outer = text.replace(inner, (match) => ' '.repeat(match.length));
  return outer === text ? text : withoutInner(outer);
}

/** The columns that a statement returns, for each part of a UNION; none when it returns nothing. */
export function returnedColumns(statement: string): string[][] {
  const outer = withoutInner(withoutLiterals(statement));
  return [...outer.matchAll(/\bRETURN (?:DISTINCT )?(.*?)(?=\bORDER BY\b|\bLIMIT\b|\bUNION\b|$)/gs)].map((found) =>
    (found[1] ?? '').split(',').map((column) => /(\w+)\s*$/.exec(column)?.[1] ?? `? in ${column}`),
  );
}
