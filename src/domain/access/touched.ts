import type { Actor } from './actor.js';
import type { Permission } from './permissions.js';

/** A place with the places that it is part of, at any depth. Of one that is new, those it is to be part of. */
export interface EnclosedPlace {
  readonly id: string;
  readonly enclosing: readonly string[];
}

/**
 * What a write touches, as far as it matters for somebody who is limited to places. A write that moves something from one
 * place to another, or changes the parties of an agreement, touches it twice: as it was and as it becomes.
 */
export type Touched =
  /** A place, or an office, a mission (where it is seated) or a tenure (that of its office). */
  | { readonly kind: 'PLACED'; readonly place: EnclosedPlace }
  /** An agreement, by its parties; or an event or award, by the places that take part. */
  | { readonly kind: 'SHARED_BY'; readonly places: readonly EnclosedPlace[] }
  /** What has no place and serves all of them: a source, a sector, a person. */
  | { readonly kind: 'COMMON' };

/** Whether all that a write touches is within the places that somebody is limited to. Who has no limit is within everywhere. */
export function isWithin({ within }: Actor, permission: Permission, touched: readonly Touched[]): boolean {
  if (within === null) return true;
  const limits = new Set(within);
  return touched.every((one) => isOneWithin(limits, permission, one));
}

function isOneWithin(limits: ReadonlySet<string>, permission: Permission, touched: Touched): boolean {
  if (touched.kind === 'PLACED') return isInside(limits, touched.place);
  // The other party is elsewhere by the nature of an agreement.
  if (touched.kind === 'SHARED_BY') return touched.places.some((place) => isInside(limits, place));
  // Nobody could cite anything otherwise; but what stands there already is relied upon elsewhere too.
  return permission === 'ADD';
}

function isInside(limits: ReadonlySet<string>, { id, enclosing }: EnclosedPlace): boolean {
  return limits.has(id) || enclosing.some((around) => limits.has(around));
}
