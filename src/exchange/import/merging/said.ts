import { ascending } from 'd3-array';
import { type AgreementKind, CONFIDENCES, type Confidence, membersOf } from '../../../domain/vocabulary.js';
import type { StatedStep, StatedValidity, Statement } from '../statement.js';

/** What one statement says of an agreement, and on whose word: a statement without what is the same for all of a group. */
export interface Said {
  /** Key of the source. */
  readonly source: string;
  readonly file: string;
  readonly line: number | null;
  readonly at: string;
  /** Key of the party that it names first. */
  readonly first: string;
  readonly kind: AgreementKind | null;
  readonly title: Statement['title'];
  readonly steps: readonly StatedStep[];
  readonly validity: StatedValidity | null;
  readonly sectors: readonly string[];
  readonly confidence: Confidence | null;
  readonly note: string | null;
}

const GRADES = membersOf(CONFIDENCES);

/** A confidence as a number: the better one is less, none is the most. */
export function gradeOf(confidence: Confidence | null): number {
  return confidence === null ? GRADES.length : GRADES.indexOf(confidence);
}

/** Where rows stand in what was read. Rows without a line come last. */
export function byRow(one: Said, other: Said): number {
  return (
    ascending(one.file, other.file) ||
    ascending(one.line ?? Number.POSITIVE_INFINITY, other.line ?? Number.POSITIVE_INFINITY) ||
    ascending(one.at, other.at)
  );
}

/**
 * The order in which statements are weighed and cited: what is more to be relied on first. It says nothing about the order
 * in which they were read, so that this may be any.
 */
export function byWeight(one: Said, other: Said): number {
  return (
    gradeOf(one.confidence) - gradeOf(other.confidence) ||
    ascending(one.source, other.source) ||
    byRow(one, other) ||
    ascending(JSON.stringify(one), JSON.stringify(other))
  );
}
