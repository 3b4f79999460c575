import { expect, test } from 'vitest';
import { withNumbersInWords } from '../../../../src/exchange/import/resolution/number-words.js';

test.each([
  ['Kab. 50 Kota', 'Kab. lima puluh Kota'],
  ['4 Lawang', 'empat Lawang'],
  ['Kepulauan 1000', 'Kepulauan seribu'],
  ['Kota 11', 'Kota sebelas'],
  ['Distrik 19', 'Distrik sembilan belas'],
  ['10 dan 42', 'sepuluh dan empat puluh dua'],
  ['Wilayah 0', null],
  ['Wilayah 250', null],
  ['Blok A1', null],
  ['Batu', null],
])('%s is %s', (name, written) => {
  expect(withNumbersInWords(name)).toBe(written);
});
