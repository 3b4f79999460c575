import type { NamedSource } from '../statement.js';
import type { Cells } from './cells.js';
import type { Reading } from './reading.js';
import { readTime } from './time.js';

/** Wikidata itself: the source of a statement that names no other one. */
export const WIKIDATA: NamedSource = {
  title: 'Wikidata',
  publisher: 'Wikimedia Foundation',
  kind: 'DATASET',
  url: 'https://www.wikidata.org/',
  published: null,
  language: 'en',
  licence: 'CC0 1.0',
};

/**
 * The source that a reference of a statement names, by its address, its title or the work that it is stated in. Null:
 * it names none, as one does that was only brought over from a Wikipedia.
 */
export function sourceOf(cells: Cells): NamedSource | null {
  const url = cells.read('referenceUrl', readUrl);
  const title = cells.text('referenceTitle');
  const work = cells.text('statedInLabel');
  const named = title ?? work ?? (url === null ? null : new URL(url).hostname.replace(/^www\./, ''));
  if (named === null) return null;
  const precision = cells.text('referencePublishedPrecision');
  return {
    title: named,
    publisher: title === null ? null : work,
    kind: null,
    url,
    published: cells.read('referencePublished', (time) => readTime(time, precision)),
    language: languageOf(title === null ? null : (cells.cell('referenceTitle')?.language ?? null)),
    licence: null,
  };
}

function readUrl(text: string): Reading<string> {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return { value: text };
  return { reason: 'it is no address of a web page', remedy: 'correct the reference URL (P854) in Wikidata' };
}

/** The language of a tag such as `zh-Hans`; null for tags that name none, such as `mul` and `und`. */
function languageOf(tag: string | null): string | null {
  const [language = ''] = tag?.toLowerCase().split('-') ?? [];
  return /^[a-z]{2,3}$/.test(language) && !['mul', 'und', 'mis', 'zxx'].includes(language) ? language : null;
}
