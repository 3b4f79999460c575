/**
 * What the graph is made of. A relationship is declared like an entity: what it joins, what it says,
 * and what it is called from the other end. Labels and types reach query text from these two lists
 * and from nowhere else.
 */

interface NodeDefinition {
  /** First part of every id of the type: `place:id-ji`. */
  readonly prefix: string;
  readonly description: string;
}

export const NODES = {
  Place: { prefix: 'place', description: 'A country, province, city, regency or any part of one.' },
  Code: { prefix: 'code', description: 'An identifier of a place in a public register.' },
  Name: { prefix: 'name', description: 'A name of something beyond its display names.' },
  Official: { prefix: 'official', description: 'A person who holds or held an office.' },
  Office: { prefix: 'office', description: 'A post of a place or a mission.' },
  Tenure: { prefix: 'tenure', description: 'An official in an office for a time.' },
  Mission: { prefix: 'mission', description: 'A diplomatic mission.' },
  Agreement: { prefix: 'agreement', description: 'A cooperation, from the first proposal on.' },
  Stage: { prefix: 'stage', description: 'A step that an agreement has reached.' },
  Plan: { prefix: 'plan', description: 'A step that a source says comes next.' },
  Event: { prefix: 'event', description: 'A visit, meeting, offer, signing or announcement.' },
  Participation: { prefix: 'participation', description: 'Somebody taking part in an event in a role.' },
  Award: { prefix: 'award', description: 'An award or campaign.' },
  AwardResult: { prefix: 'award-result', description: 'What a place achieved in an award.' },
  Sector: { prefix: 'sector', description: 'A field of cooperation.' },
  Source: { prefix: 'source', description: 'Somebody who says so.' },
  Tombstone: { prefix: 'tombstone', description: 'What is left of an id that nothing has any more.' },
  Revision: { prefix: 'revision', description: 'An edit or import: who changed the graph, when, and why.' },
  Change: { prefix: 'change', description: 'What an edit or import changed in what is said of one thing.' },
} as const satisfies Readonly<Record<string, NodeDefinition>>;
export type NodeLabel = keyof typeof NODES;

interface RelationshipDefinition {
  readonly from: readonly NodeLabel[];
  readonly to: readonly NodeLabel[];
  /** Read from source to target. */
  readonly label: string;
  /** Read from target to source. */
  readonly reverse: string;
  /** The end that is a part of the other one: it is written, replaced and removed with it. */
  readonly part?: 'from' | 'to';
  /** The end whose record says it. Left out: `from`. */
  readonly saidBy?: 'to';
}

