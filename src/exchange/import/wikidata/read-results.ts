import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { BadInputError, DataInvalidError } from '../../../domain/errors.js';
import type { OnReject } from '../../reject.js';
import type { Statement } from '../statement.js';
import { readCsv } from './read-csv.js';
import { BrokenResults, readJson } from './read-json.js';
import { TWINNING_VARIABLES } from './result-row.js';
import { statementOf } from './row-statement.js';

const READERS: Readonly<Record<string, typeof readJson>> = {
  '.json': readJson,
  '.srj': readJson,
  '.csv': readCsv,
};

export interface ResultsFile {
  readonly file: string;
  /** ISO day on which it was downloaded; null: not known. */
  readonly askedOn: string | null;
  readonly onReject: OnReject;
}

/**
 * The twinnings in a file of SPARQL results, as query.wikidata.org lets one download them: JSON, plain or verbose, or
 * CSV. One statement for a row, in the order of the file, of which no more than a part is held. Throws `BadInputError`
 * when it cannot be read or is of another kind, and `DataInvalidError` when variables are missing or it breaks off,
 * which may be after statements have been given.
 */
export async function* readResults({ file, askedOn, onReject }: ResultsFile): AsyncGenerator<Statement> {
  const ending = extname(file).toLowerCase();
  const read = READERS[ending];
  if (read === undefined) {
    throw new BadInputError(
      `${file} ends in "${ending}": accepted are SPARQL results in files ending in ${Object.keys(READERS).join(', ')}`,
    );
  }
  try {
    for await (const row of read(createReadStream(file), file, TWINNING_VARIABLES)) {
      const statement = statementOf(row, { file, askedOn }, onReject);
      if (statement !== null) yield statement;
    }
  } catch (error) {
    if (error instanceof BrokenResults) throw new DataInvalidError([{ file, line: null, field: '', message: brokenMessage(error) }]);
    if (error instanceof Error && 'syscall' in error) throw new BadInputError(`${file} cannot be read: ${error.message}`, error);
    throw error;
  }
}

function brokenMessage({ message, timedOut }: BrokenResults): string {
  const why = timedOut ? ', because the query took longer than the query service allows' : '';
  const remedy = timedOut ? 'ask for less, one country or part of it, and download that' : 'download it again';
  return `${message}${why}; ${remedy}`;
}
