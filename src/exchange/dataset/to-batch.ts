import { foldName, slugOf } from '../../domain/names.js';
import { idOf, type NodeLabel } from '../../domain/ontology.js';
import { parsePartialDate } from '../../domain/partial-date.js';
import { STAGES, spansOf, stageRank } from '../../domain/stage.js';
import { GraphBatch, type Properties } from '../../graph/batch.js';
import type { CiteRecord, DataSet, PlaceRecord } from '../format/records.js';

interface Ref {
  readonly label: NodeLabel;
  readonly id: string;
}

const ref = (label: NodeLabel, key: string): Ref => ({ label, id: idOf(label, key) });

/** A partial date as properties: the text, and the days that queries compare. */
function dated(date: string | undefined, name = 'date'): Properties {
  if (date === undefined) return {};
  const { edtf, earliest, latest, effective } = parsePartialDate(date);
  return { [name]: edtf, [`${name}Earliest`]: earliest, [`${name}Latest`]: latest, [`${name}Effective`]: effective };
}

function effectiveDay(date: string | undefined): string | null {
  return date === undefined ? null : parsePartialDate(date).effective;
}

/** Display names as properties. `sortName` is what lists are ordered by. */
function displayed(name: string, names: { id?: string | undefined; en?: string | undefined } = {}): Properties {
  return { name, nameId: names.id ?? null, nameEn: names.en ?? null, sortName: foldName(name) };
}

function bilingual(name: { id?: string | undefined; en?: string | undefined }): Properties {
  return displayed(name.en ?? name.id ?? '', name);
}

/** Says of a thing, at a position among its citations, what a source says. */
export function addCitation(batch: GraphBatch, of: Ref, cite: CiteRecord, position: number): void {
  batch.addRelationship('CITES', of, ref('Source', cite.source), {
    position,
    locator: cite.at ?? null,
    field: cite.field ?? null,
    value: cite.value ?? null,
    basis: cite.basis,
    preferred: cite.preferred,
    confidence: cite.confidence ?? null,
    note: cite.note ?? null,
  });
}

/**
 * Turns a data set whose references hold into nodes and relationships. What the records refer to may
 * also be in a data set that this one stands on; of that, only the places are needed. None is written, but details
 * of them add names, codes and citations, and complete what is not known there.
 */
