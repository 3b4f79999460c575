import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CITED_LABELS, pageLabelByLabel } from '../../../src/analytics/evidence/label-by-label.js';
import { NODES } from '../../../src/domain/ontology.js';
import type { EntityLabel } from '../../../src/store/entities.js';
import type { Position } from '../../../src/store/pages.js';

/** Some things of some labels, by id. */
const things = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...CITED_LABELS), fc.nat(9)), { selector: ([label, key]) => `${label}${key}`, maxLength: 30 })
  .map((all) => all.map(([label, key]) => ({ label, id: `${NODES[label].prefix}:${key}` })));

test('labels are in the order of the ids of their things', () => {
  const ids = CITED_LABELS.map((label) => `${NODES[label].prefix}:x`);
  expect(ids).toEqual([...ids].sort());
});

test('pages hold the things of the labels in the order of their ids, each once', async () => {
  await fc.assert(
    fc.asyncProperty(things, fc.subarray([...CITED_LABELS]), fc.integer({ min: 1, max: 5 }), async (all, labels, first) => {
      const found: Position[] = [];
      for (let after: Position | null = null; ; after = found.at(-1) ?? null) {
        const ask = async (label: EntityLabel, limit: number) =>
          all
            .filter((thing) => thing.label === label && thing.id > String(after?.key ?? ''))
            .map(({ id }) => ({ key: id, id: '' }))
            .sort((one, other) => (one.key < other.key ? -1 : 1))
            .slice(0, limit);
        const { items, hasNextPage } = await pageLabelByLabel(labels, first, after, ask);
        found.push(...items);
        if (!hasNextPage) break;
        expect(items).toHaveLength(first);
      }
      const wanted = all.filter(({ label }) => labels.includes(label)).map(({ id }) => id);
      expect(found.map(({ key }) => key)).toEqual(wanted.sort());
    }),
  );
});

test('no label is asked once the page is full', async () => {
  const asked: EntityLabel[] = [];
  await pageLabelByLabel(CITED_LABELS, 1, null, async (label) => {
    asked.push(label);
    return [
      { key: 'agreement:1', id: '' },
      { key: 'agreement:2', id: '' },
    ];
  });
  expect(asked).toEqual(['Agreement']);
});
