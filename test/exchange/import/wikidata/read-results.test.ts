import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Statement } from '../../../../src/exchange/import/statement.js';
import { countryTwinningsQuery } from '../../../../src/exchange/import/wikidata/query-texts.js';
import { readJson } from '../../../../src/exchange/import/wikidata/read-json.js';
import { readResults } from '../../../../src/exchange/import/wikidata/read-results.js';
import { TWINNING_VARIABLES } from '../../../../src/exchange/import/wikidata/result-row.js';
import type { Reject } from '../../../../src/exchange/reject.js';
import { answerOf } from './wikidata-service.js';

const fixture = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function fileOf(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-wikidata-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function read(file: string) {
  const statements: Statement[] = [];
  const rejects: Reject[] = [];
  for await (const statement of readResults({ file, askedOn: null, onReject: (reject) => rejects.push(reject) }))
    statements.push(statement);
  return { statements, rejects };
}

const A = 'http://www.wikidata.org/entity/Q11462';
const B = 'http://www.wikidata.org/entity/Q5083';

describe.each([
  ['verbose.json', [1, 2, 3], 'en'],
  ['plain.json', [1, 2, 3], null],
  ['query.csv', [2, 3, 4], null],
])('a download, %s', (name, [first, second, third], language) => {
  test('has a statement for each row, with what the row says', async () => {
    const { statements } = await read(fixture(name));
    expect(statements).toMatchObject([
      {
        file: fixture(name),
        line: first,
        at: 'cited by Wikidata Q11462',
        parties: [
          { name: 'Surabaya', codes: [{ scheme: 'WIKIDATA', value: 'Q11462' }] },
          { name: 'Kōchi', codes: [{ scheme: 'WIKIDATA', value: 'Q200251' }] },
        ],
        steps: [{ stage: 'SIGNED', date: '1997' }],
        source: { title: 'Twin "city", sister city', url: 'http://www.surabaya.go.id/eng/comunity.php?page=twin_city', language },
      },
      {
        line: third,
        at: 'Q10389',
        parties: [{ name: 'Bandung' }, { name: 'Braunschweig' }],
        steps: [{ stage: 'SIGNED', date: '1960-06' }],
        source: { title: 'Wikidata', licence: 'CC0 1.0' },
      },
    ]);
  });

  test('tells of the row that is left out', async () => {
    const { rejects } = await read(fixture(name));
    expect(rejects).toMatchObject([{ file: fixture(name), line: second, field: 'other', value: 't1495' }]);
  });
});

test.each(['json', 'csv'] as const)('what a SPARQL engine writes as %s is read', async (format) => {
  const { statements, rejects } = await read(fileOf(`answer.${format}`, answerOf(countryTwinningsQuery(['Q252']), format)));
  expect(statements).toHaveLength(7);
  expect(rejects).toHaveLength(1);
});

describe('JSON', () => {
  test.each([
    ['with a byte order mark', `\uFEFF[{"item":"${A}","other":"${B}"}]`],
    ['with space around it', `\n  [{"item":"${A}","other":"${B}"}]\n\n`],
    [
      'with its results before its head',
      `{"results":{"bindings":[{"item":{"value":"${A}"},"other":{"value":"${B}"}}]},"head":{"vars":["item","other"]}}`,
    ],
  ])('may be %s', async (_, text) => {
    expect((await read(fileOf('x.json', text))).statements).toHaveLength(1);
  });

  test.each(['[]', '{"head":{"vars":["item","other"]},"results":{"bindings":[]}}'])('may have no rows: %s', async (text) => {
    expect(await read(fileOf('x.srj', text))).toEqual({ statements: [], rejects: [] });
  });

  test('is read alike wherever its bytes are divided', async () => {
    const bytes = Buffer.from(`{"head":{"vars":["item","other","otherLabel"]},"results":{"bindings":[
      {"item":{"value":"${A}"},"other":{"value":"${B}"},"otherLabel":{"xml:lang":"en","value":"K\\u014dchi 高知"}}]}}`);
    for (const size of [1, 2, 3, 7, 100]) {
      const chunks = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      const labels = [];
      for await (const { cells } of readJson(chunks(), 'x.json', TWINNING_VARIABLES)) labels.push(cells.get('otherLabel')?.value);
      expect(labels).toEqual(['Kōchi 高知']);
    }
  });
});

describe('a file is refused', () => {
  const needed = 'Needed are item and other; read are item, other, rank, itemLabel';
  test.each([
    [
      'with SPARQL results of something else',
      'x.json',
      '{"head":{"vars":["city","twin"]},"results":{"bindings":[]}}',
      `there is no item and no other among its variables (city, twin). ${needed}`,
    ],
    [
      'without one of the places',
      'x.json',
      `[{"item":"${A}","twin":"${B}"}]`,
      `there is no other among its variables (item, twin). ${needed}`,
    ],
    [
      'without one of the places in CSV',
      'x.csv',
      'item;other\n',
      `there is no item and no other among its variables (item;other). ${needed}`,
    ],
    ['with a variable twice', 'x.csv', 'item,other,item\n', 'item is there twice among its variables (item, other, item).'],
    ['when it is empty CSV', 'x.csv', '', 'there is no item and no other among its variables (none).'],
    ['when it is empty JSON', 'x.json', ' \n', 'the results break off after 0 rows; download it again'],
    ['when it is other JSON', 'x.json', '{"type":"FeatureCollection"}', 'so it is no SPARQL result'],
    ['when its rows are no objects', 'x.json', '[1]', 'a row is an object with a value for each variable'],
    ['when it is no JSON', 'x.json', 'item,other\n', 'the results break off after 0 rows; download it again'],
    ['when it ends early', 'x.json', `[{"item":"${A}","other":"${B}"},{"item":`, 'the results break off after 1 rows; download it again'],
    ['when a quote is left open', 'x.csv', `item,other\n"${A},${B}\n`, 'not comma-separated values: '],
    ['when a row is too short', 'x.csv', `item,other\n${A}\n`, 'not comma-separated values: '],
  ])('%s', async (_, name, text, message) => {
    await expect(read(fileOf(name, text))).rejects.toMatchObject({ code: 'DATA_INVALID', message: expect.stringContaining(message) });
  });

  test('when the query service broke it off, with that as the cause', async () => {
    const text = `{"head":{"vars":["item","other"]},"results":{"bindings":[{"item":{"value":"${A}"},"other":{"value":"${B}"}},{"item":{"va
      SPARQL-QUERY: queryStr=SELECT\njava.util.concurrent.TimeoutException\n\tat java.util.concurrent.FutureTask.get`;
    await expect(read(fileOf('x.json', text))).rejects.toThrow(
      'the results break off after 1 rows, because the query took longer than the query service allows; ask for less',
    );
  });

  test.each(['x.tsv', 'x', 'x.json.gz'])('when it is %s', async (name) => {
    await expect(read(name)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('accepted are SPARQL results in files ending in .json, .srj, .csv'),
    });
  });

  test.each(['/nowhere/x.json', '/nowhere/x.csv'])('when it is not there: %s', async (file) => {
    await expect(read(file)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`${file} cannot be read`) });
  });
});

describe('a file of many rows', () => {
  const ROW = `{"item":{"type":"uri","value":"${A}"},"itemLabel":{"xml:lang":"en","type":"literal","value":"Surabaya"},"other":{"type":"uri","value":"${B}"}}`;
  /** So many rows, made as they are read, with how many have been made. */
  function madeOnDemand(rows: number) {
    const made = { rows: 0 };
    const bytes = async function* () {
      yield Buffer.from('{"head":{"vars":["item","itemLabel","other"]},"results":{"bindings":[');
      for (; made.rows < rows; made.rows += 100) yield Buffer.from(`${made.rows > 0 ? ',' : ''}${Array(100).fill(ROW).join(',')}`);
      yield Buffer.from(']}}');
    };
    return { made, bytes: bytes() };
  }

  test('is read no faster than its rows are used', async () => {
    const { made, bytes } = madeOnDemand(10_000);
    const rows = readJson(bytes, 'x.json', TWINNING_VARIABLES);
    for (let row = 1; row <= 250; row += 1) expect((await rows.next()).value.line).toBe(row);
    expect(made.rows).toBeLessThan(500);
    await rows.return(undefined);
  });
});
