import { expect } from 'vitest';
import type { NodeLabel } from '../../../src/domain/ontology.js';
import { toUnits } from '../../../src/exchange/dataset/to-units.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import { GraphBatch } from '../../../src/graph/batch.js';
import type { Properties } from '../../../src/graph/unit.js';

/** Citations that refer to the small data set. */
export const CITES = 'cites: [{ source: list }]';

/** The batch that follows from data files. */
export const batchOf = (...texts: string[]): GraphBatch =>
  new GraphBatch(
    toUnits(readDataTexts(texts.map((text, index) => ({ file: `${index}.yaml`, text }))).data, { dataSet: 'test', readableSlugs: true }),
  );

/** A batch of these places, each the inside of a mapping without citations. */
export const batchOfPlaces = (...places: string[]): GraphBatch =>
  batchOf(`places:\n${places.map((place) => `  - { ${place}, ${CITES} }\n`).join('')}`);

/** The ids of a label, in their order. */
export const idsOf = (batch: GraphBatch, label: NodeLabel): string[] => (batch.nodes.get(label) ?? []).map(({ id }) => id);

/** The properties of a node, which has to be there once. */
export function nodeOf(batch: GraphBatch, label: NodeLabel, id: string): Properties {
  const found = batch.nodes.get(label)?.filter((row) => row.id === id) ?? [];
  expect(found).toHaveLength(1);
  return found[0]?.properties ?? {};
}

/** The properties of the relationships of a group (`Agreement HAS_PARTY Place`) that leave a node. */
export const relationshipsOf = (batch: GraphBatch, group: string, from: string): Properties[] =>
  (batch.relationships.get(group)?.rows ?? []).filter((row) => row.from === from).map(({ to, properties }) => ({ to, ...properties }));
