import type { AgreementKind, CodeScheme } from '../../../domain/vocabulary.js';
import type { NamedParty, NamedSource, Statement } from '../statement.js';
import { partiesAlone } from './parties-alone.js';
import { type StepReading, stepsOf } from './row-steps.js';
import { statedValidity } from './row-validity.js';
import type { RowValues } from './row-values.js';
import { isAddress } from './values.js';

/**
 * What a row says of an agreement. Where any of it cannot be read, who its parties are and nothing else, since half of
 * what a row says is another statement; null where these cannot be read either.
 */
export function statementOf(file: string, line: number, row: RowValues, reading: StepReading): Statement | null {
  const kind = row.get('kind');
  const a = partyOf(row, 'A', kind);
  const b = partyOf(row, 'B', kind);
  const title = { id: row.get('titleId') ?? undefined, en: row.get('titleEn') ?? undefined };
  const steps = stepsOf(row, reading);
  if (kind === null && !row.isRejected('kind')) reading.onReading('NO_KIND');
  const statement: Statement = {
    file,
    line,
    at: `row ${line}`,
    parties: [a, b],
    kind,
    title: title.id === undefined && title.en === undefined ? null : title,
    steps,
    validity: statedValidity(row, steps),
    sectors: row.get('sectors') ?? [],
    source: sourceOf(row),
    confidence: row.get('confidence'),
    note: row.get('note'),
  };
  return row.isSound ? statement : partiesAlone(statement, row);
}

function partyOf(row: RowValues, side: 'A' | 'B', kind: AgreementKind | null): NamedParty {
  const name = row.get(`party${side}`);
  if (name === null && !row.isRejected(`party${side}`))
    row.reject(`party${side}`, `the row names no party ${side}`, 'write the name of the place');
  const [latitude, longitude] = [row.get(`latitude${side}`), row.get(`longitude${side}`)];
  for (const [field, other] of [
    [`latitude${side}`, `longitude${side}`],
    [`longitude${side}`, `latitude${side}`],
  ] as const) {
    if (row.states(other) && !row.states(field)) row.reject(field, 'it is empty beside the other of the two', 'give both or none');
  }
  const level = row.get(`level${side}`);
  const isLevelStated = row.states(`level${side}`);
  const code = (scheme: CodeScheme, value: string | null) => (value === null ? [] : [{ scheme, value }]);
  return {
    name: name ?? '',
    country: row.get(`country${side}`),
    province: row.get(`province${side}`),
    level: isLevelStated ? level : null,
    // Who speaks of sister provinces means provinces, whatever the other partners are.
    usualLevel: isLevelStated ? null : kind === 'SISTER_PROVINCE' ? 'PROVINCE' : level,
    codes: [
      ...code('KEMENDAGRI', row.get(`kemendagri${side}`)),
      ...code('WIKIDATA', row.get(`qid${side}`)),
      ...code('GEONAMES', row.get(`geonames${side}`)),
    ],
    location: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

/** The source that a row names; null: it names none, and the sheet is its source. One without a title goes by its address. */
function sourceOf(row: RowValues): NamedSource | null {
  const title = row.get('sourceTitle');
  const url = row.get('sourceUrl') ?? (title !== null && isAddress(title) ? title : null);
  const named = title ?? url;
  if (named === null) return null;
  return {
    title: named,
    publisher: row.get('sourcePublisher'),
    kind: row.get('sourceKind'),
    url,
    published: row.get('sourcePublished'),
    language: row.get('sourceLanguage'),
    licence: row.get('sourceLicence'),
  };
}
