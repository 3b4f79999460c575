import { Field, ObjectType } from 'type-graphql';
import { TRACKS, type Track } from '../../domain/rules/tracks.js';
import type { Stage } from '../../domain/stage.js';
import { enumOf, StageEnum } from '../enums.js';
import { RuleFinding } from './rule.type.js';

const TrackEnum = enumOf(
  'Track',
  'The way that a cooperation goes.',
  Object.fromEntries(Object.entries(TRACKS).map(([track, { description }]) => [track, description])) as Record<Track, string>,
);

@ObjectType({ simpleResolvers: true, description: 'A step that could be recorded now.' })
export class NextStep {
  @Field(() => StageEnum, { description: 'The step.' })
  stage!: Stage;

  @Field(() => Boolean, { description: 'Whether it is the one that usually comes now.' })
  usual!: boolean;

  @Field(() => [RuleFinding], { description: 'What rules would say if it were recorded today, and do not say now.' })
  findings!: RuleFinding[];
}

@ObjectType({ simpleResolvers: true, description: 'What may happen next to an agreement, and what is missing.' })
export class AgreementOutlook {
  @Field(() => TrackEnum, { description: 'The way that it goes.' })
  track!: Track;

  @Field(() => [StageEnum], { description: 'Steps that its track asks for before the signing and that are not on record, in their order.' })
  missing!: readonly Stage[];

  @Field(() => [RuleFinding], { description: 'What rules say of it as it is.' })
  findings!: RuleFinding[];

  @Field(() => [NextStep], { description: 'The steps that could be recorded now, in the order of the sequence.' })
  next!: NextStep[];
}
