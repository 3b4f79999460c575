import { Field, InputType } from 'type-graphql';
import type { NameKind } from '../../domain/vocabulary.js';
import { NameKindEnum } from '../enums.js';
import { CitationInput, citesOf } from './citation.input.js';
import { given } from './keys.js';

@InputType({ description: 'A name in Indonesian, in English, or in both.' })
export class NameInput {
  @Field(() => String, { nullable: true, description: 'In Indonesian. 300 characters at most.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'In English. 300 characters at most.' })
  en?: string | null;
}

@InputType({ description: 'A name beyond the display names.' })
export class OtherNameInput {
  @Field(() => String, { description: 'The name. 300 characters at most.' })
  text!: string;

  @Field(() => NameKindEnum, { description: 'What kind of name it is.' })
  kind!: NameKind;

  @Field(() => String, { nullable: true, description: 'Its language, as ISO 639, perhaps with a script: id, ja-Latn.' })
  language?: string | null;

  @Field(() => [CitationInput], { nullable: true, description: 'Who says so; left out: whoever is cited for the thing.' })
  citations?: CitationInput[] | null;
}

export function namesOf({ id, en }: NameInput): { id?: string | undefined; en?: string | undefined } {
  return { id: given(id), en: given(en) };
}

export function otherNamesOf(names: readonly OtherNameInput[]) {
  return names.map(({ text, kind, language, citations }) => ({
    text,
    kind,
    language: given(language),
    cites: citations == null ? undefined : citesOf(citations),
  }));
}
