import { foldName } from '../../../domain/names.js';
import { Unit } from '../../../graph/unit.js';
import type { SourceRecord } from '../../format/records.js';
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
