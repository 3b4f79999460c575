import { basename } from 'node:path';
import { ascending } from 'd3-array';
import type { Confidence } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import { type OnReject, shownValue } from '../../reject.js';
import type { NamedSource, Statement } from '../statement.js';
import type { MergeReport } from './merge-report.js';
import { identityOf, joinedSource } from './named-sources.js';
import { partiesKey } from './parties.js';
import type { ResolvedStatement } from './resolved-statement.js';
import type { Said } from './said.js';

/** Stands for the source that an import is itself, until its key is known. No named source has this identity. */
export const THE_IMPORT = '';

/** What statements say of the agreements of one set of parties. The source of each is an identity here, not yet a key. */
export interface StatementGroup {
  /** In the order of their keys. */
  readonly parties: readonly PlaceRecord[];
  readonly said: readonly Said[];
}

const ONE_PLACE = 'name the partner, or decide in the file of --decisions which place it is';
const MOST_PARTIES = 20;
const NOTHING: readonly never[] = [];

/**
 * Holds statements by the parties that they are about, whichever of these is named first. All statements of a pair have to
 * be there before anything can be said of it, and files are in no order, so all are held: without their parties, and with
 * their sources once. That is some 0.5 kB for a statement, and as much again for each source that no other one names.
 */
export class StatementGroups {
  readonly #groups = new Map<string, { readonly parties: readonly PlaceRecord[]; readonly said: Said[] }>();
  readonly #sources = new Map<string, { readonly identity: string; named: NamedSource }>();
  readonly sectors = new Set<string>();
  readonly #confidence: Confidence | null;
  readonly #report: MergeReport;
  readonly #onReject: OnReject;

  /** `confidence`: of rows that do not say how far they can be relied upon. */
  constructor({ confidence, report, onReject }: { confidence: Confidence | null; report: MergeReport; onReject: OnReject }) {
    this.#confidence = confidence;
    this.#report = report;
    this.#onReject = onReject;
  }

  add({ statement, parties: stated }: ResolvedStatement): void {
    this.#report.read += 1;
    const places = new Map(stated.map((place) => [place.key, place]));
    const { file, line, kind, title, steps, validity, sectors, confidence, note } = statement;
    if (places.size < 2) {
      this.#report.withItself += 1;
      const [only] = stated;
      const value = shownValue(statement.parties.map(({ name }) => name).join(' – '));
      const reason = `its parties are one place: ${only?.key}`;
      this.#onReject({ file, line, field: 'parties', value, reason, remedy: ONE_PLACE });
      return;
    }
    if (places.size > MOST_PARTIES) {
      this.#report.leftOut += 1;
      const value = shownValue(stated.map(({ name }) => name).join(', '));
      const reason = `it has ${places.size} parties; an agreement has ${MOST_PARTIES} at most`;
      this.#onReject({ file, line, field: 'parties', value, reason, remedy: 'enter it as several agreements' });
      return;
    }
    const key = partiesKey(places.keys());
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { parties: [...places.values()].sort((one, other) => ascending(one.key, other.key)), said: [] };
      this.#groups.set(key, group);
    }
    for (const sector of sectors) this.sectors.add(sector);
    group.said.push({
      source: statement.source === null ? THE_IMPORT : this.#identityOf(statement.source),
      file,
      line,
      at: placeInSource(statement),
      first: stated[0]?.key ?? '',
      kind,
      title,
      steps: steps.length === 0 ? NOTHING : steps,
      validity,
      sectors: sectors.length === 0 ? NOTHING : sectors,
      confidence: confidence ?? this.#confidence,
      note,
    });
  }

  /** The sources that statements name, by what tells them from each other. */
  *sources(): Generator<[identity: string, named: NamedSource]> {
    for (const { identity, named } of this.#sources.values()) yield [identity, named];
  }

  /** Whether a statement names no source, so that the import is its source. */
  get citesTheImport(): boolean {
    return [...this.#groups.values()].some(({ said }) => said.some(({ source }) => source === THE_IMPORT));
  }

  /** The groups in the order of their parties. */
  sorted(): StatementGroup[] {
    return [...this.#groups].sort(([one], [other]) => ascending(one, other)).map(([, group]) => group);
  }

  /** One text for all statements of a source, so that it is held once. */
  #identityOf(named: NamedSource): string {
    const identity = identityOf(named);
    const before = this.#sources.get(identity);
    if (before === undefined) {
      this.#sources.set(identity, { identity, named });
      return identity;
    }
    if (before.named !== named) before.named = joinedSource(before.named, named);
    return before.identity;
  }
}

/** Where a source says it. The row of a sheet is no place in another source that the row names, so it says of which file it is. */
function placeInSource({ source, at, line, file }: Statement): string {
  return source !== null && at === `row ${line}` ? `${at} of ${basename(file)}` : at;
}
