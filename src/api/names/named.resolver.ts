import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { labelOf } from '../../domain/ontology.js';
import { Citation, type CitationRow } from '../citation/citation.type.js';
import type { Context } from '../context.js';
import { type Language, LanguageEnum } from '../enums.js';
import { Named, OtherName } from './named.type.js';

@Resolver(() => Named)
export class NamedResolver {
  @FieldResolver(() => String, { description: 'The name; in a language where there is one in it, else as it is.' })
  name(
    @Root() { name, nameId, nameEn }: Named,
    @Arg('lang', () => LanguageEnum, { nullable: true, description: 'Preferred language.' }) lang?: Language,
  ): string {
    return (lang === 'ID' ? nameId : lang === 'EN' ? nameEn : null) ?? name;
  }

  @FieldResolver(() => [OtherName], { description: 'Aliases, former names, local names and transliterations (50 at most).' })
  otherNames(@Root() { id }: Named, @Ctx() { load }: Context): Promise<OtherName[]> {
    return load.rows<OtherName>('graph/names-of', id, { slots: { label: labelOf(id) ?? '' } });
  }
}

@Resolver(() => OtherName)
export class OtherNameResolver {
  @FieldResolver(() => [Citation], { description: 'Who uses this name.' })
  citations(@Root() { id }: OtherName, @Ctx() { load }: Context): Promise<CitationRow[]> {
    return load.rows<CitationRow>('source/citations-of', id, { slots: { label: 'Name' } });
  }
}
