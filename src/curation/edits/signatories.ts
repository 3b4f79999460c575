import { idOf } from '../../domain/ontology.js';
import type { AgreementRecord, CiteRecord, EventRecord } from '../../exchange/format/records.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';
import { addParticipants } from './add-parts.js';

type Participant = EventRecord['participants'][number];

/** The signing of a step, where it has to be made. */
export interface Signing {
  readonly title: EventRecord['title'];
  readonly date?: string | undefined;
  readonly place?: string | undefined;
}

/**
 * Adds who signed or witnessed at the signing of an agreement: at the event of the step that was signed last, or at a new
 * one that becomes the event of that step.
 */
export async function addSignatories(
  desk: Desk,
  id: string,
  {
    key,
    signing,
    participants,
    cites,
  }: {
    /** Key of the new event. */
    readonly key: string;
    readonly signing: Signing;
    readonly participants: readonly Participant[];
    readonly cites: readonly CiteRecord[];
  },
): Promise<string> {
  const agreement = await desk.require('agreements', id, 'agreement');
  const index = agreement.stages.findLastIndex(({ stage }) => SIGNED_STEPS.includes(stage));
  const step = agreement.stages[index];
  if (step === undefined)
    return refuse(
      'INVALID',
      `the agreement has no step at which something is signed; record one of ${SIGNED_STEPS.join(', ')} first`,
      'agreement',
    );
  if (step.event !== undefined) {
    await addParticipants(
      desk,
      idOf('Event', step.event),
      participants.map((one) => ({ ...one, cites: one.cites ?? [...cites] })),
    );
    return id;
  }
  desk.create({
    type: 'events',
    record: {
      ...{ key, kind: 'SIGNING', agreements: [agreement.key], sectors: [], participants: [...participants], cites: [...cites] },
      ...{ title: signing.title, date: signing.date ?? step.date, place: signing.place },
    },
  });
  desk.propose({
    type: 'agreements',
    record: { ...agreement, stages: agreement.stages.map((one, at) => (at === index ? { ...one, event: key } : one)) },
  });
  return id;
}

/** Steps at which a document is signed. */
const SIGNED_STEPS: readonly AgreementRecord['stages'][number]['stage'][] = ['LETTER_OF_INTENT', 'SIGNED', 'RENEWED'];
