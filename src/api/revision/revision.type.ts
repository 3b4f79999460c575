import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Rule } from '../../domain/rules/rules.js';
import { connectionOf } from '../connection/connection.js';
import { Node } from '../node/node.type.js';
import { RuleEnum } from '../rules/rule.type.js';
import { JsonScalar } from '../scalars.js';

@ObjectType({
  implements: [Node],
  simpleResolvers: true,
  description: 'A change of the graph as it is noted for ever, an edit by hand or an import: who made it, when, and why.',
})
export class Revision {
  id!: string;

  @Field(() => Int, { description: 'The revision of the graph that it made. A large import makes several. Numbers may be missing.' })
  number!: number;

  @Field(() => String, { description: 'When it was made (ISO 8601, UTC).' })
  at!: string;

  @Field(() => String, {
    description: 'Who made it, by the name in the token; `operator` is the command line, `kembar` the program itself.',
  })
  actor!: string;

  @Field(() => String, { description: 'The role in which it was made.' })
  role!: string;

  @Field(() => String, { description: 'What was done: the name of the mutation, `import` or `remove`.' })
  operation!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who made it.' })
  reason!: string | null;

  @Field(() => ID, { description: 'The id of the thing that it was about; of an import the name of the data set.' })
  subject!: string;

  sources!: readonly string[];
  overrides!: string | null;
  undoes!: number | null;
  imported!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What an import did to the graph in one revision.' })
export class Imported {
  @Field(() => String, { description: 'The name of the data set.' })
  dataSet!: string;

  @Field(() => String, { description: 'The program that imported, with its version.' })
  tool!: string;

  @Field(() => String, { description: 'What tells this version of the data set from others.' })
  fingerprint!: string;

  @Field(() => Int, { description: 'How many things it brought, or additions to things of others.' })
  created!: number;

  @Field(() => Int, { description: 'How many records it changed.' })
  changed!: number;

  @Field(() => Int, { description: 'How many things it removed, or additions to things of others.' })
  removed!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A rule that was set aside for an edit.' })
export class RuleOverride {
  @Field(() => RuleEnum, { description: 'The rule.' })
  rule!: Rule;

  @Field(() => String, { description: 'Why it was said not to hold.' })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A field of a record that was changed.' })
export class FieldChange {
  @Field(() => String, { description: 'The field, such as `stages[1].date`.' })
  field!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What it was; null where it was not there.' })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'What it is; null where it is not there any more.' })
  after!: unknown;
}

@ObjectType({ simpleResolvers: true, description: 'What a revision changed in the record of one thing.' })
export class RecordChange {
  @Field(() => Int, { description: 'Which one it is of its revision, from 0 on.' })
  position!: number;

  @Field(() => ID, { description: 'The id of the thing.' })
  of!: string;

  @Field(() => JsonScalar, { nullable: true, description: "The record before, in Kembar's own format; null where there was none." })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: "The record after, in Kembar's own format; null where there is none any more." })
  after!: unknown;

  @Field(() => [FieldChange], { description: 'The fields that are otherwise (100 at most); empty where the thing came or went.' })
  fields!: FieldChange[];
}

export const RevisionConnection = connectionOf(() => Revision, 'Revision');
