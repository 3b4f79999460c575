import { DefectError } from '../domain/errors.js';
import type { Transaction } from './engine.js';
import { oneAtATime } from './one-at-a-time.js';

/**
 * Runs `work` on a driver's open transaction, the same way on every engine: statements follow one
 * another, none is left running when this returns, and a failed one fails the whole, whatever `work`
 * makes of it. The engine then commits or rolls back.
 */
export async function runWork<T>(run: Transaction['run'], work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const inOrder = oneAtATime();
  let fault: { readonly error: unknown } | null = null;
  const statement: Transaction['run'] = async (text, parameters) => {
    if (fault !== null) throw fault.error;
    try {
      return await run(text, parameters);
    } catch (error) {
      fault ??= { error };
      throw error;
    }
  };
  try {
    const result = await work({ run: (text, parameters) => inOrder(() => statement(text, parameters)) });
    await inOrder(async () => undefined);
    if (fault !== null) throw (fault as { error: unknown }).error;
    return result;
  } catch (error) {
    fault ??= { error };
    throw error;
  } finally {
    await inOrder(async () => undefined);
    fault ??= { error: new DefectError('a statement came after the end of its transaction') };
  }
}
