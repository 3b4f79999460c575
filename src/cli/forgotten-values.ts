import type { Command } from 'commander';
import { BadInputError } from '../domain/errors.js';

/**
 * Makes a command refuse an option whose value was forgotten. Commander takes whatever comes next for the value, also
 * the next option, and then finds fault with something else.
 */
export function refuseForgottenValues(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const read = option.parseArg ?? ((text: string) => text);
    option.argParser((text: string, before: unknown) => {
      if (command.options.some(({ short, long }) => text === short || text === long))
        throw new BadInputError(`${option.long} needs a value, and "${text}" is the next option.`);
      return read(text, before);
    });
  }
}
