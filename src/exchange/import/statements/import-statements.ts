import { createHash } from 'node:crypto';
import type { Confidence } from '../../../domain/vocabulary.js';
import type { Graph } from '../../../graph/graph.js';
import { groundOf } from '../../../store/data-set/data-sets.js';
import type { DataSetVersion } from '../../../store/data-set/replace-data-set.js';
import { toUnits } from '../../dataset/to-units.js';
import { emptyDataSet, type SourceRecord } from '../../format/records.js';
import type { OnReject } from '../../reject.js';
import { MergeReport } from '../merging/merge-report.js';
import { mergeStatements } from '../merging/merge-statements.js';
import { referredBy } from '../merging/referred.js';
import { KnownPlaces } from '../places/known-places.js';
import type { Finding } from '../resolution/decision-stubs.js';
import { type Decisions, readDecisions } from '../resolution/decisions.js';
import { PartyResolver } from '../resolution/resolver.js';
import type { Statement } from '../statement.js';
import type { PartyReport } from './party-report.js';
import { StatementResolution } from './resolve-statements.js';
import { StatementGround } from './statement-ground.js';

/** Raised when the same statements would become other nodes or relationships than before. */
const FORMAT_VERSION = 5;

export interface StatementImport {
  readonly dataSet: string;
  /** The statements; they are gone through several times, each time anew. What is wrong is told the first time only. */
  readonly statements: (onReject: OnReject) => AsyncIterable<Statement>;
  /** The import as a source, which statements cite that name none. */
  readonly source: SourceRecord;
  /** What identifies the input beside its bytes, such as a mapping. */
  readonly settings: string;
  /** How far statements can be relied upon that do not say so themselves. */
  readonly confidence: Confidence | null;
  /** A file of decisions, with its text as it is; null: there is none. */
  readonly decisions: { readonly file: string; readonly text: string } | null;
  readonly onReject: OnReject;
}

export interface ImportedStatements {
  readonly version: DataSetVersion;
  readonly total: number;
  readonly parties: PartyReport;
  readonly created: readonly string[];
  readonly merged: MergeReport;
  readonly findings: readonly Finding[];
  readonly known: KnownPlaces;
}

/** Finds the places that statements speak of in a graph, and makes a version of a data set of what they say. */
export async function importStatements(graph: Graph, given: StatementImport): Promise<ImportedStatements> {
  const { dataSet, source, settings, confidence, onReject } = given;
  const standsOn = await groundOf(graph, dataSet);
  const ground = new StatementGround(graph, { besides: dataSet });
  const places = await ground.allPlaces();
  const known = new KnownPlaces(await ground.completed(places));
  const decisions: Decisions | null = given.decisions === null ? null : readDecisions(given.decisions.file, given.decisions.text, known);
  let isFirst = true;
  const statements = () => {
    const rejects = isFirst ? onReject : () => undefined;
    isFirst = false;
    return given.statements(rejects);
  };
  if (decisions !== null) for await (const { parties } of statements()) for (const party of parties) decisions.meet(party);
  const retirements = await ground.statedRetirements();
  const resolution = await StatementResolution.of(statements, {
    resolver: new PartyResolver(known, decisions),
    known,
    retirements,
    dataSet,
  });

  const report = new MergeReport();
  const data = emptyDataSet();
  const records = mergeStatements(resolution.resolved(onReject), { source, confidence, ground, report, onReject });
  for await (const { type, record } of records) (data[type] as object[]).push(record);
  const { places: parties } = referredBy(data.agreements.map((record) => ({ type: 'agreements', record })));
  data.places.push(...resolution.created.filter(({ key }) => parties.has(key)));
  // What another import brought under the same key, it brought for the same name.
  const sources = await ground.holders(
    'sources',
    data.sources.map(({ key }) => key),
  );
  const sectors = await ground.holders(
    'sectors',
    data.sectors.map(({ key }) => key),
  );
  data.sources = [source, ...data.sources.filter(({ key }) => key !== source.key && !sources.has(key))];
  data.sectors = data.sectors.filter(({ key }) => !sectors.has(key));

  const agreements = await ground.agreements(data.agreementDetails.map(({ key }) => key));
  const units = [...toUnits(data, { dataSet, ground: { places, agreements } })];
  const hash = createHash('sha256').update(`statements ${FORMAT_VERSION}\n${settings}\n${decisions?.decided ?? ''}\n`);
  for (const { sha256 } of source.import?.files ?? []) hash.update(`${sha256}\n`);
  return {
    version: { id: dataSet, fingerprint: hash.digest('hex'), ground: standsOn, units },
    total: units.length,
    parties: resolution.report,
    created: data.places.map(({ key, name }) => `${name} (${key})`),
    merged: report,
    findings: resolution.findings,
    known,
  };
}
