import { Command } from 'commander';
import { inWords } from './entry-words.js';
import { neededTokensFile, TokensFile } from './tokens-file.js';

interface Options {
  readonly file?: string;
  readonly json?: boolean;
}

/** `kembar token list`: whose tokens there are, and what they may do. */
export function listTokensCommand(print: (line: string) => void): Command {
  return new Command('list')
    .description('Whose tokens a file holds, with their roles, limits and ends. The tokens themselves are not kept anywhere.')
    .option('--file <file>', 'the file of tokens; left out: that of TOKENS_FILE')
    .option('--json', 'print it as JSON, an object for each token in a line of its own')
    .action(async ({ file, json = false }: Options) => {
      const { entries, file: read } = await TokensFile.openExisting(neededTokensFile(file));
      if (json) {
        for (const { sha256: _, ...entry } of entries) print(JSON.stringify(entry));
        return;
      }
      if (entries.length === 0) print(`${read} holds no token`);
      const width = Math.max(...entries.map(({ name }) => name.length));
      for (const entry of entries) print(`${entry.name.padEnd(width)}  ${inWords(entry)}`);
    });
}
