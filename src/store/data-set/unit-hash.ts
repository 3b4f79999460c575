import { createHash } from 'node:crypto';
import type { Unit } from '../../graph/unit.js';
import type { PlainValue } from '../../graph/values.js';

/** A hash of all that a unit says: equal for equal facts, whatever the order in which their properties were put. */
export function hashOf(unit: Unit): string {
  const hash = createHash('sha256');
  for (const { id, properties } of unit.nodes) hash.update(`n ${id} ${canonical(properties)}\n`);
  for (const { type, from, to, properties } of unit.relationships) hash.update(`r ${type} ${from.id} ${to.id} ${canonical(properties)}\n`);
  if (unit.completion !== null) hash.update(`c ${canonical(unit.completion)}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** JSON with the keys in order and without nulls, which are no properties. */
function canonical(value: PlainValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`;
}
