import fc from 'fast-check';
import type { Provenance } from '../../../src/exchange/export/provenance.js';

/** Where the facts of a test come from; with everything in it that a careless writer would stumble over. */
export const PROVENANCE: Provenance = {
  title: 'Cousins',
  question: 'Which places share "partners" & more, <really>?',
  asked: { place: 'place:vn-đà-nẵng', ties: { asOf: '2000-01-01' } },
  shape: { path: 'cousins.edges' },
  software: 'Kembar 0.1.0',
  origin: {
    revision: 7,
    changedAt: '2026-01-02T03:04:05.678Z',
    dataSets: [{ id: 'shipped', fingerprint: 'abc' }],
    sources: [
      { id: 'source:a', title: 'A list,\n"quoted"', publisher: '京都府', published: null, url: 'https://a.example/', licence: 'CC BY 4.0' },
      { id: 'source:b', title: 'B', publisher: 'Nobody', published: '2016-09', url: null, licence: 'Ask first' },
    ],
  },
};

/** Texts with everything that formats give a meaning to, and letters of everywhere. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ',',
      '"',
      "'",
      '\n',
      '\r',
      '\t',
      '#',
      '=',
      '+',
      '-',
      '@',
      '|',
      ';',
      '<',
      '&',
      '>',
      ' ',
      'a',
      '\\',
      'ẵ',
      '府',
      '𠮷',
      '\u{85}',
      '\u{2028}',
    ),
    maxLength: 12,
  }),
);

/** All of a text that comes in parts. */
export async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

/** Things in parts of the given size, as they come from a graph. */
export async function* inPartsOf<T>(size: number, things: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < things.length; start += size) yield things.slice(start, start + size);
}
