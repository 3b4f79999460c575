import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { labelOf } from '../../domain/ontology.js';
import { isEntityLabel } from '../../store/entities.js';
import type { Context } from '../context.js';
import { Node } from '../node/node.type.js';
import { Source } from '../source/source.type.js';
import { tombstoneNode } from '../tombstone/tombstone.type.js';
import { Citation, type CitationRow, Cited } from './citation.type.js';

/** The citations of a thing, in the order of the record. */
export function citationsOf({ load }: Context, id: string): Promise<CitationRow[]> {
  return load.rows<CitationRow>('source/citations-of', id, { slots: { label: labelOf(id) ?? '' } });
}

@Resolver(() => Cited)
export class CitedResolver {
  @FieldResolver(() => [Citation], { description: 'Who says so (50 at most), in the order of the record.' })
  async citations(
    @Root() { id }: Cited,
    @Ctx() context: Context,
    @Arg('field', () => String, { nullable: true, description: 'Only citations of this field.' }) field?: string,
  ): Promise<CitationRow[]> {
    const citations = await citationsOf(context, id);
    return field === undefined || field === null ? citations : citations.filter((citation) => citation.field === field);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a source says otherwise than what the API shows.' })
  async disputed(@Root() { id }: Cited, @Ctx() context: Context): Promise<boolean> {
    return (await citationsOf(context, id)).some((citation) => !citation.preferred);
  }
}

@Resolver(() => Citation)
export class CitationResolver {
  @FieldResolver(() => Source, { description: 'The source.' })
  source(@Root() { source }: CitationRow, @Ctx() { load }: Context) {
    return load.entity('Source', source);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: 'What the citation speaks of; null for a name or a plan, which are no nodes of the API.',
  })
  async subject(@Root() { of }: CitationRow, @Ctx() { load }: Context) {
    const label = labelOf(of);
    if (label === 'Tombstone') {
      const retired = of.slice(of.indexOf(':') + 1);
      const tombstone = await load.tombstone(retired);
      return tombstone === null ? null : tombstoneNode(labelOf(retired) ?? '', tombstone);
    }
    return isEntityLabel(label) ? load.entity(label, of) : null;
  }
}
