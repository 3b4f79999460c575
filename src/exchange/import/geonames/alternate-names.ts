import { type OnReject, shownValue } from '../../reject.js';
import type { ImportedFile } from '../import-source.js';
import { eachDumpLine } from './dump-lines.js';

/** A name of a place in a language. */
export interface AlternateName {
  readonly text: string;
  /** ISO 639. */
  readonly language: string;
  readonly isPreferred: boolean;
  readonly isHistoric: boolean;
}

export interface Alternates {
  readonly names: readonly AlternateName[];
  /** Items of Wikidata. */
  readonly items: readonly string[];
}

/** How alternateNamesV2.txt calls items of Wikidata among its languages. */
const WIKIDATA = 'wkdt';

/** Columns of alternateNamesV2.txt: id, GeoNames id, language, name, preferred, short, colloquial, historic, from, to. */
const FEWEST_COLUMNS = 8;

/**
 * The names that alternateNamesV2.txt has for places, by their GeoNames ids, in some languages; colloquial ones are left
 * out, and the file as it was read. Throws `BadInputError` and `DataInvalidError`.
 */
export async function readAlternateNames(
  file: string,
  { ids, languages }: { readonly ids: ReadonlySet<string>; readonly languages: ReadonlySet<string> },
  onReject: OnReject,
): Promise<{ readonly names: ReadonlyMap<string, Alternates>; readonly files: readonly ImportedFile[] }> {
  const found = new Map<string, { names: AlternateName[]; items: Set<string> }>();
  const sha256 = await eachDumpLine(file, (text, line) => {
    const cells = text.split('\t');
    const [, id = '', language = '', name = '', preferred, , colloquial, historic] = cells;
    const reject = (reason: string): void =>
      onReject({ file, line, field: '', value: shownValue(text), reason, remedy: 'give alternateNamesV2.txt as it is' });
    if (cells.length < FEWEST_COLUMNS) {
      reject(`the row has ${cells.length} fields; at least ${FEWEST_COLUMNS} are accepted`);
      return;
    }
    if (!ids.has(id) || (language !== WIKIDATA && !languages.has(language))) return;
    const of = found.get(id) ?? { names: [], items: new Set() };
    found.set(id, of);
    if (language === WIKIDATA) {
      if (/^Q[1-9]\d{0,11}$/.test(name)) of.items.add(name);
      else reject(`${shownValue(name)} is no item of Wikidata`);
    } else if (name.includes('\uFFFD') || name.length > 200 || name.trim() === '') reject('the name is empty, too long or not UTF-8');
    else if (colloquial !== '1')
      of.names.push({ text: name.trim(), language, isPreferred: preferred === '1', isHistoric: historic === '1' });
  });
  const names = new Map([...found].map(([id, { names, items }]) => [id, { names: names.sort(byUse), items: [...items].sort() }]));
  return { names, files: [{ name: file, sha256 }] };
}

/** The names of today first, and of these the preferred ones. */
function byUse(a: AlternateName, b: AlternateName): number {
  return (
    Number(a.isHistoric) - Number(b.isHistoric) ||
    Number(b.isPreferred) - Number(a.isPreferred) ||
    (`${a.language} ${a.text}` < `${b.language} ${b.text}` ? -1 : 1)
  );
}
