import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { eligibility, type Finding } from '../../../analytics/recommendation/eligibility.js';
import { ALL_CRITERIA, APPLICATIONS, CRITERIA, type Criterion, RULE_TEXTS, VERDICTS, type Verdict } from '../../../domain/criteria.js';
import { BadInputError } from '../../../domain/errors.js';
import { labelOf } from '../../../domain/ontology.js';
import { isEntityLabel } from '../../../store/entities.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { enumOf } from '../../enums.js';
import { entityArgument } from '../../ids.js';
import { Node } from '../../node/node.type.js';
import { isoDay } from '../../partial-date/partial-date.type.js';
import { Place } from '../../place/place.type.js';
import { RuleText } from '../../rules/rule-text.type.js';
import { DayScalar } from '../../scalars.js';

/** How much evidence a finding shows. */
const MOST_EVIDENCE = 50;

const CriterionEnum = enumOf(
  'EligibilityCriterion',
  'What the law, or those who count sister relations, ask of a pair of places.',
  Object.fromEntries(ALL_CRITERIA.map((criterion) => [criterion, CRITERIA[criterion].description])) as Record<Criterion, string>,
);
const VerdictEnum = enumOf('EligibilityVerdict', 'What the graph says of a criterion.', VERDICTS);

@ObjectType({ simpleResolvers: true, description: 'How a pair of places stands before a criterion.' })
class EligibilityFinding {
  evidenceIds!: string[];

  @Field(() => CriterionEnum, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => String, { nullable: true, description: 'The words of the rule in its own language.' })
  term!: string | null;

  @Field(() => String, { description: 'To which pairs the rule applies.' })
  applies!: string;

  @Field(() => RuleText, { description: 'Where it was read.' })
  text!: RuleText;

  @Field(() => VerdictEnum, { description: 'What the graph says.' })
  verdict!: Verdict;

  @Field(() => String, { description: 'Why.' })
  explanation!: string;

  @Field(() => String, { nullable: true, description: 'What would decide it; null unless it is undecided.' })
  needed!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'How a pair of places stands before what is asked of partners.' })
class Eligibility {
  found!: Finding[];

  @Field(() => Place, { description: 'One place.' })
  a!: Place;

  @Field(() => Place, { description: 'The other place.' })
  b!: Place;
}

@Resolver(() => Eligibility)
export class EligibilityResolver {
  @Query(() => Eligibility, {
    nullable: true,
    complexity: SURROUNDINGS,
    description:
      'Does a pair of places meet what is asked of partners, as far as the graph can tell? The criteria are those of Indonesian law for cooperation with a local government abroad (KSDPL), which apply where one place is in Indonesia and one abroad; that two regions of Indonesia come under other rules (KSDD); what CLAIR takes for a sister relation where one place is in Japan and one abroad; and that no agreement is running already. What the graph does not record is UNDECIDED, never NOT_MET, and no legal advice. Bounds: 16 criteria, 50 pieces of evidence each. Cost: six statements in three rounds. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async eligibility(
    @Ctx() context: Context,
    @Arg('a', () => ID, { description: 'Id of one place.' }) a: string,
    @Arg('b', () => ID, { description: 'Id of another place.' }) b: string,
    @Arg('asOf', () => DayScalar, {
      nullable: true,
      description: 'Agreements as they stood on this day; left out: now, and undated steps count. Missions and places have no dates.',
    })
    asOf?: Date,
  ) {
    const places = await Promise.all([entityArgument(context, 'a', a, 'Place'), entityArgument(context, 'b', b, 'Place')]);
    if (a === b) throw new BadInputError(`a and b are both "${a}". Accepted are two different places.`);
    return { a: places[0], b: places[1], found: await eligibility(context.graph, a, b, isoDay(asOf)) } as never;
  }

  @FieldResolver(() => [EligibilityFinding], { description: 'The findings (16 at most), in the order of the criteria.' })
  findings(
    @Root() { found }: Eligibility,
    @Arg('verdicts', () => [VerdictEnum], { nullable: true, description: 'Only these verdicts.' }) verdicts?: Verdict[],
  ) {
    return found
      .filter(({ verdict }) => verdicts?.includes(verdict) ?? true)
      .map(({ evidence, ...finding }) => {
        const { term, text, applies } = CRITERIA[finding.criterion];
        return { ...finding, term, applies: APPLICATIONS[applies], text: RULE_TEXTS[text], evidenceIds: evidence.slice(0, MOST_EVIDENCE) };
      });
  }
}

@Resolver(() => EligibilityFinding)
export class EligibilityFindingResolver {
  @FieldResolver(() => [Node], { description: 'What the finding rests on: places, missions, agreements, sectors, events (50 at most).' })
  async evidence(@Root() { evidenceIds }: EligibilityFinding, @Ctx() { load }: Context) {
    const found = await Promise.all(
      evidenceIds.map((id) => {
        const label = labelOf(id);
        return isEntityLabel(label) ? load.entity(label, id) : null;
      }),
    );
    return found.filter((entity) => entity !== null);
  }
}
