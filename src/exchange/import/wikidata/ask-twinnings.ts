import { BadInputError, SourceError } from '../../../domain/errors.js';
import type { OnReject } from '../../reject.js';
import type { Statement } from '../statement.js';
import { readItem } from './item.js';
import { type QueryService, QueryTooSlow } from './query-service.js';
import { countriesQuery, placesQuery, twinningsQuery } from './query-texts.js';
import { type ResultRow, TWINNING_VARIABLES } from './result-row.js';
import { statementOf } from './row-statement.js';

/** How far the asking has come. */
export interface Progress {
  /** Places whose twinnings have been asked for. */
  readonly asked: number;
  /** All that are known by now to have some. */
  readonly places: number;
  readonly statements: number;
}

export interface Asking {
  /** A code of ISO 3166-1, such as ID. */
  readonly country: string;
  /** ISO day of today. */
  readonly askedOn: string;
  readonly onReject: OnReject;
  readonly onProgress?: (progress: Progress) => void;
  /** Places in one page of their list. */
  readonly page?: number;
  /** Places whose twinnings are asked for at once. One place has 99 at most, and 20 as a rule where it has many. */
  readonly batch?: number;
}

/**
 * The twinnings of a country's places as Wikidata states them now, whichever side states them: a list of the places
 * first, which costs the service little, then what is said of some of them at a time. No more than one of these parts is
 * held, and the list. Throws `BadInputError` when Wikidata has no such country and `SourceError` when there is no answer.
 */
export async function* askTwinnings(service: QueryService, asking: Asking): AsyncGenerator<Statement> {
  const { country, askedOn, onReject, onProgress = () => {}, page = 5000, batch = 40 } = asking;
  const places = await placesOf(service, country, page, (listed) => onProgress({ asked: 0, places: listed, statements: 0 }));
  const isListed = new Set(places);
  let [asked, statements, line, size] = [0, 0, 0, batch];
  while (asked < places.length) {
    const some = places.slice(asked, asked + size);
    let rows: ResultRow[];
    try {
      rows = await service.ask(twinningsQuery(some), TWINNING_VARIABLES, { divisible: some.length > 1 });
    } catch (error) {
      if (!(error instanceof QueryTooSlow)) throw error;
      size = Math.ceil(some.length / 2);
      continue;
    }
    const isAsked = new Set(some);
    for (const row of rows) {
      const [item, other] = [itemIn(row, 'item'), itemIn(row, 'other')];
      // A domestic pair is in the answer for either place; it is taken with the one that states it.
      if (item !== null && other !== null && isListed.has(item) && isListed.has(other) && !isAsked.has(item)) continue;
      line += 1;
      const statement = statementOf({ ...row, line }, { file: service.endpoint, askedOn }, onReject);
      if (statement === null) continue;
      statements += 1;
      yield statement;
    }
    asked += some.length;
    size = Math.min(batch, size + Math.ceil(batch / 10));
    onProgress({ asked, places: places.length, statements });
  }
}

/** The places of a country that have twinnings, page by page: each begins after the last place of the one before. */
async function placesOf(service: QueryService, code: string, page: number, onListed: (places: number) => void): Promise<string[]> {
  const countries = await itemsOf(service, countriesQuery(code), 'country');
  if (countries.length === 0) throw new BadInputError(`Wikidata has no country with the code ${code} of ISO 3166-1 (P297)`);
  const places = new Set<string>();
  let after: string | null = null;
  for (;;) {
    const found: string[] = await itemsOf(service, placesQuery(countries, after, page), 'place');
    const before = places.size;
    for (const place of found) places.add(place);
    onListed(places.size);
    if (found.length < page) return [...places];
    if (places.size === before)
      throw new SourceError(`${service.endpoint} gives the same page of places again and again; use another one.`);
    after = found.at(-1) ?? null;
  }
}

/** The items in the one variable of a list. */
async function itemsOf(service: QueryService, query: string, variable: string): Promise<string[]> {
  const rows = await service.ask(query, { needed: [variable], read: [variable] });
  return rows.map((row) => {
    const item = itemIn(row, variable);
    if (item !== null) return item;
    throw new SourceError(
      `${service.endpoint} lists ${row.cells.get(variable)?.value ?? 'nothing'} among items of Wikidata; use another one.`,
    );
  });
}

function itemIn({ cells }: ResultRow, variable: string): string | null {
  const reading = readItem(cells.get(variable)?.value ?? '');
  return 'value' in reading ? reading.value : null;
}
