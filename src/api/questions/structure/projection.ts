import { Field, InputType } from 'type-graphql';
import { LEVELS, type Level, type Projection } from '../../../analytics/network/projection.js';
import type { Context } from '../../context.js';
import { enumOf } from '../../enums.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

const LevelEnum = enumOf('ProjectionLevel', 'What the nodes of a graph of ties are.', LEVELS);

@InputType('Projection', {
  description:
    'What counts as a node and as an edge. Two nodes are joined by one edge, without direction, if a tie that counts joins them or places in them, however many agreements there are; figures do not weigh edges by agreements. Ties within one node make no edge. Nodes are the ends of edges: there is none without. Left out: places, and any tie.',
})
export class ProjectionInput {
  @Field(() => LevelEnum, { defaultValue: 'PLACE', description: 'What the nodes are.' })
  level!: Level;

  @Field(() => TieFilterInput, { nullable: true, description: 'Which ties count.' })
  ties?: TieFilterInput | null;
}

/** The projection that an argument gives. Throws `BadInputError` or `NotFoundError` for ids that are none. */
export async function projectionOf(context: Context, input: ProjectionInput | null | undefined): Promise<Projection> {
  return { level: input?.level ?? 'PLACE', ties: await tieFilter(context, input?.ties) };
}
