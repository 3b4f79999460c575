import { expect, test } from 'vitest';
import { FrequentFaults } from '../../../src/cli/import/frequent-faults.js';

const fault = (field: string, value: string, reason: string, remedy = 'mend it') => ({
  file: 'f.csv',
  line: 1,
  field,
  value,
  reason,
  remedy,
});

test('what is wrong with several rows is told once, the most frequent first, with the values that it is about', () => {
  const faults = new FrequentFaults();
  for (let row = 0; row < 40; row += 1) faults.add(fault('Status', row < 30 ? 'Aktif' : 'Usul', 'the word is not known'));
  for (const value of ['30/2/2024', '31/4', '', '40/1', '41/1', '40/1']) faults.add(fault('Tanggal', value, 'it is no date'));
  for (let row = 0; row < 2; row += 1) faults.add(fault('', '', 'it is no object'));
  for (let row = 0; row < 7; row += 1) faults.add(fault('Negara', 'Atlantis', 'no country is called Atlantis'));
  faults.add(fault('Mitra', 'Nowhere', 'no place is found'));
  expect(faults.lines()).toEqual([
    '  40 times Status "Aktif" (30), "Usul" (10): the word is not known; mend it',
    '  7 times Negara "Atlantis": no country is called Atlantis; mend it',
    '  6 times Tanggal "40/1" (2), "30/2/2024" (1), "31/4" (1) and others: it is no date; mend it',
    '  2 times it is no object; mend it',
  ]);
});

test('what is wrong once is not told again, and of many faults only the first are counted', () => {
  const faults = new FrequentFaults();
  for (let row = 0; row < 5_000; row += 1) faults.add(fault('Mitra', `${row}`, `no place is called ${row}`));
  faults.add(fault('Mitra', '0', 'no place is called 0'));
  expect(faults.lines()).toEqual([]);
  for (let row = 0; row < 3; row += 1) faults.add(fault('Status', 'Aktif', 'the word is not known'));
  expect(faults.lines()).toEqual(['  3 times Status "Aktif": the word is not known; mend it']);
});

test('what is wrong with several records of a list is one fault, and a remedy that is not the same for all is not told', () => {
  const faults = new FrequentFaults();
  faults.add(fault('places[0].cites[1].source', 'a', 'there is no source', 'write "b"'));
  faults.add(fault('places[12].cites[0].source', 'a', 'there is no source', 'write "c"'));
  expect(faults.lines()).toEqual(['  2 times places[].cites[].source "a": there is no source']);
});
