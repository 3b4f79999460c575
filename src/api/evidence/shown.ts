import { labelOf, type NodeLabel, type RelationshipType } from '../../domain/ontology.js';
import { type Code, type EntityLabel, isEntityLabel, type OtherName } from '../../store/entities.js';
import type { Context } from '../context.js';

type Entity = { readonly id: string } & Readonly<Record<string, unknown>>;
type Reading = (context: Context, entity: Entity) => Promise<readonly string[]>;

/** What a thing is called where another one names it. */
async function nameOf({ load }: Context, id: string): Promise<string> {
  const label = labelOf(id);
  if (label === 'Tenure') {
    const [officials, offices] = await Promise.all([
      load.relatedBack('Official', 'SERVED', 'Tenure', id),
      load.related('Tenure', 'IN_OFFICE', 'Office', id),
    ]);
    const [official, office] = await Promise.all([load.entity('Official', officials[0] ?? ''), load.entity('Office', offices[0] ?? '')]);
    return `${official?.name ?? id}, ${office?.name ?? id}`;
  }
  const entity = isEntityLabel(label) ? await load.entity(label, id) : null;
  return entity !== null && 'name' in entity ? entity.name : id;
}

const names = (context: Context, ids: readonly string[]) => Promise.all(ids.map((id) => nameOf(context, id)));

/** The names of what a relationship leads to. */
const leadingTo =
  (from: NodeLabel, type: RelationshipType, to: NodeLabel): Reading =>
  async (context, { id }) =>
    names(context, await context.load.related(from, type, to, id));

/** The name of a thing whose id is a property. */
const named =
  (property: string): Reading =>
  (context, entity) =>
    names(context, [String(entity[property])]);

const otherNames =
  (label: NodeLabel): Reading =>
  async ({ load }, { id }) =>
    (await load.rows<OtherName>('graph/names-of', id, { slots: { label } })).map(({ text }) => text);

/** A property as text. */
async function property(entity: Entity, field: string): Promise<readonly string[]> {
  const value = entity[field];
  return value === null || value === undefined ? [] : [String(value)];
}

const title: Reading = (_, entity) => property(entity, 'name');

/** The fields of the data format that are not a property of the same name. */
const READINGS: Partial<Record<EntityLabel, Readonly<Record<string, Reading>>>> = {
  Place: {
    partOf: leadingTo('Place', 'PART_OF', 'Place'),
    formerlyPartOf: leadingTo('Place', 'FORMERLY_PART_OF', 'Place'),
    codes: async ({ load }, { id }) => (await load.rows<Code>('place/codes', id)).map(({ scheme, value }) => `${scheme} ${value}`),
    location: async (_, { latitude, longitude }) => (latitude === null ? [] : [`${latitude}, ${longitude}`]),
    otherNames: otherNames('Place'),
  },
  Official: { otherNames: otherNames('Official') },
  Office: {
    place: leadingTo('Office', 'OFFICE_OF', 'Place'),
    mission: leadingTo('Office', 'OFFICE_OF', 'Mission'),
    otherNames: otherNames('Office'),
  },
  Tenure: {
    official: async (context, { id }) => names(context, await context.load.relatedBack('Official', 'SERVED', 'Tenure', id)),
    office: leadingTo('Tenure', 'IN_OFFICE', 'Office'),
  },
  Mission: {
    sentBy: leadingTo('Mission', 'SENT_BY', 'Place'),
    seat: leadingTo('Mission', 'SEATED_IN', 'Place'),
    covers: leadingTo('Mission', 'COVERS', 'Place'),
    otherNames: otherNames('Mission'),
  },
  Agreement: {
    title,
    parties: leadingTo('Agreement', 'HAS_PARTY', 'Place'),
    sectors: leadingTo('Agreement', 'IN_SECTOR', 'Sector'),
    umbrella: leadingTo('Agreement', 'UNDER', 'Agreement'),
    promptedBy: leadingTo('Agreement', 'PROMPTED_BY', 'Award'),
  },
  Stage: { event: leadingTo('Stage', 'MARKED_BY', 'Event') },
  Event: {
    title,
    place: leadingTo('Event', 'HELD_IN', 'Place'),
    agreements: leadingTo('Event', 'CONCERNS', 'Agreement'),
    sectors: leadingTo('Event', 'IN_SECTOR', 'Sector'),
  },
  Participation: { tenure: named('taker'), office: named('taker'), place: named('taker') },
  Award: { otherNames: otherNames('Award') },
  AwardResult: { place: named('place') },
};

/** What the record of a thing shows of a field of the data format, as texts; none when it shows nothing. */
export async function shownOf(context: Context, id: string, field: string): Promise<readonly string[]> {
  const label = labelOf(id);
  const entity = isEntityLabel(label) ? await context.load.entity(label, id) : null;
  if (label === null || entity === null) return [];
  const reading = READINGS[label as EntityLabel]?.[field];
  return reading === undefined ? property(entity as never, field) : reading(context, entity as never);
}
