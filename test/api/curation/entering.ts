import type { TypedRecord } from '../../../src/exchange/dataset/to-records.js';
import type { CiteRecord, DataSet, PlaceRecord } from '../../../src/exchange/format/records.js';

/** A mutation as a client sends it. */
export interface Call {
  readonly name: string;
  readonly type: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const idOf = (type: string) => (key: string) => `${type}:${key}`;
const place = idOf('place');
const optional = <T, U>(value: T | undefined, map: (value: T) => U): U | undefined => (value === undefined ? undefined : map(value));

function citations(cites: readonly CiteRecord[]) {
  return cites.map(({ source, at, field, value, basis, preferred, confidence, note }) => ({
    ...{ source: `source:${source}`, locator: at, field, value, basis, preferred, confidence, note },
  }));
}

function names(otherNames: PlaceRecord['otherNames']) {
  return otherNames.map(({ cites, ...name }) => ({ ...name, citations: optional(cites, citations) }));
}

function step({ stage, date, note, cites }: DataSet['agreements'][number]['stages'][number]) {
  return { stage, date, note, citations: citations(cites) };
}

const register = (what: string, input: Call['input']): Call => ({ name: `register${what}`, type: `Register${what}Input`, input });

/** The mutation that enters a record. Steps of agreements get their events afterwards, since these name the agreements. */
export function entering({ type, record }: TypedRecord): Call {
  switch (type) {
    case 'sources': {
      const { import: _, ...source } = record;
      return register('Source', source);
    }
    case 'sectors':
      return register('Sector', record);
    case 'places': {
      const { cites, otherNames, partOf, formerlyPartOf, ...rest } = record;
      const input = { ...rest, partOf: optional(partOf, place), formerlyPartOf: formerlyPartOf.map(place), otherNames: names(otherNames) };
      return register('Place', { ...input, citations: citations(cites) });
    }
    case 'officials': {
      const { cites, otherNames, ...rest } = record;
      return register('Official', { ...rest, otherNames: names(otherNames), citations: citations(cites) });
    }
    case 'offices': {
      const { cites, otherNames, mission, ...rest } = record;
      const input = { ...rest, place: optional(rest.place, place), mission: optional(mission, idOf('mission')) };
      return register('Office', { ...input, otherNames: names(otherNames), citations: citations(cites) });
    }
    case 'tenures': {
      const { cites, ...rest } = record;
      const input = { ...rest, official: `official:${rest.official}`, office: `office:${rest.office}` };
      return register('Tenure', { ...input, citations: citations(cites) });
    }
    case 'missions': {
      const { cites, otherNames, ...rest } = record;
      const input = { ...rest, sentBy: place(rest.sentBy), seat: place(rest.seat), covers: rest.covers.map(place) };
      return register('Mission', { ...input, otherNames: names(otherNames), citations: citations(cites) });
    }
    case 'awards': {
      const { cites, otherNames, results, ...rest } = record;
      const achieved = results.map(({ cites, ...result }) => ({ ...result, place: place(result.place), citations: citations(cites) }));
      return register('Award', { ...rest, otherNames: names(otherNames), results: achieved, citations: citations(cites) });
    }
    case 'agreements': {
      const { cites, stages, plans, umbrella, promptedBy, ...rest } = record;
      const input = {
        ...rest,
        parties: rest.parties.map(place),
        sectors: rest.sectors.map(idOf('sector')),
        umbrella: optional(umbrella, idOf('agreement')),
        promptedBy: optional(promptedBy, idOf('award')),
        steps: stages.map(step),
        plans: plans.map(({ cites, ...plan }) => ({ ...plan, citations: citations(cites) })),
        citations: citations(cites),
      };
      return { name: 'openAgreement', type: 'OpenAgreementInput', input };
    }
    case 'events': {
      const { cites, participants, ...rest } = record;
      const who = participants.map(({ cites, tenure, office, ...one }) => ({
        ...one,
        place: optional(one.place, place),
        tenure: optional(tenure, idOf('tenure')),
        office: optional(office, idOf('office')),
        citations: optional(cites, citations),
      }));
      const input = {
        ...rest,
        place: optional(rest.place, place),
        agreements: rest.agreements.map(idOf('agreement')),
        sectors: rest.sectors.map(idOf('sector')),
        participants: who,
      };
      return register('Event', { ...input, citations: citations(cites) });
    }
    default:
      throw new Error(`no mutation enters ${type}`);
  }
}

/** The mutations that tell at which events the steps of an agreement were reached. */
export function steppingIn({ key, stages }: DataSet['agreements'][number]): Call[] {
  return stages.flatMap(({ event, cites }, index) => {
    if (event === undefined) return [];
    const input = { step: `stage:${key}.${index + 1}`, event: `event:${event}`, citations: citations(cites) };
    return [{ name: 'correctStep', type: 'CorrectStepInput', input }];
  });
}

/** The mutation that makes a place what it is to be, with who says so. */
export function correctingPlace({ key, cites, otherNames, partOf, formerlyPartOf, ...rest }: PlaceRecord, known: PlaceRecord): Call {
  const added = cites.filter((cite) => !known.cites.some((one) => JSON.stringify(one) === JSON.stringify(cite)));
  const input = {
    ...rest,
    place: place(key),
    otherNames: names(otherNames),
    // Somebody must say so; who says so already is not cited twice.
    citations: citations(added.length > 0 ? added : cites.slice(0, 1)),
  };
  return { name: 'correctPlace', type: 'CorrectPlaceInput', input };
}
