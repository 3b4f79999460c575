import { membersOf } from '../../../domain/vocabulary.js';
import { LOST_CHARACTER, LOST_REASON, LOST_REMEDY } from '../../lost-characters.js';
import type { OnReject } from '../../reject.js';
import type { Statement } from '../statement.js';
import { Cells } from './cells.js';
import { readItem } from './item.js';
import { partyOf } from './party.js';
import { sourceOf, WIKIDATA } from './reference.js';
import { type ResultRow, VARIABLES } from './result-row.js';
import { stepsOf } from './steps.js';
import { readTime } from './time.js';

/** Where rows are from. */
export interface Origin {
  /** The file, or the address that was asked. */
  readonly file: string;
  /** ISO day on which Wikidata was asked; null: not known. */
  readonly askedOn: string | null;
}

/**
 * What one row of results says: that two places are twinned, since and until when, and on whose word. A statement with
 * several references has a row for each, and both places may state the twinning; joining these is left to `merging`,
 * since results are not sorted as a rule. Null: the row is left out.
 */
export function statementOf(row: ResultRow, { file, askedOn }: Origin, onReject: OnReject): Statement | null {
  const cells = new Cells(row, file, onReject);
  if (/deprecated(?:rank)?$/i.test(cells.text('rank') ?? '')) {
    cells.reject('rank', 'Wikidata has deprecated the statement', 'nothing is to be done; it is kept there because it is wrong');
    return null;
  }
  const lost = membersOf(VARIABLES).find((name) => LOST_CHARACTER.test(cells.text(name) ?? ''));
  if (lost !== undefined) {
    cells.reject(lost, LOST_REASON, LOST_REMEDY);
    return null;
  }
  const item = place(cells, 'item');
  const other = place(cells, 'other');
  if (item === null || other === null) return null;
  if (item === other) {
    cells.reject('other', 'the place is twinned with itself', 'correct the statement (P190) in Wikidata');
    return null;
  }
  const source = sourceOf(cells);
  return {
    file,
    line: row.line,
    at: source === null ? item : `cited by Wikidata ${item}`,
    parties: [partyOf(cells, 'item', item), partyOf(cells, 'other', other)],
    kind: null,
    title: null,
    steps: stepsOf(cells, askedOn),
    // An end (P582) in Wikidata is one that has come, and so it is a step.
    validity: null,
    sectors: [],
    source: source ?? WIKIDATA,
    // What a reference says was not looked at, so it is second-hand; without one nobody vouches for it.
    confidence: source === null ? 'LOW' : 'MEDIUM',
    note: source === null ? null : retrievedNote(cells),
  };
}

const NO_ITEM = { reason: 'it is empty', remedy: 'select the item of both places' };

function place(cells: Cells, variable: 'item' | 'other'): string | null {
  const text = cells.text(variable);
  const reading = text === null ? NO_ITEM : readItem(text);
  if ('value' in reading) return reading.value;
  cells.reject(variable, reading.reason, reading.remedy);
  return null;
}

function retrievedNote(cells: Cells): string | null {
  const day = cells.read('retrieved', (time) => readTime(time, '11'));
  return day === null ? null : `Looked at for Wikidata on ${day}.`;
}
