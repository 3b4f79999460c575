import { completePlaces } from '../../../../src/exchange/dataset/place-tree.js';
import { type PlaceRecord, RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import {
  type ImportedKemendagri,
  importKemendagri,
  type KemendagriOptions,
} from '../../../../src/exchange/import/kemendagri/import-kemendagri.js';
import { KnownPlaces } from '../../../../src/exchange/import/places/known-places.js';
import type { Reject } from '../../../../src/exchange/reject.js';
import { fileOf } from '../table/files.js';
import { shippedData } from '../twinnings/tables.js';

export const DECREE = RECORD_TYPES.sources.parse({
  key: 'kemendagri-list',
  kind: 'GOVERNMENT',
  title: 'Keputusan uji',
  publisher: 'Kementerian Dalam Negeri',
  language: 'id',
});

export async function shippedPlaces(): Promise<PlaceRecord[]> {
  return completePlaces((await shippedData()).data);
}

type Outcome = ImportedKemendagri & { readonly rejects: readonly Reject[] };

/** What comes of files that stand on the shipped places, or on others. */
export async function importedFiles(
  files: readonly string[],
  options: Partial<KemendagriOptions> = {},
  places?: readonly PlaceRecord[],
): Promise<Outcome> {
  const rejects: Reject[] = [];
  const known = new KnownPlaces(places ?? (await shippedPlaces()));
  const imported = await importKemendagri(files, { source: DECREE, ...options }, known, (reject) => rejects.push(reject));
  return { ...imported, rejects };
}

/** What comes of a list of these rows under `kode,nama`. */
export async function importedRows(
  rows: readonly string[],
  options: Partial<KemendagriOptions> = {},
  places?: readonly PlaceRecord[],
): Promise<Outcome> {
  return importedFiles([await fileOf(`kode,nama\n${rows.join('\n')}\n`)], options, places);
}
