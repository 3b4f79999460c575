import type { Graph } from '../../../graph/graph.js';
import type { Unit } from '../../../graph/unit.js';
import { PlaceTree } from '../../dataset/place-tree.js';
import type { RecordFiles } from '../../format/record-files.js';
import type { OnReject } from '../../reject.js';
import { checkRecords } from './check-records.js';
import { GraphGround } from './graph-ground.js';
import { detailUnits, placesOf, thingUnits } from './record-units.js';

export interface CheckedUnits {
  /** How many records go in. */
  readonly accepted: number;
  /** They are made anew each time that they are gone through. */
  readonly units: AsyncIterable<Unit>;
}

/** Checks records of Kembar's own format against what a graph has besides one data set, and makes units of those that are sound. */
export async function checkedUnits(
  files: RecordFiles,
  graph: Graph,
  { dataSet, onReject }: { readonly dataSet: string; readonly onReject: OnReject },
): Promise<CheckedUnits> {
  const ground = new GraphGround(graph, { besides: dataSet });
  const checked = await checkRecords(files, ground, onReject);
  // Of a place that people have edited by hand, what these made of it comes last and holds.
  const tree = new PlaceTree([...placesOf(checked), ...checked.placesAround.values()], { readableSlugs: false });
  async function* units(): AsyncGenerator<Unit> {
    yield* thingUnits(files, checked, tree);
    yield* detailUnits(checked, { dataSet, tree, ground });
  }
  return { accepted: checked.accepted, units: { [Symbol.asyncIterator]: units } };
}
