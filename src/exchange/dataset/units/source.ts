import { foldName } from '../../../domain/names.js';
import { Unit } from '../../../graph/unit.js';
import type { SourceRecord } from '../../format/records.js';
import { type Facts, given } from './facts.js';
import { dated, ref } from './properties.js';

export function sourceUnit(source: SourceRecord): Unit {
  const unit = new Unit(ref('Source', source.key));
  unit.addNode(unit.of, {
    kind: source.kind,
    title: source.title,
    sortName: foldName(source.title),
    publisher: source.publisher,
    authors: source.authors,
    ...dated(source.published, 'published'),
    language: source.language,
    url: source.url ?? null,
    licence: source.licence ?? null,
    note: source.note ?? null,
  });
  return unit;
}

export function sourceOf(facts: Facts): SourceRecord {
  const { own } = facts;
  return {
    key: facts.key,
    kind: own.kind as SourceRecord['kind'],
    title: own.title as string,
    publisher: own.publisher as string,
    authors: [...((own.authors as readonly string[] | undefined) ?? [])],
    published: given<string>(own.published),
    language: own.language as string,
    url: given<string>(own.url),
    licence: given<string>(own.licence),
    note: given<string>(own.note),
  };
}
