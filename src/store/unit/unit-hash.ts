import { createHash } from 'node:crypto';
import type { Unit } from '../../graph/unit.js';
import type { PlainValue } from '../../graph/values.js';

/** What follows from all steps of an agreement, whoever brought them. */
const DERIVED = new Set(['supersededOn', 'isLast']);

/** A hash of all that a unit says: equal for equal facts, in whatever order they come. */
export function hashOf(unit: Unit): string {
  const facts = [
    ...unit.nodes.map(({ id, properties }) => `n ${id} ${canonical(properties)}`),
    ...unit.relationships.map(({ type, from, to, properties }) => `r ${type} ${from.id} ${to.id} ${canonical(properties)}`),
    ...(unit.completion === null ? [] : [`c ${canonical(unit.completion)}`]),
  ];
  return createHash('sha256').update(facts.sort().join('\n')).digest('hex').slice(0, 16);
}

/** JSON with the keys in order and without nulls, which are no properties. */
function canonical(value: PlainValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([key, inner]) => inner !== null && !DERIVED.has(key));
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`;
}
