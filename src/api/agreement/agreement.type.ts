import { Field, ObjectType } from 'type-graphql';
import type { Phase, Stage as StageName } from '../../domain/stage.js';
import type { AgreementKind } from '../../domain/vocabulary.js';
import { Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { AgreementKindEnum, PhaseEnum, StageEnum } from '../enums.js';
import { Named } from '../names/named.type.js';
import { Node } from '../node/node.type.js';
import { Place } from '../place/place.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({
  implements: [Node, Named, Cited, Recorded],
  simpleResolvers: true,
  description: 'A cooperation of places, from the first proposal on. Its name is its title.',
})
export class Agreement {
  id!: string;
  name!: string;

  @Field(() => AgreementKindEnum, { description: 'What kind of cooperation it is.' })
  kind!: AgreementKind;

  @Field(() => String, { nullable: true, description: 'A remark on the agreement.' })
  note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A party of an agreement.' })
export class Party {
  @Field(() => Place, { description: 'The place.' })
  place!: Place;

  @Field(() => Boolean, {
    description: 'true: the party is known at country level only; the place in that country is still to be chosen, or no source names it.',
  })
  countryLevelOnly!: boolean;
}

@ObjectType({ implements: [Node, Cited], simpleResolvers: true, description: 'A step that an agreement has reached.' })
export class Stage {
  id!: string;

  @Field(() => StageEnum, { description: 'Which step it is.' })
  stage!: StageName;

  date!: string | null;
  effective!: string | null;

  @Field(() => String, { nullable: true, description: 'A remark on the step.' })
  note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a source says comes next.' })
export class Plan {
  id!: string;
  name!: string;
  nameId!: string | null;
  nameEn!: string | null;

  @Field(() => StageEnum, { nullable: true, description: 'The step that is expected, where a source names one.' })
  stage!: StageName | null;

  date!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'How far an agreement has come on a day.' })
export class AgreementState {
  @Field(() => PhaseEnum, { description: 'The phase.' })
  phase!: Phase;

  @Field(() => Stage, { description: 'The step that decides it: the last one by that day.' })
  stage!: Stage;
}

export const AgreementConnection = connectionOf(() => Agreement, 'Agreement');
