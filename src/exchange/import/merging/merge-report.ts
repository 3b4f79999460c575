import type { AgreementKind } from '../../../domain/vocabulary.js';
import { someLines } from '../some-lines.js';

/** What became of the statements of an import. It is filled while records are made. */
export class MergeReport {
  /** Statements whose parties are known. */
  read = 0;
  /** How many agreements are new, by their kind. */
  readonly created = new Map<AgreementKind, number>();
  /** How many agreements that the graph has get citations, steps or sectors. */
  merged = 0;
  /** Statements of an agreement of which another one speaks already. */
  repeated = 0;
  /** Statements that would join a place with itself, each with its reject. */
  withItself = 0;
  /** Statements that are left out for other reasons, each with its reject. */
  leftOut = 0;
  /** Citations beyond the 50 that one thing may have. */
  citationsLeftOut = 0;
  /** What sources say differently: all of it is kept. */
  readonly conflicts: string[] = [];
  /** Dates that are more precise than those of records that the graph has. */
  readonly morePrecise: string[] = [];
  /** What a person should look at. */
  readonly doubtful: string[] = [];
  /** Sectors that were not known. */
  readonly newSectors: string[] = [];
  /** Sectors as they are written that are left out, since they are retired and nothing took their place. */
  readonly retiredSectors: string[] = [];

  countCreated(kind: AgreementKind): void {
    this.created.set(kind, (this.created.get(kind) ?? 0) + 1);
  }
}

/** The report in lines for people. */
export function mergeReportLines(report: MergeReport, { all = false } = {}): string[] {
  const created = [...report.created].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    `agreements: ${report.read} statements whose parties are known`,
    `  ${created.reduce((sum, [, count]) => sum + count, 0)} are new`,
    ...created.map(([kind, count]) => `    ${String(count).padStart(6)}  ${kind}`),
    `  ${report.merged} are in the graph already; they get citations, and steps and sectors that they lack`,
    `  ${report.repeated} statements speak of an agreement of which another one does`,
    `  ${report.withItself} statements would join a place with itself and are left out`,
    `  ${report.leftOut} others are left out`,
    `  ${report.citationsLeftOut} citations are too many for one thing and left out`,
    `  ${report.conflicts.length} contradictions between sources; all of them are kept`,
    ...someLines(report.conflicts, all),
    `  ${report.morePrecise.length} dates are more precise than those of the graph; they are cited`,
    ...someLines(report.morePrecise, all),
    `  ${report.newSectors.length} sectors are new`,
    ...someLines(report.newSectors, all),
    `  ${report.retiredSectors.length} sectors are left out, since they are retired`,
    ...someLines(report.retiredSectors, all),
    `  ${report.doubtful.length} agreements are doubtful`,
    ...someLines(report.doubtful, all),
  ];
}
