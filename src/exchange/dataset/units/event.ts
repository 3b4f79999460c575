import { type Ref, Unit } from '../../../graph/unit.js';
import type { EventRecord } from '../../format/records.js';
import { bilingual, dated, ref } from './properties.js';
import { addCitations } from './shared-fields.js';

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
