import type { Permission } from '../../domain/access/permissions.js';

/** Every mutation, and what it takes to make it. What an edit brings that was not there takes `ADD`, whatever else it takes. */
export const OPERATIONS = {
  registerPlace: 'ADD',
  correctPlace: 'CORRECT',
  openAgreement: 'ADD',
  correctAgreement: 'CORRECT',
  addParties: 'ADD',
  addSectors: 'ADD',
  setUmbrella: 'CORRECT',
  advanceAgreement: 'ADD',
  correctStep: 'CORRECT',
  withdrawStep: 'CORRECT',
  addPlan: 'ADD',
  cite: 'CITE',
  dispute: 'DISPUTE',
  prefer: 'PREFER',
  retractCitation: 'CITE',
  mergeDuplicates: 'MERGE',
  delete: 'DELETE',
  undo: 'CORRECT',
} as const satisfies Readonly<Record<string, Permission>>;
export type Operation = keyof typeof OPERATIONS;
