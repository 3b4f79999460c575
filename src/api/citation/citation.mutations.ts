import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import * as edits from '../../curation/edits/citations.js';
import { wholeOf } from '../../curation/edits/cited-parts.js';
import type { Context } from '../context.js';
import { CitationInput, citeOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { given, keyOfArgument } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { payloadOf } from '../curation/payload.js';
import { Node } from '../node/node.type.js';

const CitedPayload = payloadOf<Node>('Cited', 'thing', () => Node as never);

@InputType({ description: 'Names a citation of a thing: its source, and what else it takes to tell it from the others.' })
class CitationOfInput {
  @Field(() => ID, { description: 'The source.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'The field that it speaks of.' })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the source.' })
  locator?: string | null;

  @Field(() => String, { nullable: true, description: 'What it says of the field.' })
  value?: string | null;
}

function citationOf({ source, field, locator, value }: CitationOfInput): edits.CitationOf {
  return { source: keyOfArgument('citation.source', source, 'Source'), field: given(field), at: given(locator), value: given(value) };
}

const THING = { description: 'The thing, or a part of one: a step, a plan, a name, somebody taking part, a result of an award.' };
const FIELD = { description: 'The field, as the data format names it: name, date, title.en. A single value, no list.' };

@Resolver()
export class CitationMutations {
  @Mutation(() => CitedPayload, { nullable: true, description: 'Adds what a source says in support of what is shown.' })
  cite(
    @Ctx() context: Context,
    @Arg('id', () => ID, THING) id: string,
    @Arg('citation', () => CitationInput, { description: 'Who says so.' }) citation: CitationInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return mutate(context, 'thing', {
      operation: 'cite',
      input: { id, citation },
      edit,
      ids: [wholeOf(id)],
      citations: [citation],
      plan: (desk) => edits.cite(desk, id, citeOf(citation)),
    });
  }

  @Mutation(() => CitedPayload, {
    nullable: true,
    description: 'Keeps what a source says of a field, and which is not what is shown, beside it: both are given, and one is shown.',
  })
  dispute(
    @Ctx() context: Context,
    @Arg('id', () => ID, THING) id: string,
    @Arg('field', () => String, FIELD) field: string,
    @Arg('value', () => String, { description: 'What the source says of the field. 300 characters at most.' }) value: string,
    @Arg('citation', () => CitationInput, { description: 'Who says so; its own field, value and preferred are left out.' })
    citation: CitationInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return mutate(context, 'thing', {
      operation: 'dispute',
      input: { id, field, value, citation },
      edit,
      ids: [wholeOf(id)],
      citations: [citation],
      plan: (desk) => edits.dispute(desk, id, { ...citeOf(citation), field, value }),
    });
  }

  @Mutation(() => CitedPayload, {
    nullable: true,
    description: 'Shows what a citation says of a field, in the place of what is shown now, which is kept beside it with its sources.',
  })
  prefer(
    @Ctx() context: Context,
    @Arg('id', () => ID, THING) id: string,
    @Arg('field', () => String, FIELD) field: string,
    @Arg('citation', () => CitationOfInput, { description: 'The citation that says it.' }) citation: CitationOfInput,
    @Arg('because', () => String, { description: 'Why it is preferred, in your own words. 600 characters at most.' }) because: string,
    @EditArg() edit?: EditInput | null,
  ) {
    return mutate(context, 'thing', {
      operation: 'prefer',
      input: { id, field, citation, because },
      edit,
      ids: [wholeOf(id)],
      cited: [citation.source],
      plan: (desk) => edits.prefer(desk, id, { ...citationOf(citation), field }, because),
    });
  }

  @Mutation(() => CitedPayload, {
    nullable: true,
    description: 'Takes a citation back. The last one of a thing stays, since everything needs a source.',
  })
  retractCitation(
    @Ctx() context: Context,
    @Arg('id', () => ID, THING) id: string,
    @Arg('citation', () => CitationOfInput, { description: 'The citation.' }) citation: CitationOfInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return mutate(context, 'thing', {
      operation: 'retractCitation',
      input: { id, citation },
      edit,
      ids: [wholeOf(id)],
      cited: [citation.source],
      plan: (desk) => edits.retract(desk, id, citationOf(citation)),
    });
  }
}
