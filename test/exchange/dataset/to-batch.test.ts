import { describe, expect, test } from 'vitest';
import { type NodeLabel, RELATIONSHIPS } from '../../../src/domain/ontology.js';
import type { Properties } from '../../../src/graph/unit.js';
import { SMALL_DATA } from '../small-data.js';
import { batchOf, batchOfPlaces, CITES, idsOf, nodeOf, relationshipsOf } from './batches.js';

describe('the small data set', () => {
  const batch = batchOf(SMALL_DATA);

  test('becomes these nodes', () => {
    expect(Object.fromEntries([...batch.nodes.keys()].map((label) => [label, idsOf(batch, label)]))).toEqual({
      Source: ['source:paper', 'source:list'],
      Tombstone: ['tombstone:agreement:batu-udji'],
      Sector: ['sector:education', 'sector:tourism'],
      Place: ['place:id', 'place:jp', 'place:id-ji', 'place:jp-26', 'place:id-kota-batu', 'place:jp-uji'],
      Name: ['name:place.jp-uji.1'],
      Official: ['official:ani'],
      Mission: ['mission:japan-in-batu'],
      Office: ['office:mayor-of-batu', 'office:consul-general'],
      Tenure: ['tenure:ani-mayor'],
      Agreement: ['agreement:east-java-kyoto', 'agreement:batu-uji'],
      Stage: ['stage:east-java-kyoto.1', 'stage:batu-uji.1', 'stage:batu-uji.2'],
      Plan: ['plan:batu-uji.1'],
      Event: ['event:signing'],
      Participation: ['participation:signing.1', 'participation:signing.2', 'participation:signing.3'],
      Award: ['award:green-city'],
      AwardResult: ['award-result:green-city.1'],
    });
  });

  test('becomes these relationships, beside its citations', () => {
    const pairs = [...batch.relationships]
      .filter(([, { type }]) => type !== 'CITES')
      .map(([group, { rows }]) => [group, rows.map(({ from, to }) => `${from} > ${to}`)]);
    expect(Object.fromEntries(pairs)).toEqual({
      'Place PART_OF Place': [
        'place:id-ji > place:id',
        'place:jp-26 > place:jp',
        'place:id-kota-batu > place:id-ji',
        'place:jp-uji > place:jp-26',
      ],
      'Place FORMERLY_PART_OF Place': ['place:id-kota-batu > place:id'],
      'Place HAS_NAME Name': ['place:jp-uji > name:place.jp-uji.1'],
      'Mission SENT_BY Place': ['mission:japan-in-batu > place:jp'],
      'Mission SEATED_IN Place': ['mission:japan-in-batu > place:id-kota-batu'],
      'Mission COVERS Place': ['mission:japan-in-batu > place:id-ji'],
      'Office OFFICE_OF Place': ['office:mayor-of-batu > place:id-kota-batu'],
      'Office OFFICE_OF Mission': ['office:consul-general > mission:japan-in-batu'],
      'Official SERVED Tenure': ['official:ani > tenure:ani-mayor'],
      'Tenure IN_OFFICE Office': ['tenure:ani-mayor > office:mayor-of-batu'],
      'Agreement HAS_PARTY Place': [
        'agreement:east-java-kyoto > place:id-ji',
        'agreement:east-java-kyoto > place:jp-26',
        'agreement:batu-uji > place:id-kota-batu',
        'agreement:batu-uji > place:jp-uji',
      ],
      'Agreement IN_SECTOR Sector': ['agreement:batu-uji > sector:tourism', 'agreement:batu-uji > sector:education'],
      'Agreement UNDER Agreement': ['agreement:batu-uji > agreement:east-java-kyoto'],
      'Agreement PROMPTED_BY Award': ['agreement:batu-uji > award:green-city'],
      'Agreement REACHED Stage': [
        'agreement:east-java-kyoto > stage:east-java-kyoto.1',
        'agreement:batu-uji > stage:batu-uji.1',
        'agreement:batu-uji > stage:batu-uji.2',
      ],
      'Stage MARKED_BY Event': ['stage:batu-uji.2 > event:signing'],
      'Agreement EXPECTS Plan': ['agreement:batu-uji > plan:batu-uji.1'],
      'Event HELD_IN Place': ['event:signing > place:id-kota-batu'],
      'Event CONCERNS Agreement': ['event:signing > agreement:batu-uji'],
      'Event IN_SECTOR Sector': ['event:signing > sector:education'],
      'Participation TOOK_PART Event': [
        'participation:signing.1 > event:signing',
        'participation:signing.2 > event:signing',
        'participation:signing.3 > event:signing',
      ],
      'Participation TAKEN_BY Tenure': ['participation:signing.1 > tenure:ani-mayor'],
      'Participation TAKEN_BY Office': ['participation:signing.2 > office:consul-general'],
      'Participation TAKEN_BY Place': ['participation:signing.3 > place:jp-uji'],
      'AwardResult RESULT_OF Award': ['award-result:green-city.1 > award:green-city'],
      'AwardResult EARNED_BY Place': ['award-result:green-city.1 > place:id-kota-batu'],
    });
  });

  test('keeps to the ontology', () => {
    for (const { type, from, to } of batch.relationships.values()) {
      expect(RELATIONSHIPS[type].from).toContain(from);
      expect(RELATIONSHIPS[type].to).toContain(to);
    }
  });

  test('cites a source for everything but sources, sectors and codes', () => {
    const cited = new Set(
      [...batch.relationships.values()].filter(({ type }) => type === 'CITES').flatMap(({ rows }) => rows.map(({ from }) => from)),
    );
    const uncited = [...batch.nodes]
      .flatMap(([label, rows]) => (['Source', 'Sector', 'Code'].includes(label) ? [] : rows))
      .filter(({ id }) => !cited.has(id));
    expect(uncited).toEqual([]);
  });

  test('keeps the order of its lists as positions', () => {
    expect(relationshipsOf(batch, 'Agreement IN_SECTOR Sector', 'agreement:batu-uji')).toEqual([
      { to: 'sector:tourism', position: 0 },
      { to: 'sector:education', position: 1 },
    ]);
    expect(nodeOf(batch, 'Participation', 'participation:signing.3')).toMatchObject({ position: 2, role: 'VISITOR' });
  });
});

