import type { OnReject } from '../../reject.js';
import { shownValue } from '../../reject.js';
import type { ImportedFile } from '../import-source.js';
import type { KnownPlaces } from '../places/known-places.js';
import { CROSSWALK_ROW, type CrosswalkRow } from '../subdivisions/crosswalk-row.js';
import { type Subdivision, Subdivisions } from '../subdivisions/subdivisions.js';
import { readRows } from '../table/read-rows.js';
import { eachDumpLine } from './dump-lines.js';

export interface FirstLevelFiles {
  /** admin1CodesASCII.txt: code, name, name in ASCII, GeoNames id. Without it names do not find subdivisions. */
  readonly admin1?: string | undefined;
  /** Which ISO 3166-2 code belongs to a first-level code of GeoNames. */
  readonly subdivisions?: string | undefined;
}

interface Admin1 {
  readonly name: string;
  readonly id: string;
}

/** Finds the known place that a first-level code of GeoNames, such as `ID.08`, stands for. */
export class FirstLevel {
  readonly #known: KnownPlaces;
  readonly #codes: ReadonlyMap<string, Admin1>;
  readonly #subdivisions: Subdivisions;
  /** What was read for it. */
  readonly files: readonly ImportedFile[];

  private constructor(
    known: KnownPlaces,
    codes: ReadonlyMap<string, Admin1>,
    rows: readonly CrosswalkRow[],
    files: readonly ImportedFile[],
  ) {
    this.#known = known;
    this.#codes = codes;
    this.#subdivisions = new Subdivisions(known, rows);
    this.files = files;
  }

  /** Throws `BadInputError` and `DataInvalidError`. */
  static async read({ admin1, subdivisions }: FirstLevelFiles, known: KnownPlaces, onReject: OnReject): Promise<FirstLevel> {
    const codes = new Map<string, Admin1>();
    const rows: CrosswalkRow[] = [];
    const files: ImportedFile[] = [];
    if (admin1 !== undefined) files.push({ name: admin1, sha256: await readAdmin1(admin1, codes, onReject) });
    if (subdivisions !== undefined) {
      const table = await readRows(subdivisions, CROSSWALK_ROW);
      rows.push(...table.rows.map(({ value }) => value));
      files.push({ name: subdivisions, sha256: table.sha256 });
    }
    return new FirstLevel(known, codes, rows, files);
  }

  nameOf(code: string): string {
    return this.#codes.get(code)?.name ?? '';
  }

  /** Null when nothing that can be relied on leads to a known place of the country. */
  find(code: string | null): Subdivision | null {
    if (code === null) return null;
    const place = this.#known.withCode('GEONAMES', this.#codes.get(code)?.id ?? '');
    // The id of the area; a place below the first level may have been given it.
    const coded = place !== undefined && place.kind === 'PROVINCE' ? { place, same: true } : null;
    const found = coded ?? this.#subdivisions.find(code, this.nameOf(code));
    const country = code.slice(0, 2).toLowerCase();
    return found !== null && this.#known.countryOf(found.place)?.key === country ? found : null;
  }
}

/** Puts what the file has into `codes`, and gives the hash of the file. */
async function readAdmin1(file: string, codes: Map<string, Admin1>, onReject: OnReject): Promise<string> {
  return eachDumpLine(file, (text, line) => {
    const [code = '', name = '', , id = ''] = text.split('\t');
    if (/^[A-Z]{2}\.\S{1,20}$/.test(code) && /^\d{1,12}$/.test(id) && !codes.has(code)) codes.set(code, { name, id });
    else {
      const reason = codes.has(code)
        ? `the code ${code} is there twice`
        : 'the row is not one of code, name, name in ASCII and GeoNames id';
      onReject({ file, line, field: '', value: shownValue(text), reason, remedy: 'give admin1CodesASCII.txt as it is' });
    }
  });
}