export function toBatch(data: DataSet, standingOn: readonly PlaceRecord[] = []): GraphBatch {
  const batch = new GraphBatch();

  const node = (of: Ref, properties: Properties) => batch.addNode(of.label, of.id, properties);
  /** `after`: how many citations it has already. */
  const cite = (of: Ref, cites: readonly CiteRecord[], after = 0) => {
    cites.forEach((one, index) => {
      addCitation(batch, of, one, after + index);
    });
  };
  const nameAlso = (of: Ref, names: PlaceRecord['otherNames'], fallback: readonly CiteRecord[], after?: readonly unknown[]) => {
    names.forEach((name, index) => {
      // What one data set adds to the names of another is numbered apart, since that one may get more.
      const number = after === undefined ? `${index + 1}` : `more-${index + 1}`;
      const named: Ref = { label: 'Name', id: idOf('Name', `${of.id.replace(':', '.')}.${number}`) };
      node(named, { text: name.text, kind: name.kind, language: name.language ?? null });
      batch.addRelationship('HAS_NAME', of, named, { position: (after?.length ?? 0) + index });
      cite(named, name.cites ?? fallback);
    });
  };

  for (const source of data.sources) {
    node(ref('Source', source.key), {
      kind: source.kind,
      title: source.title,
      sortName: foldName(source.title),
      publisher: source.publisher,
      authors: source.authors,
      ...dated(source.published, 'published'),
      language: source.language,
      url: source.url ?? null,
      licence: source.licence ?? null,
      note: source.note ?? null,
    });
  }
  for (const sector of data.sectors) node(ref('Sector', sector.key), bilingual(sector.name));

  const places = completePlaces(data);
  const known = [...standingOn, ...places];
  const slugs = slugsOf(known);
  const where = locating(known);
  const codes = new Set<string>();
  const identify = (of: Ref, identifiers: PlaceRecord['codes']) => {
    for (const code of identifiers) {
      const identifier = ref('Code', `${code.scheme.toLowerCase().replaceAll('_', '-')}.${code.value}`);
      if (!codes.has(identifier.id)) node(identifier, { scheme: code.scheme, value: code.value });
      codes.add(identifier.id);
      batch.addRelationship('HAS_CODE', of, identifier, { ...dated(code.from, 'from'), ...dated(code.until, 'until') });
    }
  };
  for (const place of places) {
    const of = ref('Place', place.key);
    node(of, {
      slug: slugs.get(place.key) ?? place.key,
      kind: place.kind,
      ...where(place),
      designation: place.designation ?? null,
      ...displayed(place.name, place.names),
      latitude: place.location?.latitude ?? null,
      longitude: place.location?.longitude ?? null,
      population: place.population ?? null,
      note: place.note ?? null,
    });
    if (place.partOf !== undefined) batch.addRelationship('PART_OF', of, ref('Place', place.partOf));
    for (const former of place.formerlyPartOf) batch.addRelationship('FORMERLY_PART_OF', of, ref('Place', former));
    identify(of, place.codes);
    nameAlso(of, place.otherNames, place.cites);
    cite(of, place.cites);
  }
  const standing = new Map(standingOn.map((place) => [place.key, place]));
  for (const detail of data.placeDetails) {
    const place = standing.get(detail.key);
    if (place === undefined) continue;
    const of = ref('Place', place.key);
    const missing = {
      ...(place.location === undefined ? detail.location : undefined),
      ...(place.population === undefined && detail.population !== undefined ? { population: detail.population } : undefined),
    };
    if (Object.keys(missing).length > 0) batch.complete(of.id, missing);
    identify(of, detail.codes);
    nameAlso(of, detail.otherNames, detail.cites, place.otherNames);
    cite(of, detail.cites, place.cites.length);
  }

  for (const official of data.officials) {
    const of = ref('Official', official.key);
    node(of, { ...displayed(official.name), note: official.note ?? null });
    nameAlso(of, official.otherNames, official.cites);
    cite(of, official.cites);
  }
  for (const mission of data.missions) {
    const of = ref('Mission', mission.key);
    node(of, { kind: mission.kind, ...bilingual(mission.name) });
    batch.addRelationship('SENT_BY', of, ref('Place', mission.sentBy));
    batch.addRelationship('SEATED_IN', of, ref('Place', mission.seat));
    mission.covers.forEach((province, position) => {
      batch.addRelationship('COVERS', of, ref('Place', province), { position });
    });
    nameAlso(of, mission.otherNames, mission.cites);
    cite(of, mission.cites);
  }
  for (const office of data.offices) {
    const of = ref('Office', office.key);
    node(of, { role: office.role, ...bilingual(office.name) });
    batch.addRelationship('OFFICE_OF', of, office.place === undefined ? ref('Mission', office.mission ?? '') : ref('Place', office.place));
    nameAlso(of, office.otherNames, office.cites);
    cite(of, office.cites);
  }
  for (const tenure of data.tenures) {
    const of = ref('Tenure', tenure.key);
    node(of, { acting: tenure.acting, ...dated(tenure.from, 'from'), ...dated(tenure.until, 'until'), note: tenure.note ?? null });
    batch.addRelationship('SERVED', ref('Official', tenure.official), of);
    batch.addRelationship('IN_OFFICE', of, ref('Office', tenure.office));
    cite(of, tenure.cites);
  }

  const nameOf = new Map(known.map((place) => [place.key, place.name]));
  for (const agreement of data.agreements) {
    const of = ref('Agreement', agreement.key);
    const title = agreement.title ?? { en: agreement.parties.map((party) => nameOf.get(party) ?? party).join(' – ') };
    node(of, { kind: agreement.kind, ...bilingual(title), note: agreement.note ?? null });
    agreement.parties.forEach((party, position) => {
      batch.addRelationship('HAS_PARTY', of, ref('Place', party), { position });
    });
    agreement.sectors.forEach((sector, position) => {
      batch.addRelationship('IN_SECTOR', of, ref('Sector', sector), { position });
    });
    if (agreement.umbrella !== undefined) batch.addRelationship('UNDER', of, ref('Agreement', agreement.umbrella));
    if (agreement.promptedBy !== undefined) batch.addRelationship('PROMPTED_BY', of, ref('Award', agreement.promptedBy));
    const history = agreement.stages.map(({ stage, date }) => ({ stage, effective: effectiveDay(date) }));
    const spans = spansOf(history);
    agreement.stages.forEach((step, index) => {
      const stage = ref('Stage', `${agreement.key}.${index + 1}`);
      node(stage, {
        stage: step.stage,
        phase: STAGES[step.stage].phase,
        ...dated(step.date),
        rank: stageRank({ stage: step.stage, effective: effectiveDay(step.date) }),
        ...spans[index],
        note: step.note ?? null,
      });
      batch.addRelationship('REACHED', of, stage);
      if (step.event !== undefined) batch.addRelationship('MARKED_BY', stage, ref('Event', step.event));
      cite(stage, step.cites);
    });
    agreement.plans.forEach((step, index) => {
      const plan = ref('Plan', `${agreement.key}.${index + 1}`);
      node(plan, { position: index, stage: step.stage ?? null, ...bilingual(step.description), ...dated(step.date) });
      batch.addRelationship('EXPECTS', of, plan);
      cite(plan, step.cites);
    });
    cite(of, agreement.cites);
  }

  for (const event of data.events) {
    const of = ref('Event', event.key);
    node(of, { kind: event.kind, ...bilingual(event.title), ...dated(event.date), venue: event.venue ?? null, note: event.note ?? null });
    if (event.place !== undefined) batch.addRelationship('HELD_IN', of, ref('Place', event.place));
    event.agreements.forEach((agreement, position) => {
      batch.addRelationship('CONCERNS', of, ref('Agreement', agreement), { position });
    });
    event.sectors.forEach((sector, position) => {
      batch.addRelationship('IN_SECTOR', of, ref('Sector', sector), { position });
    });
    event.participants.forEach((who, index) => {
      const part = ref('Participation', `${event.key}.${index + 1}`);
      node(part, { position: index, role: who.role, note: who.note ?? null });
      batch.addRelationship('TOOK_PART', part, of);
      const taker =
        who.tenure !== undefined
          ? ref('Tenure', who.tenure)
          : who.office !== undefined
            ? ref('Office', who.office)
            : ref('Place', who.place ?? '');
      batch.addRelationship('TAKEN_BY', part, taker);
      // What the event's citations say of its date or sectors says nothing of who took part.
      cite(part, who.cites ?? event.cites.filter(({ field }) => field === undefined));
    });
    cite(of, event.cites);
  }

  for (const award of data.awards) {
    const of = ref('Award', award.key);
    node(of, {
      ...bilingual(award.name),
      organiser: award.organiser ?? null,
      ...dated(award.date),
      participatingPlaces: award.participatingPlaces ?? null,
      participatingCountries: award.participatingCountries ?? null,
      note: award.note ?? null,
    });
    nameAlso(of, award.otherNames, award.cites);
    award.results.forEach((result, index) => {
      const achieved = ref('AwardResult', `${award.key}.${index + 1}`);
      node(achieved, {
        position: index,
        outcome: result.outcome,
        region: result.region ?? null,
        votes: result.votes ?? null,
        suggestions: result.suggestions ?? null,
      });
      batch.addRelationship('RESULT_OF', achieved, of);
      batch.addRelationship('EARNED_BY', achieved, ref('Place', result.place));
      cite(achieved, result.cites);
    });
    cite(of, award.cites);
  }
  return batch;
}