describe('dates', () => {
  const batch = batchOf(SMALL_DATA);

  test('are four properties: the text and the days that follow from it', () => {
    expect(nodeOf(batch, 'Stage', 'stage:batu-uji.2')).toEqual({
      stage: 'LETTER_OF_INTENT',
      phase: 'INTENT',
      date: '2018-04',
      dateEarliest: '2018-04-01',
      dateLatest: '2018-04-30',
      dateEffective: '2018-04-01',
      rank: '2018-04-01/03',
      supersededOn: null,
      isLast: true,
      note: 'In Batu.',
    });
  });

  test('that are not known leave no property, and the lowest rank', () => {
    expect(nodeOf(batch, 'Stage', 'stage:batu-uji.1')).toEqual({
      stage: 'INITIATIVE',
      phase: 'EXPLORATION',
      rank: '0000-00-00/01',
      supersededOn: '2018-04-01',
      isLast: false,
      note: null,
    });
  });

  test.each<[NodeLabel, string, Properties]>([
    [
      'Source',
      'source:paper',
      { published: '1991', publishedEarliest: '1991-01-01', publishedLatest: '1991-12-31', publishedEffective: '1991-01-01' },
    ],
    [
      'Tenure',
      'tenure:ani-mayor',
      { from: '2017-12-27', fromEarliest: '2017-12-27', fromLatest: '2017-12-27', fromEffective: '2017-12-27' },
    ],
    ['Plan', 'plan:batu-uji.1', { date: '2019~', dateEarliest: '2019-01-01', dateLatest: '2019-12-31', dateEffective: '2019-01-01' }],
    ['Event', 'event:signing', { date: '2018-04-30', dateEarliest: '2018-04-30', dateLatest: '2018-04-30', dateEffective: '2018-04-30' }],
    ['Award', 'award:green-city', { date: '2016', dateEarliest: '2016-01-01', dateLatest: '2016-12-31', dateEffective: '2016-01-01' }],
  ])('of a %s', (label, id, properties) => {
    expect(nodeOf(batch, label, id)).toMatchObject(properties);
  });
});