export const RELATIONSHIPS = {
  PART_OF: { from: ['Place'], to: ['Place'], label: 'is part of', reverse: 'has the part' },
  FORMERLY_PART_OF: { from: ['Place'], to: ['Place'], label: 'was part of', reverse: 'had the part' },
  HAS_CODE: { from: ['Place'], to: ['Code'], label: 'is identified by', reverse: 'identifies', part: 'to' },
  HAS_NAME: {
    from: ['Place', 'Official', 'Office', 'Mission', 'Award'],
    to: ['Name'],
    label: 'is also called',
    reverse: 'is a name of',
    part: 'to',
  },
  OFFICE_OF: { from: ['Office'], to: ['Place', 'Mission'], label: 'is an office of', reverse: 'has the office' },
  SERVED: { from: ['Official'], to: ['Tenure'], label: 'served', reverse: 'was served by', saidBy: 'to' },
  IN_OFFICE: { from: ['Tenure'], to: ['Office'], label: 'is in the office', reverse: 'is held during' },
  SENT_BY: { from: ['Mission'], to: ['Place'], label: 'is sent by', reverse: 'sends' },
  SEATED_IN: { from: ['Mission'], to: ['Place'], label: 'is seated in', reverse: 'seats' },
  COVERS: { from: ['Mission'], to: ['Place'], label: 'covers', reverse: 'is covered by' },
  HAS_PARTY: { from: ['Agreement'], to: ['Place'], label: 'has the party', reverse: 'is party to' },
  IN_SECTOR: { from: ['Agreement', 'Event'], to: ['Sector'], label: 'is about', reverse: 'is a subject of' },
  UNDER: { from: ['Agreement'], to: ['Agreement'], label: 'is under the umbrella', reverse: 'is the umbrella of' },
  REACHED: { from: ['Agreement'], to: ['Stage'], label: 'reached', reverse: 'was reached by', part: 'to' },
  EXPECTS: { from: ['Agreement'], to: ['Plan'], label: 'expects', reverse: 'is expected of', part: 'to' },
  PROMPTED_BY: { from: ['Agreement'], to: ['Award'], label: 'was prompted by', reverse: 'prompted' },
  MARKED_BY: { from: ['Stage'], to: ['Event'], label: 'was reached at', reverse: 'marks' },
  CONCERNS: { from: ['Event'], to: ['Agreement'], label: 'concerns', reverse: 'is the subject of' },
  HELD_IN: { from: ['Event'], to: ['Place'], label: 'took place in', reverse: 'hosted' },
  TOOK_PART: { from: ['Participation'], to: ['Event'], label: 'is a part taken in', reverse: 'had the participation', part: 'from' },
  TAKEN_BY: { from: ['Participation'], to: ['Tenure', 'Office', 'Place'], label: 'was taken by', reverse: 'took' },
  RESULT_OF: { from: ['AwardResult'], to: ['Award'], label: 'is a result of', reverse: 'has the result', part: 'from' },
  EARNED_BY: { from: ['AwardResult'], to: ['Place'], label: 'was earned by', reverse: 'earned' },
  MADE: { from: ['Revision'], to: ['Change'], label: 'made', reverse: 'was made by', part: 'to' },
  CITES: {
    from: [
      'Place',
      'Name',
      'Official',
      'Office',
      'Tenure',
      'Mission',
      'Agreement',
      'Stage',
      'Plan',
      'Event',
      'Participation',
      'Award',
      'AwardResult',
      'Tombstone',
    ],
    to: ['Source'],
    label: 'is said by',
    reverse: 'says',
  },
} as const satisfies Readonly<Record<string, RelationshipDefinition>>;
export type RelationshipType = keyof typeof RELATIONSHIPS;

/** How one thing holds parts of another label. */
export interface Composition {
  readonly type: RelationshipType;
  readonly whole: NodeLabel;
  readonly part: NodeLabel;
  /** Whether several things may have the same part, so that it stays until the last of them goes. */
  readonly shared: boolean;
}

/** What is a part of what. */
export const COMPOSITIONS: readonly Composition[] = (Object.entries(RELATIONSHIPS) as [RelationshipType, RelationshipDefinition][]).flatMap(
  ([type, { from, to, part }]) => {
    if (part === undefined) return [];
    const [wholes, [held]] = part === 'to' ? [from, to] : [to, from];
    return wholes.map((whole) => ({ type, whole, part: held as NodeLabel, shared: held === 'Code' }));
  },
);

const LABEL_BY_PREFIX = new Map<string, NodeLabel>((Object.keys(NODES) as NodeLabel[]).map((label) => [NODES[label].prefix, label]));

/** The id of a node: its type's prefix and a key that is unique within the type. */
export function idOf(label: NodeLabel, key: string): string {
  return `${NODES[label].prefix}:${key}`;
}

/** What comes after the prefix in the id of a node. */
export function keyOfId(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** The type that an id belongs to; null when it is not an id of the graph. */
export function labelOf(id: string): NodeLabel | null {
  const colon = id.indexOf(':');
  return colon < 1 || colon === id.length - 1 ? null : (LABEL_BY_PREFIX.get(id.slice(0, colon)) ?? null);
}
