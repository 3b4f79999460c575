import { Command } from 'commander';
import { NotFoundError } from '../../domain/errors.js';
import { neededTokensFile, TokensFile } from './tokens-file.js';

/** `kembar token revoke`: ends a token. */
export function revokeTokenCommand(print: (line: string) => void): Command {
  return new Command('revoke')
    .description('Take a token out of the file, so that it is not accepted any more.')
    .argument('<name>', 'whose it is, as kembar token list tells')
    .option('--file <file>', 'the file of tokens; left out: that of TOKENS_FILE')
    .addHelpText('after', '\nA running server reads the file again by itself. What was changed with the token stays, under its name.')
    .action(async (name: string, { file }: { readonly file?: string }) => {
      const tokens = await TokensFile.openExisting(neededTokensFile(file));
      const names = tokens.entries.map((entry) => entry.name);
      if (!names.includes(name))
        throw new NotFoundError(
          `${tokens.file} has no token of "${name}"; ${names.length === 0 ? 'it holds none' : `there is ${names.join(', ')}`}`,
        );
      await tokens.remove(name);
      print(`the token of ${name} is revoked`);
    });
}
