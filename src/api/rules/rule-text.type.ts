import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'Where a rule or criterion was read.' })
export class RuleText {
  @Field(() => String, { description: 'The law or body that sets it, such as PP 28/2018.' })
  instrument!: string;

  @Field(() => String, { nullable: true, description: 'The article, where it was read.' })
  article!: string | null;

  @Field(() => String, { description: 'What the text is about.' })
  title!: string;

  @Field(() => String, { description: 'What was read of it: the text, or whose summary.' })
  readIn!: string;

  @Field(() => String, { nullable: true, description: 'Where that can be read.' })
  url!: string | null;
}
