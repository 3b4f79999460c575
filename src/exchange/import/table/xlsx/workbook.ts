import { posix } from 'node:path';
import { BadInputError } from '../../../../domain/errors.js';
import type { PackageParts } from './package-parts.js';
import { allOf } from './xml.js';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Workbook {
  /** Those with rows, in their order; no charts. */
  readonly sheets: readonly WorkbookSheet[];
  /** Whether days are counted from 1904, as Excel for Mac once did. */
  readonly from1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** Reads what sheets a workbook has. Throws `BadInputError` for a zip that holds no workbook of Excel. */
export async function readWorkbook(file: string, parts: PackageParts): Promise<Workbook> {
  const refuse = (what: string): never => {
    throw new BadInputError(`${file} ${what}: open it in a spreadsheet and save it as .xlsx, or as CSV UTF-8`);
  };
  if (!parts.has('_rels/.rels')) refuse('is a zip, but no Excel workbook');
  const [main] = (await relations(parts, '')).filter(({ type }) => type === 'officeDocument');
  if (main === undefined) return refuse('is no Excel workbook');
  if (!main.part.endsWith('.xml')) refuse('is a binary workbook (.xlsb)');
  const related = await relations(parts, main.part);
  const partOf = new Map(related.filter(({ type }) => type === 'worksheet').map(({ id, part }) => [id, part]));
  let from1904 = false;
  let isWorkbook = false;
  const sheets = await allOf<WorkbookSheet>(parts.text(main.part), {
    open: (name, attributes, emit) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '');
      const part = partOf.get(attributes.get('id') ?? '');
      if (name !== 'sheet' || part === undefined) return;
      emit({ name: attributes.get('name') ?? '', hidden: (attributes.get('state') ?? 'visible') !== 'visible', part });
    },
  });
  if (!isWorkbook) refuse('is a document of Office, but no workbook');
  const only = (kind: string) => related.find(({ type }) => type === kind)?.part ?? null;
  return { sheets, from1904, sharedStrings: only('sharedStrings'), styles: only('styles') };
}

/** The sheet of a name, or the first one that can be seen. Throws `BadInputError` that names the sheets there are. */
export function sheetOf(file: string, { sheets }: Workbook, name: string | undefined): WorkbookSheet {
  const found = sheets.find((sheet) => (name === undefined ? !sheet.hidden : sheet.name === name));
  if (found !== undefined) return found;
  const there = sheets.map((sheet) => `${sheet.name}${sheet.hidden ? ' (hidden)' : ''}`).join(', ') || 'none';
  throw new BadInputError(
    name === undefined ? `${file} has no sheet that can be seen: name one of ${there}` : `${file} has no sheet ${name}; it has ${there}`,
  );
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which is the same in both dialects of the format. */
  readonly type: string;
  readonly part: string;
}

/** The parts that a part refers to. */
async function relations(parts: PackageParts, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!parts.has(list)) return [];
  return allOf<Relation>(parts.text(list), {
    open: (name, attributes, emit) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const target = attributes.get('Target') ?? '';
      emit({
        id: attributes.get('Id') ?? '',
        type: posix.basename(attributes.get('Type') ?? ''),
        part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
}
