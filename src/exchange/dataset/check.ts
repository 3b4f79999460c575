import { DataInvalidError } from '../../domain/errors.js';
import { assembleDataSet, SHIPPED_DATA } from './shipped.js';

/** `npm run data:check [FOLDER]`: reads and checks data files, prints every problem or what they hold. */
const folder = process.argv[2] ?? SHIPPED_DATA;
try {
  const { batch } = await assembleDataSet(folder);
  for (const [label, rows] of batch.nodes) console.log(`${String(rows.length).padStart(7)} ${label}`);
  console.log(`${String(batch.size.relationships).padStart(7)} relationships`);
} catch (error) {
  if (!(error instanceof DataInvalidError)) throw error;
  console.error(error.problems.map((p) => `${p.file}${p.line === null ? '' : `:${p.line}`}  ${p.field}: ${p.message}`).join('\n'));
  process.exitCode = 1;
}
