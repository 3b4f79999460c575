import { idOf } from '../../../domain/ontology.js';
import type { Ref, Unit } from '../../../graph/unit.js';
import type { CiteRecord, PlaceRecord } from '../../format/records.js';
import { type Facts, given, keyOf } from './facts.js';
import { dated, ref } from './properties.js';

/** Says of a thing what sources say. `after`: how many citations it has already. */
export function addCitations(unit: Unit, of: Ref, cites: readonly CiteRecord[], after = 0): void {
  cites.forEach((cite, index) => {
    unit.addRelationship('CITES', of, ref('Source', cite.source), {
      position: after + index,
      locator: cite.at ?? null,
      field: cite.field ?? null,
      value: cite.value ?? null,
      basis: cite.basis,
      preferred: cite.preferred,
      confidence: cite.confidence ?? null,
      note: cite.note ?? null,
    });
  });
}

/** How parts of a thing are numbered that its own record does not have. */
export interface Added {
  /** The data set that adds them, since several may. */
  readonly by: string;
  /** How many the thing has already. */
  readonly after: number;
}

/** The part of an id that tells one part of a thing from the others. */
export function partNumber(number: number, added: Added | null): string {
  return added === null ? `${number}` : `${added.by}-${number}`;
}

/** Other names of a thing. Those without citations of their own have those of the thing. */
export function addNames(unit: Unit, names: PlaceRecord['otherNames'], fallback: readonly CiteRecord[], added: Added | null = null): void {
  names.forEach((name, index) => {
    const named: Ref = { label: 'Name', id: idOf('Name', `${unit.of.id.replace(':', '.')}.${partNumber(index + 1, added)}`) };
    unit.addNode(named, { text: name.text, kind: name.kind, language: name.language ?? null });
    unit.addRelationship('HAS_NAME', unit.of, named, { position: (added?.after ?? 0) + index });
    addCitations(unit, named, name.cites ?? fallback);
  });
}

/** Codes of a place. */
export function addCodes(unit: Unit, codes: PlaceRecord['codes']): void {
  for (const code of codes) {
    const identifier = ref('Code', `${code.scheme.toLowerCase().replaceAll('_', '-')}.${code.value}`);
    unit.addNode(identifier, { scheme: code.scheme, value: code.value });
    unit.addRelationship('HAS_CODE', unit.of, identifier, { ...dated(code.from, 'from'), ...dated(code.until, 'until') });
  }
}

/** The citations of a node, as records have them. */
export function citesOf(facts: Facts, of: Ref = facts.of): CiteRecord[] {
  return facts.said('CITES', of).map(({ to, properties }) => ({
    source: keyOf(to),
    at: given<string>(properties.locator),
    field: given<string>(properties.field),
    value: given<string>(properties.value),
    basis: properties.basis as CiteRecord['basis'],
    preferred: properties.preferred as boolean,
    confidence: given<NonNullable<CiteRecord['confidence']>>(properties.confidence),
    note: given<string>(properties.note),
  }));
}

/** Other names, as records have them. */
export function otherNamesOf(facts: Facts): PlaceRecord['otherNames'] {
  return facts.parts('Name').map((name) => ({
    text: name.properties.text as string,
    kind: name.properties.kind as PlaceRecord['otherNames'][number]['kind'],
    language: given<string>(name.properties.language),
    cites: citesOf(facts, name),
  }));
}

/** Codes, as records have them. */
export function codesOf(facts: Facts): PlaceRecord['codes'] {
  const codes = new Map(facts.parts('Code').map(({ id, properties }) => [id, properties]));
  return facts.said('HAS_CODE').map(({ to, properties }) => ({
    scheme: codes.get(to.id)?.scheme as PlaceRecord['codes'][number]['scheme'],
    value: codes.get(to.id)?.value as string,
    from: given<string>(properties.from),
    until: given<string>(properties.until),
  }));
}
