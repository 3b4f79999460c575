import { DataInvalidError } from '../../../../src/domain/errors.js';

/** The problems that refuse a text, as `line field: message`. */
export async function problemsOf(reading: Promise<unknown>): Promise<string[]> {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DataInvalidError)) throw error ?? new Error('the text was accepted');
  return error.problems.map(({ line, field, message }) => `${line} ${field}: ${message}`);
}
