/**
 * A process of its own around an embedded graph, for embedded-file.test.ts: `hold PATH` keeps the
 * graph open, `write PATH FROM` writes pairs without end. Each pair is one transaction of two
 * statements, and its number is printed once it is committed.
 */
import { writeSync } from 'node:fs';
import { KembarError } from '../../src/domain/errors.js';
import { openEmbedded } from '../../src/graph/engines/embedded.js';

const [task, path = '', from = '0'] = process.argv.slice(2);

// Not buffered: what was printed is out, even if the process is killed at the next moment.
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const engine = await openEmbedded({ path });
  say('open');
  for (let pair = Number(from); task === 'write'; pair += 1) {
    await engine.write(async (transaction) => {
      await transaction.run('CREATE (:Left {pair: $pair})', { pair });
      await transaction.run('MATCH (left:Left {pair: $pair}) CREATE (left)-[:GOES_WITH]->(:Right {pair: $pair})', { pair });
    });
    say(String(pair));
  }
  process.stdin.resume().on('end', () => process.exit(0));
} catch (error) {
  say(error instanceof KembarError ? error.code : String(error));
}
