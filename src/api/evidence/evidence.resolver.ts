import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { claimsOf, supportOf } from '../../analytics/evidence/claims.js';
import { labelOf } from '../../domain/ontology.js';
import { isEntityLabel } from '../../store/entities.js';
import { citationsOf } from '../citation/citation.resolver.js';
import { Cited } from '../citation/citation.type.js';
import type { Context } from '../context.js';
import { Claim, Evidence } from './evidence.type.js';
import { shownOf } from './shown.js';

/** What supports a thing. */
export async function evidenceOf(context: Context, id: string): Promise<Evidence> {
  const citations = await citationsOf(context, id);
  const sources = await context.load.entities('Source', [...new Set(citations.map(({ source }) => source))]);
  const publishers = new Map(sources.map((source) => [source.id, source.publisher]));
  const publisherOf = (source: string) => publishers.get(source) ?? source;
  return {
    of: id,
    claims: claimsOf(citations, publisherOf).map((claim) => ({ of: id, ...claim })),
    ...supportOf(
      citations.filter(({ preferred }) => preferred),
      publisherOf,
    ),
  };
}

/** The thing that claims are about. */
function subjectOf({ load }: Context, id: string): Promise<object | null> {
  const label = labelOf(id);
  return isEntityLabel(label) ? load.entity(label, id) : Promise.resolve(null);
}

@Resolver(() => Cited)
export class CitedEvidenceResolver {
  @FieldResolver(() => Evidence, { description: 'What supports it, claim by claim.' })
  evidence(@Root() { id }: Cited, @Ctx() context: Context) {
    return evidenceOf(context, id);
  }
}

@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => Cited, { description: 'The thing.' })
  subject(@Root() { of }: Evidence, @Ctx() context: Context) {
    return subjectOf(context, of);
  }
}

@Resolver(() => Claim)
export class ClaimResolver {
  @FieldResolver(() => Cited, { description: 'The thing that it is about.' })
  subject(@Root() { of }: Claim, @Ctx() context: Context) {
    return subjectOf(context, of);
  }

  @FieldResolver(() => [String], {
    description:
      'What the record shows of the field: one text, or one for each of several; names for things. None for the thing as a whole, for a field that the record leaves out, and for parts that are cited themselves.',
  })
  shown(@Root() { of, field }: Claim, @Ctx() context: Context) {
    return field === null ? [] : shownOf(context, of, field);
  }
}
