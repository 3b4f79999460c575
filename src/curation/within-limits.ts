import type { Actor } from '../domain/access/actor.js';
import { mustMayTouch } from '../domain/access/may.js';
import type { Permission } from '../domain/access/permissions.js';
import type { EnclosedPlace, Touched } from '../domain/access/touched.js';
import { ForbiddenError } from '../domain/errors.js';
import { idOfRecord } from '../exchange/dataset/retirements.js';
import type { TypedRecord } from '../exchange/dataset/to-records.js';
import type { EventRecord } from '../exchange/format/records.js';
import { enclosedPlaces } from '../store/enclosed-places.js';
import type { Desk } from './desk.js';
import { refuse } from './faults.js';

/** Refuses what is proposed where whoever proposes it is limited to places, and it is of others. */
export async function mustBeWithinLimits(desk: Desk, actor: Actor, permission: Permission): Promise<void> {
  if (actor.within === null) return;
  const held = await desk.held(desk.proposed.keys());
  for (const [id, { record }] of desk.proposed) {
    const before = held.get(id)?.record;
    // What is proposed has no say in where something was: else it could be taken to where its editor may be.
    const was = before === undefined ? [] : await touchedOf({ asking: desk.asking, find: desk.findHeld.bind(desk) }, before);
    const becomes = record === null ? [] : await touchedOf(desk, record);
    const touched = [...was, ...becomes];
    try {
      mustMayTouch(actor, before === undefined ? 'ADD' : permission, touched);
    } catch (error) {
      if (error instanceof ForbiddenError) refuse('FORBIDDEN', `"${id}": ${error.message}`);
      throw error;
    }
  }
}

/** Records as they were, or as they will be. */
type Records = Pick<Desk, 'asking' | 'find'>;

async function touchedOf(records: Records, { type, record }: TypedRecord): Promise<Touched[]> {
  switch (type) {
    case 'places':
      return [{ kind: 'PLACED', place: await placeOf(records, record.key, record.partOf) }];
    case 'offices':
    case 'missions':
    case 'tenures': {
      const place = await placeOfOffice(records, { type, record } as TypedRecord);
      return place === null ? [] : [{ kind: 'PLACED', place: await placeOf(records, place) }];
    }
    case 'agreements':
      return [{ kind: 'SHARED_BY', places: await placesOf(records, record.parties) }];
    case 'awards':
      return [
        {
          kind: 'SHARED_BY',
          places: await placesOf(
            records,
            record.results.map(({ place }) => place),
          ),
        },
      ];
    case 'events':
      return [{ kind: 'SHARED_BY', places: await placesOf(records, await placesOfEvent(records, record)) }];
    // What a data set adds to a thing is of that thing.
    case 'placeDetails':
      return [{ kind: 'PLACED', place: await placeOf(records, record.key) }];
    case 'agreementDetails': {
      const agreement = await records.find('agreements', record.key);
      return [{ kind: 'SHARED_BY', places: await placesOf(records, agreement?.parties ?? []) }];
    }
    default:
      return [{ kind: 'COMMON' }];
  }
}

/** A place with those around it; of one that is proposed, those that it is to be part of. */
async function placeOf(records: Records, key: string, partOf?: string): Promise<EnclosedPlace> {
  const above = partOf ?? (await records.find('places', key))?.partOf;
  const id = idOfRecord('places', key);
  if (above === undefined) return { id, enclosing: [] };
  const [around] = await enclosedPlaces(records.asking, [idOfRecord('places', above)]);
  return { id, enclosing: around === undefined ? [] : [around.id, ...around.enclosing] };
}

function placesOf(records: Records, keys: readonly string[]): Promise<EnclosedPlace[]> {
  return Promise.all([...new Set(keys)].map((key) => placeOf(records, key)));
}

/** The key of the place that an office, a mission or a tenure belongs to; null: it leads to none. */
async function placeOfOffice(records: Records, { type, record }: TypedRecord): Promise<string | null> {
  if (type === 'missions') return record.seat;
  if (type === 'tenures') {
    const office = await records.find('offices', record.office);
    return office === undefined ? null : placeOfOffice(records, { type: 'offices', record: office });
  }
  if (type !== 'offices') return null;
  if (record.mission === undefined) return record.place ?? null;
  return (await records.find('missions', record.mission))?.seat ?? null;
}

/** Where an event took place, who took part, and the parties of the agreements that it concerns. */
async function placesOfEvent(records: Records, event: EventRecord): Promise<string[]> {
  const parties = await Promise.all(event.agreements.map(async (key) => (await records.find('agreements', key))?.parties ?? []));
  const guests = await Promise.all(
    event.participants.map(async ({ place, office, tenure }) => {
      if (place !== undefined) return place;
      const record = office !== undefined ? await records.find('offices', office) : await records.find('tenures', tenure ?? '');
      if (record === undefined) return null;
      return placeOfOffice(records, { type: office !== undefined ? 'offices' : 'tenures', record } as TypedRecord);
    }),
  );
  return [...(event.place === undefined ? [] : [event.place]), ...parties.flat(), ...guests.filter((one) => one !== null)];
}
