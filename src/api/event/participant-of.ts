import type { EventRecord } from '../../exchange/format/records.js';
import { citesOf } from '../curation/citation.input.js';
import { given, optionalKey } from '../curation/keys.js';
import type { ParticipantInput } from './event.inputs.js';

type Participant = EventRecord['participants'][number];

/** Somebody who takes part, as records have it. Throws `BadInputError` for an id of another type. */
export function participantOf({ role, tenure, office, place, note, citations }: ParticipantInput, argument: string): Participant {
  return {
    role,
    tenure: given(optionalKey(`${argument}.tenure`, tenure, 'Tenure')),
    office: given(optionalKey(`${argument}.office`, office, 'Office')),
    place: given(optionalKey(`${argument}.place`, place, 'Place')),
    note: given(note),
    cites: citations == null ? undefined : citesOf(citations),
  };
}
