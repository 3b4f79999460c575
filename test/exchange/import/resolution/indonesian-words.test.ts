import { expect, test } from 'vitest';
import { withoutIndonesianWords } from '../../../../src/exchange/import/resolution/kind-words.js';

test.each([
  ['Kota Xiangtan', 'Xiangtan'],
  ['Kab. Hokuto', 'Hokuto'],
  ['Kabupaten Hokuto', 'Hokuto'],
  ['Pemerintah Kota Hai Phong', 'Hai Phong'],
  ['PROVINSI Đà Nẵng', 'Đà Nẵng'],
  ['Kotamadya Łódź', 'Łódź'],
  ['Kota', 'Kota'],
  ['Kotabumi', 'Kotabumi'],
  ['Desa', 'Desa'],
  ['Novo Kota', 'Novo Kota'],
])('%s is %s', (written, name) => {
  expect(withoutIndonesianWords(written)).toBe(name);
});
