import { ascending } from 'd3-array';
import type { Confidence } from '../../../domain/vocabulary.js';
import type { TypedRecord } from '../../dataset/to-records.js';
import type { AgreementRecord, PlaceRecord, SourceRecord } from '../../format/records.js';
import { type OnReject, type Reject, shownValue } from '../../reject.js';
import { agreementDetail } from './agreement-detail.js';
import { citedSources } from './cited-sources.js';
import type { MergeReport } from './merge-report.js';
import type { MergingGround } from './merging-ground.js';
import { newAgreement, newAgreementKey } from './new-agreement.js';
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
 * Makes records of what statements say: sources and sectors first, then one agreement for all that is said of it, or, where
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
  for (const record of sources.created) yield { type: 'sources', record };
  const retirements = await ground.statedRetirements();
  const sectors = new Sectors(await ground.sectors(), groups.sectors, retirements);
  for (const record of sectors.created) {
    report.newSectors.push(`${record.name.en} (${record.key})`);
    yield { type: 'sectors', record };
  }

  const retired = await RetiredAgreements.of(retirements, ground);
  const shared = new Map<string, SharedAgreement>();
  for await (const topic of topicsOf(groups.sorted(), ground, (identity) => sources.keys.get(identity) ?? source.key)) {
    const { said } = topic;
    const key = topic.agreement === null ? newAgreementKey(topic) : null;
    const agreement = key === null ? topic.agreement : retired.successorOf(key);
    const gone = key === null ? null : retired.goneBy(key);
    if (agreement === null && gone !== null) {
      report.leftOut += said.length;
      for (const one of said) onReject({ ...placeOf(one, topic.parties), field: 'parties', ...gone });
    } else if (agreement === null) {
      const record = newRecord(topic, sectors, { report, onReject });
      if (record !== null) yield { type: 'agreements', record };
    } else if (agreement !== topic.agreement || agreement.parties.length > topic.parties.length) {
      const { said: before } = shared.get(agreement.key) ?? { said: [] };
      shared.set(agreement.key, { agreement, said: [...before, ...said] });
    } else {
      report.repeated += said.length - 1;
      yield { type: 'agreementDetails', record: agreementDetail(agreement, said, sectors, report) };
    }
  }
  for (const [, { agreement, said }] of [...shared].sort(([one], [other]) => ascending(one, other))) {
    report.repeated += said.length - 1;
    yield { type: 'agreementDetails', record: agreementDetail(agreement, said.toSorted(byWeight), sectors, report) };
  }
}

/** A known agreement to which several sets of parties may add: it has more of them, or took the place of one that is retired. */
interface SharedAgreement {
  readonly agreement: AgreementRecord;
  readonly said: readonly Said[];
}

/** The record of an agreement that is not known. Null: there is none, and its statements are left out. */
function newRecord(topic: Topic, sectors: Sectors, { report, onReject }: Pick<Merging, 'report' | 'onReject'>): AgreementRecord | null {
  const { parties, said, perhaps } = topic;
  const record = newAgreement({ ...topic, sectors }, report);
  if (record === null) {
    report.leftOut += said.length;
    for (const one of said) onReject(onlyCooperation(one, parties));
    return null;
  }
  report.repeated += said.length - 1;
  if (perhaps !== undefined) {
    report.doubtful.push(`${parties.map(({ name }) => name).join(' – ')} (${record.key}): perhaps ${perhaps.key}`);
  }
  return record;
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
