import type { Command } from 'commander';
import { Told } from '../../src/cli/exit-codes.js';

/** Runs a command in this process, which saves the start of one of its own, and gives the lines that it prints. */
export async function linesOf(command: (print: (line: string) => void) => Command, parameters: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  try {
    await command((line) => lines.push(line))
      .exitOverride()
      .parseAsync([...parameters], { from: 'user' });
  } catch (error) {
    if (!(error instanceof Told)) throw error;
  }
  return lines;
}
