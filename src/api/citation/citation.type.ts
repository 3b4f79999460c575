import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type { Basis, Confidence } from '../../domain/vocabulary.js';
import type { Citation as CitationOf } from '../../store/entities.js';
import { BasisEnum, ConfidenceEnum } from '../enums.js';
import { typeNameOf } from '../node/node.type.js';

/** A citation as the store gives it: with the id of its source, and of what it speaks of where that is not the parent. */
export type CitationRow = CitationOf & { readonly of: string };

@ObjectType({
  simpleResolvers: true,
  description: 'Who says so, and where: a source, a place in it, and what it says. Never the quoted sentence.',
})
export class Citation {
  of!: string;
  source!: string;

  @Field(() => String, { nullable: true, description: 'Where in the source: headline, lead, caption, p3 (third paragraph), row 12.' })
  locator!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The field that the source speaks of, as the data format names it; null: the thing as a whole.',
  })
  field!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the source says of the field, where that needs saying: above all where it differs from what the API shows.',
  })
  value!: string | null;

  @Field(() => BasisEnum, { description: 'Whether the source says it or lets it follow.' })
  basis!: Basis;

  @Field(() => Boolean, { description: 'Whether the API shows what this source says; false: the claim is kept beside it.' })
  preferred!: boolean;

  @Field(() => ConfidenceEnum, { nullable: true, description: 'How far the source can be relied upon for this.' })
  confidence!: Confidence | null;

  @Field(() => String, { nullable: true, description: 'The reasoning behind an inference or a preference.' })
  note!: string | null;
}

@InterfaceType({ description: 'Something that sources state.', resolveType: typeNameOf, autoRegisterImplementations: false })
export abstract class Cited {
  id!: string;
}
