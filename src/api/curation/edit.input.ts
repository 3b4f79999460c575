import { Arg, Field, InputType, Int } from 'type-graphql';
import type { Rule } from '../../domain/rules/rules.js';
import { RuleEnum } from '../rules/rule.type.js';

@InputType({ description: 'A rule that is set aside for one edit.' })
export class RuleOverrideInput {
  @Field(() => RuleEnum, { description: 'The rule.' })
  rule!: Rule;

  @Field(() => String, { description: 'Why it does not hold here, in your own words; the history keeps it. 600 characters at most.' })
  reason!: string;
}

@InputType({ description: 'How an edit is made, whatever it is.' })
export class EditInput {
  @Field(() => String, { nullable: true, description: 'Why, in your own words; the history keeps it. 600 characters at most.' })
  reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision of the graph that you read before (`graph { revision }`). Where a thing that is edited has changed after it, the edit is refused with CONFLICT and what changed. Left out: the edit is made whatever came before.',
  })
  basedOn?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of 8 to 100 characters that you make up for this one edit. Sent again with the same edit, it has no second effect and answers as before.',
  })
  idempotencyKey?: string | null;

  @Field(() => [RuleOverrideInput], { nullable: true, description: 'Rules that are set aside, each with the reason.' })
  overrides?: RuleOverrideInput[] | null;
}

/** The argument of every mutation that says how the edit is made. */
export const EditArg = () => Arg('edit', () => EditInput, { nullable: true, description: 'How the edit is made.' });
