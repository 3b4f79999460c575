import { expect, test } from 'vitest';
import { rowOf } from './sheets.js';

test('sectors stand between slashes where there is neither a semicolon nor a comma', async () => {
  expect(await rowOf({ sectors: 'Pendidikan/Pariwisata' })).toMatchObject({ sectors: ['Pendidikan', 'Pariwisata'] });
  expect(await rowOf({ sectors: 'Pertanian, UMKM/koperasi' })).toMatchObject({ sectors: ['Pertanian', 'UMKM/koperasi'] });
});

test('“kerja sama daerah” is cooperation of whatever kind, at home or abroad', async () => {
  expect(await rowOf({ kind: 'Kerja sama daerah' })).toMatchObject({ kind: 'COOPERATION' });
});

test('a year of two digits leaves its row out, with what to write', async () => {
  expect(await rowOf({ stage: 'SIGNED', date: '3/4/18' })).toMatchObject({
    value: '3/4/18',
    reason: 'a year of two digits may be in more than one century; write it with four',
    remedy: expect.stringContaining('2019/02/14'),
  });
});
