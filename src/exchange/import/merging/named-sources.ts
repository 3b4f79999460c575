import { ascending, descending } from 'd3-array';
import { foldName } from '../../../domain/names.js';
import { parsePartialDate } from '../../../domain/partial-date.js';
import { membersOf, SOURCE_KINDS, type SourceKind } from '../../../domain/vocabulary.js';
import { RECORD_TYPES, type SourceRecord } from '../../format/records.js';
import type { NamedSource } from '../statement.js';
import { boundedText, keyPart, shortHash } from './bounded-text.js';
import { hostOf, sameAddress, webAddress } from './source-address.js';

/** What tells a source from others: its address, and where it has none its title, publisher and date. */
export function identityOf({ url, title, publisher, published }: NamedSource): string {
  const address = webAddress(url);
  return address === null ? [title, publisher, published].map((part) => foldName(part ?? '')).join('|') : sameAddress(address);
}

/**
 * One source from two rows that name it. Each field is taken for itself, so that the order of rows makes no difference: the
 * longer text, the more precise date.
 */
export function joinedSource(one: NamedSource, other: NamedSource): NamedSource {
  const kinds = membersOf(SOURCE_KINDS).filter((kind) => kind === one.kind || kind === other.kind);
  return {
    title: fuller(one.title, other.title) ?? '',
    publisher: fuller(one.publisher, other.publisher),
    kind: kinds[0] ?? null,
    url: fuller(one.url, other.url),
    published: fuller(one.published, other.published),
    language: fuller(one.language, other.language),
    licence: fuller(one.licence, other.licence),
  };
}

function fuller(one: string | null, other: string | null): string | null {
  const [first] = [one, other].filter((text) => text !== null).sort((a, b) => descending(a.length, b.length) || ascending(a, b));
  return first ?? null;
}

const KIND_NOTE = 'What kind of source it is was not stated.';
const ADDRESS_KIND_NOTE = 'What kind of source it is was not stated; this is what its address says.';

/**
 * A source that rows name, as a record. What they do not say is told as that: `not named`, `und`. Its kind is that of its
 * address where this is one of a government or a university; an organisation is what stands behind any other page, and the
 * note says that nobody stated it.
 */
export function sourceRecord(named: NamedSource): SourceRecord {
  const address = webAddress(named.url);
  const host = address === null ? null : hostOf(address);
  const kind = named.kind ?? kindOfHost(host);
  const title = boundedText(named.title, 500) ?? host ?? 'not named';
  const notes = [
    ...(named.kind !== null ? [] : [kind === null ? KIND_NOTE : ADDRESS_KIND_NOTE]),
    ...(named.url === null || address !== null ? [] : [`Its address is given as ${named.url}.`]),
    ...(named.published === null || isDate(named.published) ? [] : [`Its date is given as ${named.published}.`]),
  ];
  return RECORD_TYPES.sources.parse({
    key: sourceKey(named),
    kind: kind ?? 'ORGANISATION',
    title,
    publisher: boundedText(named.publisher, 200) ?? boundedText(host, 200) ?? 'not named',
    published: named.published !== null && isDate(named.published) ? named.published : undefined,
    language: /^[a-z]{2,3}(?=-|$)/.exec(named.language?.trim().toLowerCase() ?? '')?.[0] ?? 'und',
    url: address ?? undefined,
    licence: boundedText(named.licence, 200),
    note: boundedText(notes.join(' '), 1000),
  });
}

/** The key of a source: readable as far as that goes, and the same for all rows that name it. */
export function sourceKey(named: NamedSource): string {
  const identity = identityOf(named);
  const readable = keyPart(webAddress(named.url) === null ? named.title : identity, 60);
  return `${readable === '' ? 'source' : readable}-${shortHash(identity)}`;
}

function kindOfHost(host: string | null): SourceKind | null {
  if (host === null) return null;
  if (/(?:^|\.)(?:gov(?:\.[a-z]{2})?|(?:gob|gouv|go|gub|gv|govt|lg)\.[a-z]{2})$/.test(host)) return 'GOVERNMENT';
  return /(?:^|\.)(?:edu(?:\.[a-z]{2})?|ac\.[a-z]{2})$/.test(host) ? 'ACADEMIC' : null;
}

function isDate(text: string): boolean {
  try {
    parsePartialDate(text);
    return true;
  } catch {
    return false;
  }
}
