import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Phase, Stage as StageName } from '../../domain/stage.js';
import { Stage } from '../agreement/agreement.type.js';
import { PhaseEnum, StageEnum } from '../enums.js';
import { RecordChange, Revision } from '../revision/revision.type.js';

const AFTER =
  'Go on after this revision: what came since is told first, if it is not more than 1,000 revisions. Left out: only what comes from now on.';

@ArgsType()
export class RevisionsFollowed {
  @Field(() => Int, { nullable: true, description: AFTER })
  after?: number | null;
}

@ArgsType()
export class AgreementsFollowed extends RevisionsFollowed {
  @Field(() => ID, {
    nullable: true,
    description: 'Only those with a party that is this place or inside it, before or after the change: a city, province or country.',
  })
  within?: string | null;

  @Field(() => [PhaseEnum], {
    nullable: true,
    description: 'Only those that the change left in one of these phases; of one that was deleted: that were in one.',
  })
  phases?: Phase[] | null;

  @Field(() => [StageEnum], { nullable: true, description: 'Only those that reached one of these steps by the change.' })
  stages?: StageName[] | null;
}

const RESUME_AFTER =
  'What to give as `after` when the subscription breaks here: then nothing is missed. Of several events of one revision only the last has its number, so the others may come again.';

@ObjectType({ simpleResolvers: true, description: 'An agreement, or what a data set adds to it, was changed by a revision.' })
export class AgreementChanged {
  @Field(() => Revision, { description: 'The revision that changed it.' })
  revision!: Revision;

  id!: string;

  @Field(() => RecordChange, { description: 'What was changed in its record, or in what another data set adds to it.' })
  change!: RecordChange;

  @Field(() => [Stage], { description: 'The steps that it had not reached before, as the change tells them.' })
  stepsReached!: Stage[];

  @Field(() => Int, { description: RESUME_AFTER })
  resumeAfter!: number;
}
