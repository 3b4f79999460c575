import { parentPort } from 'node:worker_threads';
import { DefectError, KembarError } from '../../domain/errors.js';
import type { Instruction, Question, Reply } from './messages.js';
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

function answer(question: Question): unknown {
  const { name, asked } = question;
  if (question.kind === 'figure') {
    const figure = (FIGURES as Readonly<Record<string, FigureQuestion<object, object>>>)[name];
    if (figure === undefined) throw new DefectError(`there is no whole-graph question ${name}`);
    return current().remember(name, asked, () => figure.answer(current(), asked));
  }
  const table = (TABLES as unknown as Readonly<Record<string, TableQuestion<object, object>>>)[name];
  if (table === undefined) throw new DefectError(`there is no whole-graph question ${name}`);
  const rows = current().remember(name, asked, () => table.rows(current(), asked));
  return pageOf(rows, table, question.first, question.after);
}

function replyTo(question: Question): Reply {
  try {
    return { answer: answer(question) };
  } catch (error) {
    const { code, message } = error instanceof KembarError ? error : new DefectError(String(error));
    return { fault: { code, message, stack: error instanceof Error ? (error.stack ?? '') : '' } };
  }
}

parentPort?.on('message', (instruction: Instruction) => {
  if (instruction.kind === 'begin') builder = new SnapshotBuilder();
  else if (instruction.kind === 'rows') builder.add(instruction.part, instruction.rows);
  else if (instruction.kind === 'end') {
    snapshot = builder.build();
    builder = new SnapshotBuilder();
  } else parentPort?.postMessage(replyTo(instruction));
});
