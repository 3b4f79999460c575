import { beforeEach, expect, test } from 'vitest';
import { FrequentFaults } from '../../../src/cli/import/frequent-faults.js';

let line = 0;
const fault = (field: string, value: string, reason: string, remedy = 'mend it') => {
  line += 1;
  return { file: 'f.csv', line, field, value, reason, remedy };
};
beforeEach(() => {
  line = 0;
});

test('what is wrong with several rows is told once, the most frequent first, with its values and their rows', () => {
  const faults = new FrequentFaults();
  for (let row = 0; row < 14; row += 1) faults.add(fault('Status', row < 10 ? 'Aktif' : 'Usul', 'the word is not known'));
  for (const value of ['30/2', '31/4', '', '40/1', '41/1', '40/1', '42/1']) faults.add(fault('Tanggal', value, 'it is no date'));
  for (let row = 0; row < 2; row += 1) faults.add({ ...fault('', '', 'it is no object'), file: `${row}.yaml`, line: null });
  faults.add(fault('Mitra', 'Nowhere', 'no place is found'));
  const told = [
    '  14 times Status: the word is not known; mend it',
    '      "Aktif" in f.csv:1, 2, 3, 4, 5, 6, 7, 8 and 2 more',
    '      "Usul" in f.csv:11, 12, 13, 14',
    '  7 times Tanggal: it is no date; mend it',
    '      "40/1" in f.csv:18, 20',
    '      "30/2" in f.csv:15',
    '      "31/4" in f.csv:16',
    '      in f.csv:17',
    '      "41/1" in f.csv:19',
    '      and 1 times another value',
    '  2 times it is no object; mend it',
    '      in 0.yaml, 1.yaml',
  ];
  expect(faults.lines({ isKept: true })).toEqual(told);
  // What no file keeps is told even where it came once.
  const once = ['  once Mitra: no place is found; mend it', '      "Nowhere" in f.csv:24'];
  expect(faults.lines({ isKept: false })).toEqual([...told, ...once]);
});

test('of many faults only the first are counted, and shown', () => {
  const faults = new FrequentFaults();
  for (let row = 0; row < 5_000; row += 1) faults.add(fault('Mitra', `${row}`, `no place is called ${row}`));
  faults.add(fault('Mitra', '0', 'no place is called 0'));
  expect(faults.lines({ isKept: true })).toEqual([]);
  for (let row = 0; row < 3; row += 1) faults.add(fault('Status', `${row}`, 'the word is not known'));
  expect(faults.lines({ isKept: true })[0]).toBe('  3 times Status: the word is not known; mend it');
});

test('of faults that no file keeps the first are shown', () => {
  const faults = new FrequentFaults();
  for (let row = 0; row < 25; row += 1) faults.add(fault('Mitra', `${row}`, `no place is called ${row}`));
  const shown = faults.lines({ isKept: false });
  expect(shown).toHaveLength(20 * 2 + 1);
  expect(shown.at(-1)).toBe('  and 5 others; --rejects FILE keeps them all');
});

test('what is wrong with several records of a list is one fault, and a remedy that is not the same for all stands with its value', () => {
  const faults = new FrequentFaults();
  faults.add(fault('places[0].cites[1].source', 'a', 'there is no source', 'write "b"'));
  faults.add(fault('places[12].cites[0].source', 'c', 'there is no source', 'write "d"'));
  expect(faults.lines({ isKept: true })).toEqual([
    '  2 times places[].cites[].source: there is no source',
    '      "a" in f.csv:1; write "b"',
    '      "c" in f.csv:2; write "d"',
  ]);
});
