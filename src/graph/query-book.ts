import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefectError } from '../domain/errors.js';
import { NODES, RELATIONSHIPS } from '../domain/ontology.js';
import type { EngineName } from './engine.js';
import type { Parameters } from './values.js';

/** The folder of the query book; the same from sources and from compiled files. */
const BOOK = fileURLToPath(new URL('../../src/cypher/', import.meta.url));

/** Words that may stand in a `{{slot}}` of a statement: labels and types of the ontology, nothing else. */
const SLOT_WORDS: ReadonlySet<string> = new Set([...Object.keys(NODES), ...Object.keys(RELATIONSHIPS)]);

/** What goes into the `{{slots}}` of a statement, by slot. */
export type Slots = Readonly<Record<string, string>>;

/** How a file is to be put into words. */
interface Wording {
  readonly engine: EngineName;
  readonly slots: Slots;
  /** The parameters that are not null; null for a text that holds every condition. */
  readonly given: readonly string[] | null;
}

/** `{{> name}}`, or `{{> name if this or that}}`. */
const INCLUSION = /\{\{> ([\w/-]+)(?: if (\w+(?: or \w+)*))?\}\}/g;

/**
 * The statements that Kembar knows, one question per file, by name (`place/by-ids`). A file may take
 * in another one with `{{> name}}` and has `{{slots}}` for labels and types. A condition that is taken
 * in with `{{> name if parameter}}` is `true` where the parameter is null. Where an engine needs other
 * words, `<name>.<engine>.cypher` wins over `<name>.cypher`. Values are always parameters.
 */
export class QueryBook {
  readonly #texts = new Map<string, string>();
  readonly #statements = new Map<string, string>();

  constructor(folder: string = BOOK) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.cypher')) continue;
      const file = join(entry.parentPath, entry.name);
      this.#texts.set(relative(folder, file).replaceAll('\\', '/').slice(0, -'.cypher'.length), readFileSync(file, 'utf8'));
    }
  }

  /** Names of all files, sorted. */
  names(): string[] {
    return [...this.#texts.keys()].sort();
  }

  /** The text of a file as it stands, for those who document or check the book. */
  source(name: string): string {
    const text = this.#texts.get(name);
    if (text === undefined) throw new DefectError(`the query book has no ${name}`);
    return text;
  }

  /**
   * The statement for an engine, with inclusions and slots filled in and comments left out. It holds the
   * conditions that these parameters ask for, or every one when none are given.
   */
  statement(name: string, engine: EngineName, slots: Slots = {}, parameters: Parameters | null = null): string {
    const given = givenOf(parameters);
    const key = [name, engine, ...Object.entries(slots).flat(), ...(given ?? ['*'])].join('\n');
    let statement = this.#statements.get(key);
    if (statement === undefined) {
      statement = this.#compose(name, { engine, slots, given }, []);
      this.#statements.set(key, statement);
    }
    return statement;
  }

  /**
   * A list of the book as one page or as a count. A list file binds `id` and `key` for the ids of
   * one `parent`; how pages are cut is said once, in `list/page-up`, `list/page-down` and `list/count`.
   */
  listStatement(list: string, shape: 'page-up' | 'page-down' | 'count', engine: EngineName, parameters: Parameters | null = null): string {
    const given = givenOf(parameters);
    const key = [list, shape, engine, ...(given ?? ['*'])].join('\n');
    let statement = this.#statements.get(key);
    if (statement === undefined) {
      const wording = { engine, slots: {}, given };
      const body = this.#compose(list, wording, []);
      statement = this.#compose(`list/${shape}`, wording, []).replace('{{list}}', () => body);
      this.#statements.set(key, statement);
    }
    return statement;
  }

  #compose(name: string, wording: Wording, within: readonly string[]): string {
    if (within.includes(name)) throw new DefectError(`${name} of the query book includes itself`);
    const { engine, slots, given } = wording;
    const text = this.#texts.get(`${name}.${engine}`) ?? this.source(name);
    return withoutComments(text)
      .replace(INCLUSION, (_, inner: string, parameters: string | undefined) => {
        const applies = parameters === undefined || given === null || parameters.split(' or ').some((one) => given.includes(one));
        return applies ? this.#compose(inner, wording, [...within, name]) : 'true';
      })
      .replace(/\{\{(\w+)\}\}/g, (slot, word: string) => {
        if (word === 'list') return slot;
        const value = slots[word];
        if (value === undefined || !SLOT_WORDS.has(value))
          throw new DefectError(`${name} of the query book needs a label or type for ${slot}, not "${value}"`);
        return value;
      });
  }
}

function givenOf(parameters: Parameters | null): readonly string[] | null {
  if (parameters === null) return null;
  return Object.keys(parameters).filter((name) => parameters[name] !== null);
}

/** Statement text without its `//` lines, so that equal statements stay equal in plan caches. */
function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n')
    .trim();
}
