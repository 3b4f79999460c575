import type { AwardRecord, EventRecord } from '../../exchange/format/records.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';
import { withCites } from './correct.js';

type Participant = EventRecord['participants'][number];
type AwardResult = AwardRecord['results'][number];

/** Adds who took part in an event. Who is there already in the role gets the citations, and a remark where there is none. */
export async function addParticipants(desk: Desk, id: string, more: readonly Participant[]): Promise<string> {
  const event = await desk.require('events', id, 'id');
  const participants = [...event.participants];
  for (const one of more) {
    const at = participants.findIndex((other) => whoOf(other) === whoOf(one));
    const known = participants[at];
    if (known === undefined) participants.push(one);
    else if (saysOtherwise(known.note, one.note))
      refuse('ALREADY_EXISTS', `"${id}" has this ${one.role} already with another remark; correct the event instead`, 'participants');
    else participants[at] = { ...known, note: known.note ?? one.note, cites: withCites(known.cites ?? event.cites, one.cites ?? []) };
  }
  desk.propose({ type: 'events', record: { ...event, participants } });
  return id;
}

function whoOf({ role, tenure, office, place }: Participant): string {
  return JSON.stringify([role, tenure, office, place]);
}

/** Adds what places achieved in an award. A result that is there already gets the citations; refused where it says something else. */
export async function addAwardResults(desk: Desk, id: string, more: readonly AwardResult[]): Promise<string> {
  const award = await desk.require('awards', id, 'id');
  const results = [...award.results];
  for (const one of more) {
    const at = results.findIndex((other) => whatOf(other) === whatOf(one));
    const known = results[at];
    if (known === undefined) results.push(one);
    else if (saysOtherwise(known.votes, one.votes) || saysOtherwise(known.suggestions, one.suggestions))
      refuse(
        'ALREADY_EXISTS',
        `"${id}" has this result of "place:${one.place}" already with other numbers; correct the award instead`,
        'results',
      );
    else
      results[at] = {
        ...known,
        votes: known.votes ?? one.votes,
        suggestions: known.suggestions ?? one.suggestions,
        cites: withCites(known.cites, one.cites),
      };
  }
  desk.propose({ type: 'awards', record: { ...award, results } });
  return id;
}

function whatOf({ place, outcome, region }: AwardResult): string {
  return JSON.stringify([place, outcome, region]);
}

function saysOtherwise<T>(known: T | undefined, more: T | undefined): boolean {
  return known !== undefined && more !== undefined && known !== more;
}
