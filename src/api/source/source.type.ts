import { Field, ObjectType } from 'type-graphql';
import type { SourceKind } from '../../domain/vocabulary.js';
import { Citation } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { SourceKindEnum } from '../enums.js';
import { Node } from '../node/node.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({ implements: [Node, Recorded], simpleResolvers: true, description: 'A publication that facts are taken from.' })
export class Source {
  id!: string;

  @Field(() => SourceKindEnum, { description: 'What kind of source it is.' })
  kind!: SourceKind;

  @Field(() => String, { description: 'Its title, or a description where it has none.' })
  title!: string;

  @Field(() => String, { description: 'Who publishes it.' })
  publisher!: string;

  @Field(() => [String], { description: 'Who wrote it (20 at most).' })
  authors!: string[];

  published!: string | null;
  importTool!: string | null;
  importedAt!: string | null;
  importFiles!: readonly string[] | null;
  importHashes!: readonly string[] | null;

  @Field(() => String, { description: 'Its language (ISO 639).' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'Where it is on the web.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Its terms of use, where it states them.' })
  licence!: string | null;

  @Field(() => String, { nullable: true, description: 'A remark on the source.' })
  note!: string | null;
}

export const SourceConnection = connectionOf(() => Source, 'Source');

export const CitationConnection = connectionOf(() => Citation, 'Citation');
