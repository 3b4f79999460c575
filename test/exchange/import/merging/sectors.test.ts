import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { SectorRecord } from '../../../../src/exchange/format/records.js';
import { SECTOR_WORDS } from '../../../../src/exchange/import/merging/sector-words.js';
import { Sectors } from '../../../../src/exchange/import/merging/sectors.js';
import { merge, row, saysOf } from './merged.js';

const SHIPPED: SectorRecord[] = parse(readFileSync(new URL('../../../../data/sectors.yaml', import.meta.url), 'utf8')).sectors;
const TWO = ['id-surabaya', 'us-seattle'];

describe('sectors as they are written', () => {
  test.each([
    ['Tourism', 'tourism'],
    ['pariwisata', 'tourism'],
    ['Bidang Pariwisata', 'tourism'],
    ['tourism sector', 'tourism'],
    ['seni & budaya', 'culture'],
    ['Seni dan Budaya', 'culture'],
    ['UMKM', 'small-and-medium-enterprises'],
    ['Usaha Mikro, Kecil, dan Menengah (UMKM)', 'small-and-medium-enterprises'],
    ['womens empowerment', 'womens-empowerment'],
    ['investasi', 'investment'],
    ['Smart City', 'smart-city'],
    ['smart-city', 'smart-city'],
  ])('%s is %s', (written, key) => {
    const sectors = new Sectors(SHIPPED, [written]);
    expect([sectors.keysOf([written]), sectors.created]).toEqual([[key], []]);
  });

  test.each([
    ['Perdagangan & investasi', ['investment', 'trade']],
    ['Pendidikan dan Pariwisata', ['education', 'tourism']],
    ['Pendidikan, serta UMKM', ['education', 'small-and-medium-enterprises']],
    ['trade and space travel', ['trade-space-travel']],
  ])('%s are %s', (written, keys) => {
    expect(new Sectors(SHIPPED, [written]).keysOf([written])).toEqual(keys);
  });

  test('become new sectors where nobody knows them, which the report tells', async () => {
    const rows = [
      row(TWO, { line: 1, kind: 'SISTER_CITY', sectors: ['Space travel', 'tourism'] }),
      row(TWO, { line: 2, sectors: ['SPACE  travel', '宇宙'] }),
    ];
    const { agreements, sectors, report } = await merge(rows, { sectors: SHIPPED });
    expect(sectors).toMatchObject([{ key: expect.stringMatching(/^sector-[0-9a-f]{10}$/), name: { id: '宇宙' } }, { key: 'space-travel' }]);
    expect(agreements[0]?.sectors).toEqual([sectors[0]?.key, 'space-travel', 'tourism']);
    expect(saysOf(agreements[0]?.cites ?? [], 'sectors')).toEqual(['row 1 Space travel, tourism', 'row 2 SPACE  travel, 宇宙']);
    expect(report.newSectors).toContain('SPACE  travel (space-travel)');
  });

  test.each(['constructor', 'toString'])('may have the key %s', (key) => {
    const sectors = new Sectors([{ key, name: { id: 'Bangunan', en: 'Building' } }], []);
    expect(sectors.keysOf(['bangunan'])).toEqual([key]);
  });

  test('do not take the key of a sector that has another name', () => {
    const sectors = new Sectors([{ key: 'space', name: { id: 'Antariksa', en: 'Outer space' } }], ['Café', 'cafe', 'Ünïcode ы']);
    expect(sectors.created.map(({ key }) => key)).toEqual(['cafe', expect.stringMatching(/^unicode-[0-9a-f]{10}$/)]);
  });

  test('are known by words of which none is the name of two sectors', () => {
    expect([...SECTOR_WORDS.keys()].sort()).toEqual(SHIPPED.map(({ key }) => key).sort());
    const meant = new Map<string, string>();
    for (const [key, words] of SECTOR_WORDS) {
      for (const word of words) {
        expect(meant.get(word) ?? key, word).toBe(key);
        meant.set(word, key);
        expect(new Sectors(SHIPPED, []).keysOf([word]), word).toEqual([key]);
      }
    }
  });
});
