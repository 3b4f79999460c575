import { parentPort } from 'node:worker_threads';
import { DefectError, KembarError } from '../../domain/errors.js';
import type { Instruction, Reply } from './messages.js';
import { type FigureQuestion, pageOf, type TableQuestion } from './question.js';
import { FIGURES, TABLES } from './questions.js';
import { type Snapshot, SnapshotBuilder } from './snapshot.js';

/** The thread in which whole-graph questions are worked out, so that no other request waits for them. */

let builder = new SnapshotBuilder();
let snapshot: Snapshot | null = null;

function current(): Snapshot {
  if (snapshot === null) throw new DefectError('the thread was asked before it had a snapshot');
  return snapshot;
}

function answer(instruction: Extract<Instruction, { kind: 'table' | 'figure' }>): unknown {
  const { name, asked } = instruction;
  if (instruction.kind === 'figure') {
    const question = (FIGURES as Readonly<Record<string, FigureQuestion<object, object>>>)[name];
    if (question === undefined) throw new DefectError(`there is no whole-graph question ${name}`);
    return current().remember(name, asked, () => question.answer(current(), asked));
  }
  const question = (TABLES as unknown as Readonly<Record<string, TableQuestion<object, object>>>)[name];
  if (question === undefined) throw new DefectError(`there is no whole-graph question ${name}`);
  const rows = current().remember(name, asked, () => question.rows(current(), asked));
  return pageOf(rows, question, instruction.first, instruction.after);
}

function replyTo(instruction: Extract<Instruction, { kind: 'table' | 'figure' }>): Reply {
  const { id } = instruction;
  try {
    return { id, answer: answer(instruction) };
  } catch (error) {
    const { code, message } = error instanceof KembarError ? error : new DefectError(String(error));
    return { id, fault: { code, message, stack: error instanceof Error ? (error.stack ?? '') : '' } };
  }
}

parentPort?.on('message', (instruction: Instruction) => {
  if (instruction.kind === 'begin') builder = new SnapshotBuilder();
  else if (instruction.kind === 'rows') builder.add(instruction.part, instruction.rows);
  else if (instruction.kind === 'end') {
    snapshot = builder.build(instruction.revision);
    builder = new SnapshotBuilder();
  } else parentPort?.postMessage(replyTo(instruction));
});
