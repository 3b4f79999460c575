import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DataInvalidError } from '../../../src/domain/errors.js';
import { assemble, assembleDataSet } from '../../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import { problemsOf, SMALL_DATA } from '../small-data.js';

type Files = readonly (readonly [file: string, text: string])[];

const FILES: Files = [
  ['a.yaml', SMALL_DATA],
  ['b.yaml', '# nothing yet\n'],
];
const assembled = (files: Files) => assemble(readDataTexts(files.map(([file, text]) => ({ file, text }))));
const fingerprintOf = (files: Files) => assembled(files).fingerprint;

describe('assemble', () => {
  test('gives the same for the same bytes', () => {
    expect(assembled(FILES)).toEqual(assembled(FILES));
  });

  test('gives a fingerprint of 64 hexadecimal digits', () => {
    expect(fingerprintOf(FILES)).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each<[change: string, files: Files]>([
    [
      'a record',
      [
        ['a.yaml', SMALL_DATA.replace('votes: 7', 'votes: 8')],
        ['b.yaml', '# nothing yet\n'],
      ],
    ],
    [
      'a comment',
      [
        ['a.yaml', SMALL_DATA],
        ['b.yaml', '# nothing yet.\n'],
      ],
    ],
    [
      'white space',
      [
        ['a.yaml', SMALL_DATA],
        ['b.yaml', '# nothing yet\n\n'],
      ],
    ],
    [
      'case',
      [
        ['a.yaml', SMALL_DATA],
        ['b.yaml', '# Nothing yet\n'],
      ],
    ],
    [
      'the line ends',
      [
        ['a.yaml', SMALL_DATA.replaceAll('\n', '\r\n')],
        ['b.yaml', '# nothing yet\n'],
      ],
    ],
    [
      'a byte order mark',
      [
        ['a.yaml', `\uFEFF${SMALL_DATA}`],
        ['b.yaml', '# nothing yet\n'],
      ],
    ],
    [
      'how letters are composed',
      [
        ['a.yaml', SMALL_DATA.replace('Kyōto', 'Kyo\u0304to')],
        ['b.yaml', '# nothing yet\n'],
      ],
    ],
    [
      'the name of a file',
      [
        ['a.yaml', SMALL_DATA],
        ['c.yaml', '# nothing yet\n'],
      ],
    ],
    [
      'which file a text is in',
      [
        ['a.yaml', `${SMALL_DATA}# nothing yet\n`],
        ['b.yaml', ''],
      ],
    ],
    [
      'where a file begins',
      [
        ['a.yaml', SMALL_DATA],
        ['b.yaml', '# nothing yet'],
        ['c.yaml', '\n'],
      ],
    ],
    ['a file that is gone', [['a.yaml', SMALL_DATA]]],
  ])('gives another fingerprint after a change of %s', (_, files) => {
    expect(fingerprintOf(files)).not.toBe(fingerprintOf(FILES));
  });

  test('refuses data whose references do not hold, with all problems', () => {
    const broken = SMALL_DATA.replace('partOf: id-ji', 'partOf: nowhere').replace('umbrella: east-java-kyoto', 'umbrella: nothing');
    expect(problemsOf(() => assembled([['a.yaml', broken]])).map(({ message }) => message)).toEqual([
      'there is no place "nowhere"',
      'there is no agreement "nothing"',
    ]);
  });
});

describe('assembleDataSet', () => {
  function folderOf(files: Files): string {
    const folder = mkdtempSync(join(tmpdir(), 'kembar-data-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [file, text] of files) writeFileSync(join(folder, file), text);
    return folder;
  }
  const SECTORS = 'sectors:\n  - { key: education, name: { id: Pendidikan, en: Education } }\n';
  const FILES_OF_SECTORS: Files = [
    ['a.yaml', SECTORS],
    ['b.yaml', '# nothing yet\n'],
  ];

  test('does not depend on where the folder is or which file was written first', async () => {
    const [one, other] = await Promise.all(
      [FILES_OF_SECTORS, FILES_OF_SECTORS.toReversed()].map((files) => assembleDataSet(folderOf(files))),
    );
    expect(one).toEqual(other);
  });

  test('puts the gazetteers beside the files', async () => {
    const { batch } = await assembleDataSet(
      folderOf([['a.yaml', `${SECTORS}placeDetails:\n  - { key: id-ji, name: East Java, cites: [{ source: gazetteer-indonesia }] }\n`]]),
    );
    expect(batch.nodes.get('Sector')).toHaveLength(1);
    expect(batch.nodes.get('Place')?.find(({ id }) => id === 'place:id-ji')?.properties.name).toBe('East Java');
  });

  test('refuses a place that a gazetteer has', async () => {
    const folder = folderOf([
      ['a.yaml', 'places:\n  - { key: id-ji, kind: PROVINCE, name: X, partOf: id, cites: [{ source: gazetteer-indonesia }] }\n'],
    ]);
    const refusal = assembleDataSet(folder);
    await expect(refusal).rejects.toThrow(DataInvalidError);
    await expect(refusal).rejects.toMatchObject({
      problems: [{ file: 'a.yaml', line: 2, field: 'places[0].key', message: 'the place "id-ji" is already defined in a gazetteer' }],
    });
  });
});
