import type { NodeLabel, RelationshipType } from '../../domain/ontology.js';

/**
 * Labels of things, those that refer to others before those that are referred to. Things of labels that stand together
 * may refer to one another in a circle, by the types beside them.
 */
export const REMOVAL_ORDER: readonly { readonly labels: readonly NodeLabel[]; readonly circling: readonly RelationshipType[] }[] = [
  // Before the things of which they are, since such a thing leaves one behind only where none is stated.
  { labels: ['Tombstone'], circling: [] },
  { labels: ['Event', 'Agreement'], circling: ['CONCERNS', 'MARKED_BY', 'UNDER'] },
  { labels: ['Award'], circling: [] },
  { labels: ['Tenure'], circling: [] },
  { labels: ['Office'], circling: [] },
  { labels: ['Mission'], circling: [] },
  { labels: ['Official'], circling: [] },
  { labels: ['Place'], circling: ['PART_OF', 'FORMERLY_PART_OF'] },
  { labels: ['Sector'], circling: [] },
  { labels: ['Source'], circling: [] },
];
