import { ENTITY } from './query-texts.js';
import type { Reading } from './reading.js';

/**
 * Whether a value stands for one that Wikidata says exists and is not known: a node without a name (`t123`, `_:b0`) or
 * with an address made up for it.
 */
export function isUnknownValue(value: string): boolean {
  return /^(?:_:\S+|[tb]\d+|https?:\/\/\S+\/\.well-known\/genid\/\S+)$/.test(value);
}

const ADDRESS = new RegExp(`^(?:${ENTITY.replace('http:', 'https?:')}|https?://www\\.wikidata\\.org/wiki/|wd:)?(Q[1-9]\\d{0,11})$`);

/** The item that an address names, such as `Q11462`. */
export function readItem(value: string): Reading<string> {
  if (isUnknownValue(value)) {
    return { reason: 'Wikidata says that there is one and that it is not known which', remedy: 'state the place in Wikidata' };
  }
  const qid = ADDRESS.exec(value.trim())?.[1];
  if (qid !== undefined) return { value: qid };
  return { reason: 'it is no item of Wikidata', remedy: `select the item itself, such as ${ENTITY}Q11462, not its label` };
}
