import { beforeAll, describe, expect, test } from 'vitest';
import { createdFrom, imported, shippedData } from './tables.js';

beforeAll(shippedData, 60_000);

const NIEDERSACHSEN = { admin1_code: 'DE.06', admin1_name: 'Lower Saxony' };
const SAXONY = { geonames_admin1: 'DE.06', geonames_name: 'Lower Saxony', iso3166_2: 'DE-NI', iso_name: 'Niedersachsen' };
const stuttgart = { id: 'w:de:stuttgart', name: 'Stuttgart' };

describe('a place that is named with the one that it is in', () => {
  test.each(['Bad Cannstatt (Stuttgart)', 'Stuttgart – Bad Cannstatt'])('is a district of it: %s', async (name) => {
    expect(await createdFrom([stuttgart, { id: 'w:de:bad-cannstatt', name }])).toMatchObject([
      { key: 'de-stuttgart', kind: 'CITY', name: 'Stuttgart', partOf: 'de' },
      { key: 'de-stuttgart-bad-cannstatt', kind: 'DISTRICT', name: 'Bad Cannstatt', partOf: 'de-stuttgart' },
    ]);
  });

  test('is in it wherever the table puts it', async () => {
    const moscow = { id: 'w:ru:moscow', name: 'Moscow' };
    const chukotka = { geonames_admin1: 'RU.15', geonames_name: 'Chukotka', iso3166_2: 'RU-CHU', iso_name: 'Chukotka' };
    const northern = {
      ...{ id: 'w:ru:northern-ao', name: 'Northern AO (Moscow)', admin1_code: 'RU.15', admin1_name: 'Chukotka' },
      admin1_method: 'nearest GeoNames place',
    };
    const [district] = await createdFrom([northern, moscow], [chukotka]);
    expect(district).toMatchObject({ name: 'Northern AO', partOf: 'ru-mow' });
    expect(district?.cites.filter(({ field }) => field === 'partOf')).toEqual([]);
  });

  test('is one place, however often and whichever way it is there', async () => {
    const { data, report } = await imported({
      places: [
        stuttgart,
        { id: 'w:de:1', name: 'Bad Cannstatt (Stuttgart)', population: 70_000 },
        { id: 'w:de:2', name: 'Stuttgart – Bad Cannstatt', geonameid: 42, lat: '48.8', lng: '9.2' },
        { id: 'w:fr:x', name: 'X' },
      ],
      twinnings: [
        ['w:de:1', 'w:fr:x', 'D'],
        ['w:de:2', 'w:fr:x', 'W'],
      ],
    });
    expect(data.places.filter(({ name }) => name === 'Bad Cannstatt')).toMatchObject([
      { population: 70_000, location: { latitude: 48.8, longitude: 9.2 }, codes: [{ scheme: 'GEONAMES', value: '42' }] },
    ]);
    expect(data.agreements.map(({ key }) => key)).toEqual(['de-stuttgart-bad-cannstatt.fr-x']);
    expect(report.places.joined).toEqual([
      'w:de:1 Bad Cannstatt (Stuttgart), w:de:2 Stuttgart – Bad Cannstatt → de-stuttgart-bad-cannstatt',
    ]);
    expect(report.agreements).toMatchObject({ read: 2, repeated: 1, created: { SISTER_CITY: 1 } });
  });

  test('is in the one of two of that name that lies in its subdivision, or in neither', async () => {
    const rows = [
      { id: 'w:cn:suzhou-1', name: 'Suzhou', admin1_code: 'CN.04' },
      { id: 'w:cn:suzhou-2', name: 'Suzhou', admin1_code: 'CN.01' },
      { id: 'w:cn:wujiang', name: 'Wujiang (Suzhou)', admin1_code: 'CN.04' },
      { id: 'w:cn:elsewhere', name: 'Elsewhere (Suzhou)', admin1_code: 'CN.99' },
    ];
    expect((await createdFrom(rows)).map(({ key, partOf }) => `${key} in ${partOf}`)).toEqual(
      expect.arrayContaining(['cn-suzhou-wujiang in cn-suzhou-w-cn-suzhou-1', 'cn-elsewhere-suzhou in cn']),
    );
  });
});

describe('a place with a bracket that names no other', () => {
  test('is a city of that name', async () => {
    expect(await createdFrom([{ id: 'w:de:halle-saale', name: 'Halle (Saale)' }])).toMatchObject([
      { key: 'de-halle-saale', kind: 'CITY', name: 'Halle (Saale)', partOf: 'de' },
    ]);
  });

  test('may say that it is a district around a city, which is another place', async () => {
    const rows = [
      { id: 'w:de:hildesheim', name: 'Hildesheim', geonameid: 2904789, ...NIEDERSACHSEN },
      { id: 'w:de:hildesheim-district', name: 'Hildesheim (district)', kind: 'area', ...NIEDERSACHSEN },
    ];
    expect(await createdFrom(rows, [SAXONY])).toMatchObject([{ key: 'de-hildesheim-district', kind: 'REGENCY', partOf: 'de-ni' }]);
  });
});
