import type { NodeLabel } from '../../../domain/ontology.js';
import { type Ref, Unit } from '../../../graph/unit.js';
import type { EventRecord } from '../../format/records.js';
import { type Facts, given, keyOf } from './facts.js';
import { bilingual, dated, namesOf, ref } from './properties.js';
import { addCitations, citesOf } from './shared-fields.js';

export function eventUnit(event: EventRecord): Unit {
  const unit = new Unit(ref('Event', event.key));
  unit.addNode(unit.of, {
    kind: event.kind,
    ...bilingual(event.title),
    ...dated(event.date),
    venue: event.venue ?? null,
    note: event.note ?? null,
  });
  if (event.place !== undefined) unit.addRelationship('HELD_IN', unit.of, ref('Place', event.place));
  event.agreements.forEach((agreement, position) => {
    unit.addRelationship('CONCERNS', unit.of, ref('Agreement', agreement), { position });
  });
  event.sectors.forEach((sector, position) => {
    unit.addRelationship('IN_SECTOR', unit.of, ref('Sector', sector), { position });
  });
  event.participants.forEach((who, position) => {
    const part = ref('Participation', `${event.key}.${position + 1}`);
    unit.addNode(part, { position, role: who.role, note: who.note ?? null });
    unit.addRelationship('TOOK_PART', part, unit.of);
    unit.addRelationship('TAKEN_BY', part, takerOf(who));
    // What the event's citations say of its date or sectors says nothing of who took part.
    addCitations(unit, part, who.cites ?? event.cites.filter(({ field }) => field === undefined));
  });
  addCitations(unit, unit.of, event.cites);
  return unit;
}

function takerOf(who: EventRecord['participants'][number]): Ref {
  if (who.tenure !== undefined) return ref('Tenure', who.tenure);
  if (who.office !== undefined) return ref('Office', who.office);
  return ref('Place', who.place ?? '');
}

export function eventOf(facts: Facts): EventRecord {
  const { own } = facts;
  return {
    key: facts.key,
    kind: own.kind as EventRecord['kind'],
    title: namesOf(own),
    date: given<string>(own.date),
    place: facts.keyTo('HELD_IN'),
    venue: given<string>(own.venue),
    agreements: facts.keys('CONCERNS'),
    sectors: facts.keys('IN_SECTOR'),
    participants: facts.parts('Participation').map((part) => {
      const [taken] = facts.said('TAKEN_BY', part);
      const taker = (label: NodeLabel) => (taken?.to.label === label ? keyOf(taken.to) : undefined);
      const cites = citesOf(facts, part);
      return {
        role: part.properties.role as EventRecord['participants'][number]['role'],
        tenure: taker('Tenure'),
        office: taker('Office'),
        place: taker('Place'),
        note: given<string>(part.properties.note),
        cites: cites.length > 0 ? cites : undefined,
      };
    }),
    note: given<string>(own.note),
    cites: citesOf(facts),
  };
}
