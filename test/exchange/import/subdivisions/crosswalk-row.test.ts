import { describe, expect, test } from 'vitest';
import { CROSSWALK_ROW } from '../../../../src/exchange/import/subdivisions/crosswalk-row.js';
import { problemsOf } from '../table/problems-of.js';
import { readText } from '../twinnings/tables.js';

describe('a row of subdivisions', () => {
  test('may be without an ISO code', async () => {
    const { rows } = await readText(
      'geonames_admin1\tgeonames_name\tiso3166_2\tiso_name\tmethod\nRS.SE\tCentral Serbia\t\t\t\n',
      CROSSWALK_ROW,
    );
    expect(rows[0]?.value).toMatchObject({ iso3166_2: null, method: '' });
  });

  test('is refused with something else in its place', async () => {
    const text = 'geonames_admin1\tgeonames_name\tiso3166_2\tiso_name\tmethod\nDE.05\tHesse\tHesse\tHessen\tname\n';
    expect(await problemsOf(readText(text, CROSSWALK_ROW))).toEqual(['2 iso3166_2: must be a code of ISO 3166-2, such as ID-JI, or empty']);
  });
});