/** Places with what other files add to them. */
export function completePlaces(data: DataSet): PlaceRecord[] {
  const places = new Map(data.places.map((place) => [place.key, place]));
  for (const detail of data.placeDetails) {
    const place = places.get(detail.key);
    if (place === undefined) continue;
    places.set(detail.key, {
      ...place,
      ...(detail.designation === undefined ? {} : { designation: detail.designation }),
      ...(detail.name === undefined ? {} : { name: detail.name }),
      ...(detail.location === undefined ? {} : { location: detail.location }),
      ...(detail.population === undefined ? {} : { population: detail.population }),
      ...(detail.note === undefined ? {} : { note: detail.note }),
      names: { ...place.names, ...detail.names },
      codes: [...place.codes, ...detail.codes],
      otherNames: [...place.otherNames, ...detail.otherNames],
      cites: [...place.cites, ...detail.cites],
    });
  }
  return [...places.values()];
}

/**
 * The country and the province that a place is in, or is, as properties: they follow from PART_OF, and
 * nearly every question asks for them.
 */
function locating(places: readonly PlaceRecord[]): (place: PlaceRecord) => { country: string | null; province: string | null } {
  const byKey = new Map(places.map((place) => [place.key, place]));
  const enclosing = (place: PlaceRecord | undefined, kind: PlaceRecord['kind']): string | null => {
    for (let at = place; at !== undefined; at = at.partOf === undefined ? undefined : byKey.get(at.partOf)) {
      if (at.kind === kind) return idOf('Place', at.key);
    }
    return null;
  };
  return (place) => ({ country: enclosing(place, 'COUNTRY'), province: enclosing(place, 'PROVINCE') });
}

/** A readable address for every place; places that would share one get their key instead. */
function slugsOf(places: readonly PlaceRecord[]): Map<string, string> {
  const wanted = places.map((place) => {
    const country = place.key.split('-')[0] ?? place.key;
    return place.slug ?? (place.kind === 'COUNTRY' ? slugOf(place.name) : `${slugOf(place.name)}-${country}`);
  });
  // A key may become a slug, so it counts as used, but not by its own place.
  const uses = new Map(places.map((place) => [place.key, 1]));
  wanted.forEach((slug, index) => {
    if (slug !== places[index]?.key) uses.set(slug, (uses.get(slug) ?? 0) + 1);
  });
  return new Map(places.map((place, index) => [place.key, uses.get(wanted[index] ?? '') === 1 ? (wanted[index] ?? place.key) : place.key]));
}