describe('names', () => {
  const agreement = (title: string) =>
    `agreements:\n  - { key: x, kind: FRIENDSHIP, parties: [jp-uji, id-kota-batu, id],${title} stages: [{ stage: SIGNED, ${CITES} }], ${CITES} }\n`;

  test.each([
    [
      '',
      { name: 'Uji – Kota Batu – Indonesia', nameEn: 'Uji – Kota Batu – Indonesia', nameId: null, sortName: 'uji – kota batu – indonesia' },
    ],
    [' title: { id: Persahabatan },', { name: 'Persahabatan', nameEn: null, nameId: 'Persahabatan', sortName: 'persahabatan' }],
    [
      ' title: { id: Persahabatan, en: Friendship },',
      { name: 'Friendship', nameEn: 'Friendship', nameId: 'Persahabatan', sortName: 'friendship' },
    ],
  ])('of an agreement with%s', (title, names) => {
    expect(nodeOf(batchOf(SMALL_DATA, agreement(title)), 'Agreement', 'agreement:x')).toMatchObject(names);
  });

  test('of places that were renamed are those in the titles', () => {
    const renamed = `placeDetails:\n  - { key: jp-uji, name: Uji-shi, ${CITES} }\n`;
    expect(nodeOf(batchOf(SMALL_DATA, renamed), 'Agreement', 'agreement:batu-uji').name).toBe('Kota Batu – Uji-shi');
  });

  test('are ordered without case and diacritics', () => {
    expect(nodeOf(batchOf(SMALL_DATA), 'Place', 'place:jp-26')).toMatchObject({ name: 'Kyōto', sortName: 'kyoto' });
  });
});

describe('citations', () => {
  const batch = batchOf(SMALL_DATA);

  test('carry all that is said', () => {
    const cites = [
      '{ source: paper, at: p3, field: date, value: 2018 }',
      '{ source: list, field: date, value: 2017, basis: INFERRED, preferred: false, confidence: LOW, note: By the weekday. }',
    ];
    const cited = batchOf(SMALL_DATA, `officials:\n  - { key: x, name: X, cites: [${cites.join(', ')}] }\n`);
    expect(relationshipsOf(cited, 'Official CITES Source', 'official:x')).toEqual([
      {
        to: 'source:paper',
        position: 0,
        locator: 'p3',
        field: 'date',
        value: '2018',
        basis: 'STATED',
        preferred: true,
        confidence: null,
        note: null,
      },
      {
        to: 'source:list',
        position: 1,
        locator: null,
        field: 'date',
        value: '2017',
        basis: 'INFERRED',
        preferred: false,
        confidence: 'LOW',
        note: 'By the weekday.',
      },
    ]);
  });

  test.each([
    ['Participation CITES Source', 'participation:signing.1', 'the event', 'source:paper'],
    ['Participation CITES Source', 'participation:signing.3', 'its own', 'source:list'],
    ['Name CITES Source', 'name:place.jp-uji.1', 'its own', 'source:paper'],
  ])('%s of %s are those of %s', (group, from, _, source) => {
    expect(relationshipsOf(batch, group, from).map(({ to }) => to)).toEqual([source]);
  });

  test('of a name without any are those of what it names', () => {
    const named = batchOfPlaces('key: id-a, kind: CITY, name: A, partOf: id, otherNames: [{ text: B, kind: ALIAS }]');
    expect(relationshipsOf(named, 'Name CITES Source', 'name:place.id-a.1').map(({ to }) => to)).toEqual(['source:list']);
  });
});
