import { describe, expect, test } from 'vitest';
import { readSheet, rowOf } from './sheets.js';

describe('a row may say until when the agreement holds', () => {
  test.each([
    ['31/12/2024', '2024-12-31'],
    ['31 Desember 2024', '2024-12-31'],
    ['2024', '2024'],
    ['s.d. 14 November 2024', '2024-11-14'],
    ['s/d 2024', '2024'],
    ['sampai dengan Februari 2024', '2024-02'],
    ['hingga 2024', '2024'],
    ['until 14 November 2024', '2024-11-14'],
    ['berlaku sampai 2024', '2024'],
    ['2019-2024', '2024'],
    ['2019–2024', '2024'],
    ['2019 - 2024', '2024'],
    ['2019/2024', '2024'],
    ['2019 s.d. 2024', '2024'],
    ['14/11/2019 s/d 14/11/2024', '2024-11-14'],
    ['14 Februari – 14 Mei 2019', '2019-05-14'],
    ['14 November 2019 - 14 November 2024', '2024-11-14'],
  ])('as %s', async (validity, until) => {
    expect(await rowOf({ stage: 'MoU', validity })).toMatchObject({ validity: { until, months: null } });
  });

  test.each([
    ['5 tahun', 60],
    ['5 (lima) tahun', 60],
    ['lima tahun', 60],
    ['5th', 60],
    ['Three Years', 36],
    ['18 bulan', 18],
    ['2 tahun 6 bulan', 30],
    ['berlaku selama 5 tahun', 60],
    ['5 tahun sejak ditandatangani', 60],
    ['3 (tiga) tahun dan dapat diperpanjang', 36],
    ['5 years, renewable', 60],
  ])('or for how long, as %s', async (validity, months) => {
    expect(await rowOf({ stage: 'MoU', validity })).toMatchObject({ validity: { until: null, months } });
  });

  test.each(['tidak terbatas', 'Indefinite', '-', ''])('or that there is no end: %j', async (validity) => {
    expect(await rowOf({ stage: 'MoU', validity })).toMatchObject({ validity: null });
  });

  test.each(['aktif', '5', '5 orang', '2024 tahun', '31/31/2024', 'tahun depan', '0 tahun', '2019-'])('%s is refused', async (validity) => {
    expect(await rowOf({ stage: 'MoU', validity })).toMatchObject({
      field: 'validity',
      value: validity,
      reason: 'it says neither until when nor for how long',
      remedy: expect.stringMatching(/^accepted are an end, as a date \(2019-02-14, .* such as 5 tahun or 18 bulan, or tidak terbatas$/),
    });
  });

  test('in a column of the usual names', async () => {
    const names = ['Masa Berlaku', 'Jangka Waktu', 'Berlaku s.d.', 'Valid Until', 'Tgl Berakhir'];
    const found = await Promise.all(names.map((name) => readSheet(`Daerah;Mitra;Tahap;${name}\nKota Batu;Uji;MoU;2024\n`)));
    expect(found.map(({ statements: [one] }) => one?.validity?.until)).toEqual(names.map(() => '2024'));
  });
});

describe('a term is counted', () => {
  test.each([
    ['the signing', { signedDate: '2019', validity: '5 tahun' }, '2024', '5 tahun, counted from 2019.'],
    ['the signing, by the month', { signedDate: '11/2019', validity: '18 bulan' }, '2021-05', '18 bulan, counted from 2019-11.'],
    ['the signing, to the day', { signedDate: '14/11/2019', validity: '5 years' }, '2024-11-14', '5 years, counted from 2019-11-14.'],
    [
      'a day that the last year lacks',
      { signedDate: '29/02/2020', validity: '3 tahun' },
      '2023-02-28',
      '3 tahun, counted from 2020-02-29.',
    ],
    [
      'the last renewal',
      { signedDate: '2014', stage: 'perpanjangan', date: '2019', validity: '5 tahun' },
      '2024',
      '5 tahun, counted from 2019.',
    ],
  ])('from %s', async (_, cells, until, inferred) => {
    expect(await rowOf(cells)).toMatchObject({ validity: { until, inferred } });
  });

  test.each([
    ['no date', { stage: 'MoU', validity: '5 tahun' }],
    ['a letter of intent', { stage: 'LoI', date: '2019', validity: '5 tahun' }],
    ['about a date', { signedDate: 'sekitar 2019', validity: '5 tahun' }],
    ['a year, by months', { signedDate: '2019', validity: '18 bulan' }],
  ])('not from %s', async (_, cells) => {
    expect(await rowOf(cells)).toMatchObject({ validity: { until: null } });
  });

  test('from a signing before its end', async () => {
    expect(await rowOf({ signedDate: '2019', validity: '2018' })).toMatchObject({
      field: 'validity',
      reason: 'it would have ended before it was signed (2019)',
    });
    expect(await rowOf({ signedDate: '14/11/2019', validity: '2019' })).toMatchObject({ validity: { until: '2019' } });
  });
});

describe('what has ended', () => {
  const ended = { signedDate: '14/11/2014', stage: 'Berakhir', validity: '5 tahun' };

  test('did so at the end of its term, where the row does not say when', async () => {
    expect(await rowOf(ended)).toMatchObject({
      steps: [{ stage: 'SIGNED' }, { stage: 'EXPIRED', date: '2019-11-14', inferred: 'The end of its term; see the column “validity”.' }],
      validity: null,
    });
  });

  test('did so before, where the sheet is older than that', async () => {
    expect(await rowOf(ended, { statedOn: '2018' })).toMatchObject({
      steps: [{ stage: 'SIGNED' }, { stage: 'EXPIRED', date: '../2018' }],
      validity: { until: '2019-11-14' },
    });
  });
});
