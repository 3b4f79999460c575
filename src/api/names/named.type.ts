import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type { NameKind } from '../../domain/vocabulary.js';
import { NameKindEnum } from '../enums.js';
import { typeNameOf } from '../node/node.type.js';

@InterfaceType({ description: 'Something with a name in several languages.', resolveType: typeNameOf, autoRegisterImplementations: false })
export abstract class Named {
  id!: string;
  name!: string;
  nameId!: string | null;
  nameEn!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A name beyond the display names.' })
export class OtherName {
  id!: string;

  @Field(() => String, { description: 'The name.' })
  text!: string;

  @Field(() => NameKindEnum, { description: 'What kind of name it is.' })
  kind!: NameKind;

  @Field(() => String, { nullable: true, description: 'Language tag (BCP 47), where known.' })
  language!: string | null;
}
