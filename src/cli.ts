#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { SOFTWARE } from './api/files/software.js';
import { backupCommand } from './cli/backup/backup.js';
import { restoreCommand } from './cli/backup/restore.js';
import { diffCommand } from './cli/diff/diff.js';
import { EXIT, exitCodeOf, exitCodesOf, wrongInputCodeOf } from './cli/exit-codes.js';
import { refuseForgottenValues } from './cli/forgotten-values.js';
import { generateCommand } from './cli/generate.js';
import { listHooksCommand } from './cli/hook/list.js';
import { testHookCommand } from './cli/hook/test.js';
import { importGeonamesCommand } from './cli/import/import-geonames.js';
import { importGraphCommand } from './cli/import/import-graph.js';
import { importKembarCommand } from './cli/import/import-kembar.js';
import { importKemendagriCommand } from './cli/import/import-kemendagri.js';
import { importSheetCommand } from './cli/import/import-sheet.js';
import { importTwinningsCommand } from './cli/import/import-twinnings.js';
import { importWikidataCommand } from './cli/import/import-wikidata.js';
import { migrateCommand } from './cli/migrate.js';
import { removeCommand } from './cli/remove.js';
import { serveCommand } from './cli/serve.js';
import { statusCommand } from './cli/status.js';
import { createTokenCommand } from './cli/token/create.js';
import { listTokensCommand } from './cli/token/list.js';
import { revokeTokenCommand } from './cli/token/revoke.js';
import { validateCommand } from './cli/validate.js';
import { KembarError } from './domain/errors.js';

/** Every command is a file in src/cli that makes a Command; this joins them. */
function program(print: (line: string) => void): Command {
  const kembar = new Command('kembar')
    .description('The relationship graph of sister-city cooperation, from the command line.')
    .version(SOFTWARE)
    .enablePositionalOptions();
  kembar
    .command('import')
    .description('Put data from elsewhere into the graph.')
    .addCommand(importKembarCommand(print))
    .addCommand(importSheetCommand(print))
    .addCommand(importWikidataCommand(print))
    .addCommand(importGeonamesCommand(print))
    .addCommand(importKemendagriCommand(print))
    .addCommand(importGraphCommand(print))
    .addCommand(importTwinningsCommand(print));
  kembar.addCommand(removeCommand(print));
  kembar.addCommand(serveCommand());
  kembar.addCommand(statusCommand(print));
  kembar.addCommand(validateCommand(print));
  kembar.addCommand(migrateCommand(print));
  kembar.addCommand(backupCommand(print));
  kembar.addCommand(restoreCommand(print));
  kembar.addCommand(diffCommand(print));
  kembar.addCommand(generateCommand());
  kembar
    .command('token')
    .description('Tokens of a small team: who may come in where reading is closed, and who may change what.')
    .addCommand(createTokenCommand(print))
    .addCommand(listTokensCommand(print))
    .addCommand(revokeTokenCommand(print));
  kembar
    .command('hook')
    .description('Webhooks: which addresses are told of changes of agreements.')
    .addCommand(listHooksCommand(print))
    .addCommand(testHookCommand(print));
  kembar.addCommand(
    onDemand(
      'ask [operation]',
      'The answer to a named operation as a file; without one, the list of operations.',
      async ([name, ...rest]) => {
        const { askCommand, operationLines } = await import('./cli/ask.js');
        if (name === undefined || name.startsWith('-'))
          print(`Operations, for kembar ask <operation> [options]:\n\n${operationLines().join('\n')}`);
        else await parsed(askCommand(name), rest);
      },
    ),
  );
  kembar.addCommand(
    onDemand('export', 'The graph of ties as a file, or with --all everything as a folder of records.', async (rest) => {
      const { exportCommand } = await import('./cli/export.js');
      await parsed(exportCommand(print), rest);
    }),
  );
  return withExitCodes(kembar);
}

/** A command whose options follow from the API, which is only loaded for it. */
function onDemand(usage: string, description: string, run: (rest: readonly string[]) => Promise<void>): Command {
  const [name = '', ...more] = usage.split(' ');
  return new Command(name)
    .usage([...more, '[options]'].join(' '))
    .description(description)
    .argument('[arguments...]')
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(run);
}

async function parsed(command: Command, rest: readonly string[]): Promise<void> {
  await withExitCodes(command.name(`kembar ${command.name()}`)).parseAsync(rest, { from: 'user' });
}

/** Help of every command tells the exit codes, and wrong options end like any other wrong input, with what is wrong. */
function withExitCodes(command: Command): Command {
  command.exitOverride().addHelpText('after', exitCodesOf(command.name()));
  refuseForgottenValues(command);
  command.commands.forEach(withExitCodes);
  return command;
}

/** Ends the process with what the error means to whoever typed the command, once all is written that was told. */
function endWith(error: unknown): void {
  // Commander has printed what is wrong, or the help that was asked for.
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.ok : wrongInputCodeOf(process.argv[2]);
    return;
  }
  process.exitCode = exitCodeOf(error, process.argv[2]);
  if (process.exitCode === EXIT.defect) console.error('kembar: a defect:', error);
  else if (error instanceof KembarError) process.stderr.write(`kembar: ${error.message}\n`);
}

// Whoever reads may stop reading, as `head` does: what is under way goes on to its end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.on('uncaughtException', (error) => {
  endWith(error);
  process.exit();
});

try {
  await program((line) => process.stdout.write(`${line}\n`)).parseAsync();
} catch (error) {
  endWith(error);
}
