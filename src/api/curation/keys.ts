import { keyOfId } from '../../domain/ontology.js';
import type { EntityLabel } from '../../store/entities.js';
import { idArgument } from '../ids.js';

/** The key in an id of one type. Throws `BadInputError` for what is none. */
export function keyOfArgument(argument: string, id: string, label: EntityLabel): string {
  return keyOfId(idArgument(argument, id, label));
}

/** The key in an id that may be left out or cleared: undefined leaves what is there, null clears it. */
export function optionalKey<I extends string | null | undefined>(argument: string, id: I, label: EntityLabel): I {
  return (id === undefined || id === null ? id : keyOfArgument(argument, id, label)) as I;
}

export function keysOfArgument(argument: string, ids: readonly string[], label: EntityLabel): string[] {
  return ids.map((id) => keyOfArgument(argument, id, label));
}

/** A value for a record: what is left out or null is no field of it. */
export function given<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** What of an input is given: fields that are left out or null are no fields of it. */
export function withoutNulls<T extends object>(input: T): { [F in keyof T]: Exclude<T[F], null> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined)) as never;
}
