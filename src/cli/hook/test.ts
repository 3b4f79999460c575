import { Command } from 'commander';
import { NotFoundError, SourceError } from '../../domain/errors.js';
import { shownAddress } from '../../live/hooks/hook-entries.js';
import { pingOf } from '../../live/hooks/message.js';
import { send } from '../../live/hooks/send.js';
import { readSettings } from '../../settings.js';
import { hooksOf } from './hooks-file.js';

/** `kembar hook test`: whether an address takes what it is told. */
export function testHookCommand(print: (line: string) => void): Command {
  return new Command('test')
    .description('Send a signed ping to a hook, once, and tell what it answers.')
    .argument('<name>', 'which one, as the file of hooks names it')
    .option('--file <file>', 'the file of hooks; left out: that of HOOKS_FILE')
    .action(async (name: string, { file }: { readonly file?: string }) => {
      const { hooks } = await hooksOf(file);
      const hook = hooks.find((one) => one.name === name);
      if (hook === undefined)
        throw new NotFoundError(
          `there is no hook "${name}"; ${hooks.length === 0 ? 'the file names none' : `there is ${hooks.map((one) => one.name).join(', ')}`}`,
        );
      const outcome = await send(hook, pingOf(name), readSettings(process.env).hooks.timeoutMs);
      if (outcome.what !== 'delivered')
        throw new SourceError(
          `${name} at ${shownAddress(hook.url)} did not take the ping: ${outcome.what === 'gone' ? 'answered 410' : outcome.reason}`,
        );
      print(`${name} at ${shownAddress(hook.url)} took the ping: ${outcome.status}`);
    });
}
