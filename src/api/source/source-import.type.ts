import { Field, ObjectType } from 'type-graphql';
import type { Source } from './source.type.js';

@ObjectType({ simpleResolvers: true, description: 'A file that was imported.' })
class ImportedFile {
  @Field(() => String, { description: 'Its name, without the folder.' })
  name!: string;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal: whoever has the file can tell whether it is the same.' })
  sha256!: string;
}

@ObjectType({ simpleResolvers: true, description: 'How files came into the graph as a source.' })
export class SourceImport {
  @Field(() => String, { description: 'The program that read them, without its version.' })
  tool!: string;

  @Field(() => String, { nullable: true, description: 'The version of the program; null where it told none.' })
  version!: string | null;

  @Field(() => String, { description: 'When they were read (ISO 8601, UTC).' })
  at!: string;

  @Field(() => [ImportedFile], { description: 'The files (1,000 at most), in the order in which they were read.' })
  files!: ImportedFile[];
}

/** A program is kept with its version behind it, as in `kembar 0.1.0`. */
const VERSIONED = /^(.+) v?(\d+(?:\.\d+)+\S*)$/;

/** How a source came into the graph; null where it is none that was imported. */
export function sourceImport({ importTool, importedAt, importFiles, importHashes }: Source): SourceImport | null {
  if (importTool === null || importedAt === null) return null;
  const [, tool = importTool, version = null] = VERSIONED.exec(importTool) ?? [];
  const files = (importFiles ?? []).map((name, index) => ({ name, sha256: importHashes?.[index] ?? '' }));
  return { tool, version, at: importedAt, files };
}
