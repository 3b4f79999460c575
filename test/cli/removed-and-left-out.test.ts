import { expect, test } from 'vitest';
import { removedAndLeftOut } from '../../src/cli/import/removed-and-left-out.js';
import { ChangeCounts, type ChangeKind } from '../../src/store/data-set/changes.js';

function counts(...kinds: ChangeKind[]): ChangeCounts {
  const changes = new ChangeCounts();
  for (const [index, kind] of kinds.entries()) {
    changes.add({ kind, of: { label: index === 0 ? 'Place' : 'Agreement', id: `${index}` }, isDetail: index === 1 });
  }
  return changes;
}

test('an import that leaves out rows and removes things says that these may be the same', () => {
  expect(removedAndLeftOut(counts('removed', 'removed', 'removed', 'changed'), 1, {})).toEqual([
    expect.stringMatching(/^3 were removed that an earlier version had; .*left out now\. --strict/),
  ]);
  expect(removedAndLeftOut(counts('removed'), 2, { dryRun: true })).toEqual([expect.stringMatching(/^1 would be removed/)]);
});

test('an import that does not do both says nothing of it', () => {
  expect(removedAndLeftOut(counts('created', 'changed', 'kept'), 3, {})).toEqual([]);
  expect(removedAndLeftOut(counts('removed'), 0, {})).toEqual([]);
});
