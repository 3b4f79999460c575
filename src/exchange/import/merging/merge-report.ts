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
  /** What rules speak against, agreement by agreement; it is taken all the same. */
  readonly againstRules: string[] = [];
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

/** The report in lines for people. What there is none of is not told. */
export function mergeReportLines(report: MergeReport, { all = false } = {}): string[] {
  const created = [...report.created].sort(([one], [other]) => (one < other ? -1 : 1));
  const counted = (count: number, what: string) => (count === 0 ? [] : [`  ${count} ${what}`]);
  const listed = (lines: readonly string[], what: string) => [...counted(lines.length, what), ...someLines(lines, all)];
  return [
    `agreements: told of by ${report.read} rows whose parties are known`,
    // The same in every run: what an earlier version of the import brought is not counted as told by something else.
    ...counted(
      created.reduce((sum, [, count]) => sum + count, 0),
      'agreements that nothing else in the graph tells of',
    ),
    ...created.map(([kind, count]) => `    ${String(count).padStart(6)}  ${kind}`),
    ...counted(
      report.merged,
      'agreements that other data in the graph tells of too; they get citations, and the steps, plans and sectors that they lack',
    ),
    ...counted(report.repeated, 'further rows about an agreement that another row tells of; it is one agreement, with all that they say'),
    ...counted(report.withItself, 'rows would join a place with itself and are left out'),
    ...counted(report.leftOut, 'other rows are left out'),
    ...counted(report.citationsLeftOut, 'citations are too many for one thing and left out'),
    ...listed(report.conflicts, 'contradictions between sources; all of them are kept'),
    ...listed(report.morePrecise, 'dates are more precise than those of the graph; they are cited'),
    ...listed(report.newSectors, 'sectors that nothing else in the graph has'),
    ...listed(report.retiredSectors, 'sectors are left out, since they are retired'),
    ...listed(report.againstRules, 'times a rule of docs/rules.md speaks against what is told; it is taken, and should be looked at'),
    ...listed(report.doubtful, 'agreements are doubtful'),
  ];
}
