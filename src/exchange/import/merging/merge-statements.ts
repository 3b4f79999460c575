import { ascending } from 'd3-array';
import type { Confidence } from '../../../domain/vocabulary.js';
import type { Retirements } from '../../dataset/retirements.js';
import type { TypedRecord } from '../../dataset/to-records.js';
import type { AgreementRecord, PlaceRecord, SourceRecord } from '../../format/records.js';
import { type OnReject, type Reject, shownValue } from '../../reject.js';
import { againstAdded, againstNew } from './against-rules.js';
import { agreementDetail } from './agreement-detail.js';
import { type CitedSources, citedSources } from './cited-sources.js';
import type { MergeReport } from './merge-report.js';
import type { MergingGround } from './merging-ground.js';
import { newAgreement, newAgreementKey } from './new-agreement.js';
import { referredBy } from './referred.js';
import type { ResolvedStatement } from './resolved-statement.js';
import { RetiredAgreements } from './retired-agreements.js';
import { byWeight, type Said } from './said.js';
import { Sectors } from './sectors.js';
import { StatementGroups } from './statement-groups.js';
import { type Topic, topicsOf } from './topics.js';

export interface Merging {
  /** The source that the import is itself, for rows that name none. */
  readonly source: SourceRecord;
  /** How far rows can be relied upon that do not say so themselves. */
  readonly confidence: Confidence | null;
  readonly ground: MergingGround;
  /** Filled while records are made. */
  readonly report: MergeReport;
  readonly onReject: OnReject;
}

/**
 * Makes records of what statements say: sources and sectors that are referred to first, then one agreement for all that is said of it, or, where
 * the graph has the agreement already, what is added to it. docs/decisions/0012 has the rules. All statements are read
 * before the first record is made; their order makes no difference, neither to the records nor to their order.
 */
export async function* mergeStatements(
  statements: AsyncIterable<ResolvedStatement> | Iterable<ResolvedStatement>,
  { source, confidence, ground, report, onReject }: Merging,
): AsyncGenerator<TypedRecord> {
  const groups = new StatementGroups({ confidence, report, onReject });
  for await (const statement of statements) groups.add(statement);

  const sources = await citedSources(groups, source, ground);
  const retirements = await ground.statedRetirements();
  const sectors = new Sectors(await ground.sectors(), groups.sectors, retirements);
  report.retiredSectors.push(...sectors.retired);

  const made: TypedRecord[] = [];
  for await (const record of agreementRecords(groups, { sources, source, sectors, retirements, ground, report, onReject }))
    made.push(record);
  const referred = referredBy(made);
  for (const record of sources.created) if (referred.sources.has(record.key)) yield { type: 'sources', record };
  for (const record of sectors.created) {
    if (!referred.sectors.has(record.key)) continue;
    report.newSectors.push(`${record.name.en} (${record.key})`);
    yield { type: 'sectors', record };
  }
  yield* made;
}

interface AgreementMaking extends Making, Pick<Merging, 'source' | 'ground'> {
  readonly sources: CitedSources;
  readonly retirements: Retirements;
}

async function* agreementRecords(
  groups: StatementGroups,
  { sources, source, sectors, retirements, ground, report, onReject }: AgreementMaking,
): AsyncGenerator<TypedRecord> {
  const retired = await RetiredAgreements.of(retirements, ground);
  const additions = new Additions(sectors, report);
  /** What took the place of others, and is new: what is said of these comes to it. */
  const awaited = new Map<string, Topic>();
  const gone: { readonly key: string; readonly topic: Topic }[] = [];
  for await (const topic of topicsOf(groups.sorted(), ground, (identity) => sources.keys.get(identity) ?? source.key)) {
    if (topic.agreement !== null) {
      additions.add(topic.agreement, topic.said);
      continue;
    }
    const key = newAgreementKey(topic);
    if (retired.has(key)) gone.push({ key, topic });
    else if (retired.isSuccessor(key)) awaited.set(key, topic);
    else yield* newRecord(key, topic, { sectors, report, onReject });
  }
  for (const { key, topic } of gone) {
    const end = retired.endOf(key);
    const [known, successor] = [retired.known(end), awaited.get(end ?? '')];
    if (known !== null) additions.add(known, topic.said);
    else if (end !== null && successor !== undefined) {
      awaited.set(end, { ...successor, said: [...successor.said, ...topic.said].sort(byWeight) });
    } else {
      report.leftOut += topic.said.length;
      for (const one of topic.said) onReject({ ...placeOf(one, topic.parties), field: 'parties', ...retired.goneBy(key) });
    }
  }
  for (const [key, topic] of awaited) yield* newRecord(key, topic, { sectors, report, onReject });
  yield* additions.records();
}

/** What is added to agreements that are known: all that is said of one is weighed together, whichever parties it names. */
class Additions {
  readonly #sectors: Sectors;
  readonly #report: MergeReport;
  readonly #said = new Map<string, { readonly agreement: AgreementRecord; readonly said: readonly Said[] }>();

  constructor(sectors: Sectors, report: MergeReport) {
    this.#sectors = sectors;
    this.#report = report;
  }

  add(agreement: AgreementRecord, said: readonly Said[]): void {
    const before = this.#said.get(agreement.key)?.said ?? [];
    this.#said.set(agreement.key, { agreement, said: before.length === 0 ? said : [...before, ...said].sort(byWeight) });
  }

  *records(): Generator<TypedRecord> {
    for (const [, { agreement, said }] of [...this.#said].sort(([one], [other]) => ascending(one, other))) {
      this.#report.repeated += said.length - 1;
      const record = agreementDetail(agreement, said, this.#sectors, this.#report);
      this.#report.againstRules.push(...againstAdded(agreement, record).map((against) => `${agreement.key}: ${against}`));
      yield { type: 'agreementDetails', record };
    }
  }
}

interface Making extends Pick<Merging, 'report' | 'onReject'> {
  readonly sectors: Sectors;
}

/** The record of an agreement that is not known; none where nobody says that there is one, and its statements are left out. */
function* newRecord(key: string, topic: Topic, { sectors, report, onReject }: Making): Generator<TypedRecord> {
  const { parties, said, perhaps } = topic;
  const record = newAgreement({ ...topic, key, sectors }, report);
  if (record === null) {
    report.leftOut += said.length;
    for (const one of said) onReject(onlyCooperation(one, parties));
    return;
  }
  report.repeated += said.length - 1;
  report.againstRules.push(...againstNew(record, parties).map((against) => `${record.key}: ${against}`));
  if (perhaps !== undefined) {
    report.doubtful.push(`${parties.map(({ name }) => name).join(' – ')} (${record.key}): perhaps ${perhaps.key}`);
  }
  yield { type: 'agreements', record };
}

function placeOf({ file, line }: Said, parties: readonly PlaceRecord[]): Pick<Reject, 'file' | 'line' | 'value'> {
  return { file, line, value: shownValue(parties.map(({ name }) => name).join(' – ')) };
}

function onlyCooperation(said: Said, parties: readonly PlaceRecord[]): Reject {
  return {
    ...placeOf(said, parties),
    field: 'stage',
    reason: `it says that they cooperate${said.kind === null ? '' : ` (${said.kind})`}, and neither that they are partners nor which step was reached`,
    remedy: 'give the kind of the agreement, such as SISTER_CITY, or a stage, in the row or for all rows in the mapping',
  };
}
