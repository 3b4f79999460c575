import { Field, ID, ObjectType } from 'type-graphql';
import { RULE_TEXTS } from '../../domain/criteria.js';
import { ALL_RULES, type RuleFinding as Finding, RULES, type Rule, SEVERITIES, type Severity } from '../../domain/rules/rules.js';
import { enumOf } from '../enums.js';
import { RuleText } from './rule-text.type.js';

export const RuleEnum = enumOf(
  'RuleName',
  'What is asked of agreements.',
  Object.fromEntries(ALL_RULES.map((rule) => [rule, RULES[rule].description])) as Record<Rule, string>,
);
const SeverityEnum = enumOf('RuleSeverity', 'What becomes of an edit that breaks a rule.', SEVERITIES);

@ObjectType('Rule', { simpleResolvers: true, description: 'Something that is asked of agreements.' })
export class RuleType {
  @Field(() => RuleEnum, { description: 'Its name, by which it is overridden.' })
  name!: Rule;

  @Field(() => SeverityEnum, { description: 'What becomes of an edit that breaks it.' })
  severity!: Severity;

  @Field(() => String, { description: 'What it asks.' })
  description!: string;

  @Field(() => RuleText, { description: 'Where it was read.' })
  text!: RuleText;
}

@ObjectType({ simpleResolvers: true, description: 'What a rule says of an agreement.' })
export class RuleFinding {
  @Field(() => RuleType, { description: 'The rule.' })
  rule!: RuleType;

  @Field(() => String, { description: 'What is wrong, and what is accepted.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The field that it is about, such as `steps[1].date`; null: the agreement as a whole.',
  })
  field!: string | null;

  @Field(() => [ID], { description: 'Ids of things that show it.' })
  evidence!: readonly string[];
}

/** A rule as the API gives it. */
export function ruleOf(name: Rule): RuleType {
  const { severity, description, text } = RULES[name];
  return { name, severity, description, text: RULE_TEXTS[text] };
}

/** A finding as the API gives it. */
export function findingOf({ rule, message, field, evidence }: Finding): RuleFinding {
  return { rule: ruleOf(rule), message, field: field?.replace(/^stages/, 'steps') ?? null, evidence };
}
