import { DataInvalidError, type DataProblem } from '../../../domain/errors.js';
import type { OnReject, Reject } from '../../reject.js';

/** What is left out is told; where nobody takes it, it is an error. */
export function tell(rejects: readonly Reject[], onReject: OnReject | undefined): void {
  if (onReject !== undefined) for (const reject of rejects) onReject(reject);
  else if (rejects.length > 0)
    throw new DataInvalidError(
      rejects.map(({ file, line, field, reason, remedy }): DataProblem => ({ file, line, field, message: `${reason}; ${remedy}` })),
    );
}
