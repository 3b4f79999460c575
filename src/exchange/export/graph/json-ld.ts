import type { Phase } from '../../../domain/stage.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import { licenceAddress } from '../licences.js';
import { type Provenance, provenanceObject, TERMS } from '../provenance.js';
import type { GraphFile, PlaceNode, SourceRecord, TieEdgeRecord } from './graph-file.js';

/**
 * The words of the file. Those of schema.org are used where they fit; those of Kembar are for what schema.org has no
 * words for, and docs/files.md says what each means. The ids of the graph become names (URNs) that lead to no network.
 */
export const CONTEXT = {
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  kembar: 'urn:x-kembar:vocabulary:',
  place: 'urn:x-kembar:place:',
  agreement: 'urn:x-kembar:agreement:',
  sector: 'urn:x-kembar:sector:',
  source: 'urn:x-kembar:source:',
  name: 'schema:name',
  containedInPlace: { '@id': 'schema:containedInPlace', '@type': '@id' },
  sameAs: { '@id': 'schema:sameAs', '@type': '@id' },
  license: { '@id': 'schema:license', '@type': '@id' },
  url: { '@id': 'schema:url', '@type': '@id' },
  actionStatus: { '@id': 'schema:actionStatus', '@type': '@id' },
  subjectOf: { '@id': 'schema:subjectOf', '@type': '@id' },
  startTime: { '@id': 'schema:startTime', '@type': 'xsd:date' },
  dateModified: { '@id': 'schema:dateModified', '@type': 'xsd:dateTime' },
  party: { '@id': 'kembar:party', '@type': '@id' },
  inSector: { '@id': 'kembar:inSector', '@type': '@id' },
  sinceEarliest: { '@id': 'kembar:sinceEarliest', '@type': 'xsd:date' },
  sinceLatest: { '@id': 'kembar:sinceLatest', '@type': 'xsd:date' },
  provenance: { '@id': 'kembar:provenance', '@type': '@json' },
} as const;

/** The graph of ties as JSON-LD: the file itself as a data set, then places, agreements and sources. */
export async function* jsonLdText({ provenance, places, ties, sources }: GraphFile): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n${JSON.stringify(dataSetNode(provenance))}`;
  for await (const part of places) yield part.map((place) => `,\n${JSON.stringify(placeNode(place))}`).join('');
  const cited = new Set(provenance.origin.sources.map(({ id }) => id));
  for await (const part of ties) {
    for (const tie of part) for (const source of tie.sources) cited.add(source);
    yield part.map((tie) => `,\n${JSON.stringify(agreementNode(tie))}`).join('');
  }
  yield (await sources([...cited].sort())).map((source) => `,\n${JSON.stringify(sourceNode(source))}`).join('');
  yield '\n]}\n';
}

/** What a place is in schema.org. A city or a country is one; any other area that is governed is an AdministrativeArea. */
const PLACE_TYPES: Readonly<Partial<Record<PlaceKind, string>>> = { CITY: 'schema:City', COUNTRY: 'schema:Country' };
const AREA = 'schema:AdministrativeArea';

/** A cooperation is something that two sides do: talks are yet to come about, an agreement runs, a lapsed one is over. */
const STATUS: Readonly<Record<Phase, string>> = {
  EXPLORATION: 'schema:PotentialActionStatus',
  INTENT: 'schema:PotentialActionStatus',
  AGREEMENT: 'schema:ActiveActionStatus',
  LAPSED: 'schema:CompletedActionStatus',
};

function placeNode(place: PlaceNode): object {
  const country = place.country === null || place.country === place.id ? null : area(place.country, 'schema:Country', place.countryName);
  const province = place.province === null || place.province === place.id ? null : area(place.province, AREA, place.provinceName, country);
  return present({
    '@id': place.id,
    '@type': PLACE_TYPES[place.kind] ?? AREA,
    name: place.name,
    'schema:alternateName': place.nameEn,
    'kembar:kind': place.kind,
    containedInPlace: province ?? country,
    'schema:geo':
      place.latitude === null || place.longitude === null
        ? null
        : { '@type': 'schema:GeoCoordinates', 'schema:latitude': place.latitude, 'schema:longitude': place.longitude },
    'kembar:population': place.population,
    'schema:identifier': [...identifiers('ISO 3166', place.iso), ...identifiers('Kemendagri', place.kemendagri)],
    sameAs: [
      ...place.wikidata.map((item) => `http://www.wikidata.org/entity/${item}`),
      ...place.geonames.map((id) => `https://sws.geonames.org/${id}/`),
    ],
  });
}

function area(id: string, type: string, name: string | null, within: object | null = null): object {
  return present({ '@id': id, '@type': type, name, containedInPlace: within });
}

function identifiers(register: string, codes: readonly string[]): object[] {
  return codes.map((code) => ({ '@type': 'schema:PropertyValue', 'schema:propertyID': register, 'schema:value': code }));
}

function agreementNode(tie: TieEdgeRecord): object {
  return present({
    '@id': tie.agreement,
    '@type': ['schema:Action', 'kembar:Agreement'],
    name: tie.agreementName,
    party: [tie.source, tie.target],
    'kembar:kind': tie.kind,
    'kembar:phase': tie.phase,
    'kembar:stage': tie.stage,
    actionStatus: tie.phase === null ? null : STATUS[tie.phase],
    startTime: tie.sinceEarliest === tie.sinceLatest ? tie.sinceEarliest : null,
    'kembar:since': tie.since,
    sinceEarliest: tie.sinceEarliest,
    sinceLatest: tie.sinceLatest,
    'kembar:sinceStage': tie.sinceStage,
    'kembar:signed': tie.signed,
    'kembar:confidence': tie.confidence,
    inSector: tie.sectors,
    subjectOf: tie.sources,
  });
}

function sourceNode({ id, title, publisher, url, licence }: SourceRecord): object {
  const address = licence === null ? null : licenceAddress(licence);
  return present({
    '@id': id,
    '@type': 'schema:CreativeWork',
    name: title,
    'schema:publisher': { '@type': 'schema:Organization', name: publisher },
    url,
    license: address,
    'schema:usageInfo': address === null ? licence : null,
  });
}

function dataSetNode(provenance: Provenance): object {
  const { title, question, software, origin } = provenance;
  const { revision, changedAt, sources } = origin;
  const licences = sources.flatMap(({ licence }) => licenceAddress(licence) ?? []);
  return present({
    '@type': 'schema:Dataset',
    name: title,
    'schema:description': question,
    'schema:version': `revision ${revision}`,
    dateModified: changedAt,
    'schema:creator': { '@type': 'schema:SoftwareApplication', name: software },
    license: [...new Set(licences)].sort(),
    'schema:usageInfo': TERMS,
    'schema:creditText': sources.map((source) => `${source.title} (${source.licence})`).join('; '),
    'schema:isBasedOn': sources.map((source) => ({ '@id': source.id })),
    provenance: provenanceObject(provenance),
  });
}

/** Without what has no value. */
function present(node: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}
