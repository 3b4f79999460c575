import MiniSearch from 'minisearch';
import { foldName } from '../domain/names.js';
import { labelOf } from '../domain/ontology.js';
import type { Graph } from '../graph/graph.js';
import type { EntityLabel } from './entities.js';

export interface SearchHit {
  readonly id: string;
  readonly label: EntityLabel;
  /** The name that matched, as it is written in the graph. */
  readonly matchedName: string;
  /** How well it matches: 1 for the whole name, less for a prefix, a part or a typo. */
  readonly score: number;
}

interface NameDocument {
  readonly key: number;
  /** Id of what the name is a name of. */
  readonly thing: string;
  readonly text: string;
  readonly label: EntityLabel;
  readonly rank: number;
}

/** A hit with the rank of its name: 0 for a display name, 1 for another one. */
interface Match extends SearchHit {
  readonly rank: number;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Of two names of one thing that match, the better one; never left to the order of rows, which engines do not share. */
function isBetter(one: Match, other: Match): boolean {
  return (one.score - other.score || other.rank - one.rank || compare(other.matchedName, one.matchedName)) > 0;
}

/** Edits that a word may be off by, by its length: short words are too alike to forgive any. */
const typosIn = (word: string): number => (word.length <= 3 ? 0 : word.length <= 7 ? 1 : 2);

/** How many hits are ranked; the rest of a search that matches half of the names is of no use to anybody. */
const MOST_HITS = 1_000;

/**
 * Search over names and aliases, in this process: neither engine finds prefixes or forgives typos, and
 * the names of a whole world fit in memory. The index follows the revision of the graph.
 */
export class SearchIndex {
  readonly #graph: Graph;
  #revision: number | null = null;
  #index: Promise<MiniSearch<NameDocument>> | null = null;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Hits for a text, best first; equal ones by id, so that the order is always the same. */
  async search(text: string, labels: readonly EntityLabel[] | null): Promise<SearchHit[]> {
    const query = foldName(text);
    if (wordsOf(query).length === 0) return [];
    const index = await this.#current();
    const results = index.search(query, {
      prefix: (word) => word.length >= 2,
      fuzzy: (word) => typosIn(word),
      maxFuzzy: 2,
      combineWith: 'AND',
      ...(labels === null ? {} : { filter: (result) => labels.includes(result.label as EntityLabel) }),
    });
    const best = new Map<string, Match>();
    for (const result of results) {
      const match: Match = {
        id: result.thing as string,
        label: result.label as EntityLabel,
        matchedName: result.text as string,
        rank: result.rank as number,
        score: scoreOf(query, foldName(result.text as string)),
      };
      const known = best.get(match.id);
      if (known === undefined || isBetter(match, known)) best.set(match.id, match);
    }
    return [...best.values()]
      .sort((one, other) => other.score - one.score || compare(one.id, other.id))
      .slice(0, MOST_HITS)
      .map(({ rank: _, ...hit }) => hit);
  }

  async #current(): Promise<MiniSearch<NameDocument>> {
    const [state] = await this.#graph.ask('graph/state');
    const revision = (state?.revision as number | undefined) ?? 0;
    if (this.#index === null || this.#revision !== revision) {
      this.#revision = revision;
      this.#index = this.#build();
      this.#index.catch(() => {
        this.#index = null;
      });
    }
    return this.#index;
  }

  async #build(): Promise<MiniSearch<NameDocument>> {
    const rows = await this.#graph.ask('search/names');
    const index = new MiniSearch<NameDocument>({
      idField: 'key',
      fields: ['text'],
      storeFields: ['thing', 'label', 'text', 'rank'],
      tokenize: (name) => wordsOf(foldName(name)),
    });
    await index.addAllAsync(
      rows.map((row, key) => ({
        key,
        thing: row.id as string,
        text: row.text as string,
        label: labelOf(row.id as string) as EntityLabel,
        rank: row.rank as number,
      })),
      { chunkSize: 2_000 },
    );
    return index;
  }
}

function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * How well a folded name answers a folded query. The mean over the words of the query of how well each
 * finds its best word in the name, times how much of the name the query speaks of; so "batu" finds
 * "Batu" before "Kota Batu" before "Batubara". Made here and not taken from the index, whose weights
 * depend on how many other names there are.
 */
function scoreOf(query: string, name: string): number {
  if (query === name) return 1;
  // A word said twice asks for nothing more.
  const [asked, given] = [[...new Set(wordsOf(query))], [...new Set(wordsOf(name))]];
  let sum = 0;
  for (const word of asked) {
    let best = 0;
    for (const other of given) {
      const likeness =
        word === other
          ? 1
          : other.startsWith(word)
            ? 0.5 + 0.4 * (word.length / other.length)
            : Math.max(0, 0.6 - 0.1 * Math.abs(word.length - other.length));
      best = Math.max(best, likeness);
    }
    sum += best;
  }
  const covered = Math.min(1, asked.length / given.length);
  return Math.round((sum / asked.length) * (0.7 + 0.29 * covered) * 10_000) / 10_000;
}
