import { describe, expect, test } from 'vitest';
import { GraphBatch } from '../../src/graph/batch.js';

const batu = { label: 'Place', id: 'place:id-kota-batu' } as const;
const province = { label: 'Place', id: 'place:id-ji' } as const;
const paper = { label: 'Source', id: 'source:paper' } as const;
const event = { label: 'Event', id: 'event:visit' } as const;

describe('GraphBatch', () => {
  test('is empty at first', () => {
    const batch = new GraphBatch();
    expect({ size: batch.size, nodes: [...batch.nodes], relationships: [...batch.relationships] }).toEqual({
      size: { nodes: 0, relationships: 0 },
      nodes: [],
      relationships: [],
    });
  });

  test('groups nodes by label, in the order of their coming', () => {
    const batch = new GraphBatch();
    batch.addNode('Place', batu.id, { name: 'Kota Batu' });
    batch.addNode('Source', paper.id, {});
    batch.addNode('Place', province.id, { name: 'Jawa Timur' });
    expect([...batch.nodes]).toEqual([
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
    const batch = new GraphBatch();
    batch.addRelationship('CITES', batu, paper, { position: 0 });
    batch.addRelationship('PART_OF', batu, province);
    batch.addRelationship('CITES', event, paper);
    batch.addRelationship('CITES', province, paper, { position: 1 });
    expect([...batch.relationships]).toEqual([
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
    const batch = new GraphBatch();
    batch.addNode('Place', batu.id, {});
    batch.addNode('Place', province.id, {});
    batch.addNode('Source', paper.id, {});
    batch.addRelationship('PART_OF', batu, province);
    batch.addRelationship('CITES', batu, paper);
    batch.addRelationship('CITES', batu, paper);
    batch.addRelationship('CITES', event, paper);
    expect(batch.size).toEqual({ nodes: 3, relationships: 4 });
  });
});
