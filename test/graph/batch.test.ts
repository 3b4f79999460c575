import { describe, expect, test } from 'vitest';
import { GraphBatch } from '../../src/graph/batch.js';
import { Unit } from '../../src/graph/unit.js';

const batu = { label: 'Place', id: 'place:id-kota-batu' } as const;
const province = { label: 'Place', id: 'place:id-ji' } as const;
const paper = { label: 'Source', id: 'source:paper' } as const;
const event = { label: 'Event', id: 'event:visit' } as const;

/** A place in a province, a source, the province, and what cites the source. */
function units(): Unit[] {
  const [ofBatu, ofPaper, ofProvince, ofEvent] = [new Unit(batu), new Unit(paper), new Unit(province), new Unit(event)];
  ofBatu.addNode(batu, { name: 'Kota Batu' });
  ofBatu.addRelationship('CITES', batu, paper, { position: 0 });
  ofBatu.addRelationship('PART_OF', batu, province);
  ofPaper.addNode(paper, {});
  ofProvince.addNode(province, { name: 'Jawa Timur' });
  ofProvince.addRelationship('CITES', province, paper, { position: 1 });
  ofEvent.addRelationship('CITES', event, paper);
  return [ofBatu, ofPaper, ofProvince, ofEvent];
}

describe('Unit', () => {
  test('brings the thing that it is about, or only adds to it', () => {
    expect(units().map(({ owns }) => owns)).toEqual([true, true, true, false]);
  });

  test('counts its nodes and relationships', () => {
    expect(units().map(({ rows }) => rows)).toEqual([3, 1, 2, 1]);
  });
});

describe('GraphBatch', () => {
  test('of no units is empty', () => {
    const batch = new GraphBatch([]);
    expect({ size: batch.size, nodes: [...batch.nodes], relationships: [...batch.relationships] }).toEqual({
      size: { nodes: 0, relationships: 0 },
      nodes: [],
      relationships: [],
    });
  });

  test('groups nodes by label, in the order of their coming', () => {
    expect([...new GraphBatch(units()).nodes]).toEqual([
      [
        'Place',
        [
          { id: 'place:id-kota-batu', properties: { name: 'Kota Batu' } },
          { id: 'place:id-ji', properties: { name: 'Jawa Timur' } },
        ],
      ],
      ['Source', [{ id: 'source:paper', properties: {} }]],
    ]);
  });

  test('groups relationships by type and the labels of both ends', () => {
    expect([...new GraphBatch(units()).relationships]).toEqual([
      [
        'Place CITES Source',
        {
          type: 'CITES',
          from: 'Place',
          to: 'Source',
          rows: [
            { from: batu.id, to: paper.id, properties: { position: 0 } },
            { from: province.id, to: paper.id, properties: { position: 1 } },
          ],
        },
      ],
      ['Place PART_OF Place', { type: 'PART_OF', from: 'Place', to: 'Place', rows: [{ from: batu.id, to: province.id, properties: {} }] }],
      ['Event CITES Source', { type: 'CITES', from: 'Event', to: 'Source', rows: [{ from: event.id, to: paper.id, properties: {} }] }],
    ]);
  });

  test('counts what it holds over all groups', () => {
    expect(new GraphBatch(units()).size).toEqual({ nodes: 3, relationships: 4 });
  });
});
