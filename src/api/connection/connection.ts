import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { BadInputError } from '../../domain/errors.js';
import type { Parameters } from '../../graph/values.js';
import type { EntityLabel } from '../../store/entities.js';
import type { Page, Position } from '../../store/pages.js';
import type { Context } from '../context.js';
import { decodeCursor, encodeCursor, type KeyType } from './cursor.js';

export const MAX_PAGE_SIZE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many to give, from 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which to go on: `endCursor` of the page before, of the same list with the same order.',
  })
  after?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Where a page ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether this page began after a cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null when the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null when the page is empty.' })
  endCursor!: string | null;
}

/** Makes the edge type of a connection; `extend` it where an edge carries facts of its own. */
export function edgeOf<T extends object>(node: () => ClassType<T>, name: string) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: 'An item of the list, with its cursor.' })
  class Edge {
    @Field(node as never, { description: 'The item.' })
    node!: T;

    @Field(() => String, { description: 'Where the item stands in the list.' })
    cursor!: string;
  }
  return Edge;
}

/** Makes the connection type of a list: pages by keyset, never by number. */
export function connectionOf<T extends object>(node: () => ClassType<T>, name: string, edge: ClassType<object> = edgeOf(node, name)) {
  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: 'A page of a list.' })
  class Connection {
    @Field(() => [edge], { description: 'The items of this page with their cursors.' })
    edges!: object[];

    @Field((() => [node()]) as never, { description: 'The items of this page.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many items the whole list has.' })
    totalCount!: number;
  }
  return Connection;
}

export interface ListOf<L extends EntityLabel> {
  /** Label of the items. */
  readonly label: L;
  /** Name of the list in the query book. */
  readonly list: string;
  /** Id of the thing whose list it is; left out for a list of everything. */
  readonly parent?: string;
  readonly direction?: 'up' | 'down';
  /** What the list is ordered by: a text, if nothing is said. */
  readonly keys?: KeyType;
  readonly filters?: Parameters;
  /** What an edge carries besides node and cursor. */
  readonly edge?: (position: Position) => object;
}

/** Checks the page arguments of a list. Throws `BadInputError`. */
export function pageArguments(
  list: string,
  keys: KeyType,
  { first, after }: PageArgs,
): { readonly first: number; readonly after: Position | null } {
  if (first < 1 || first > MAX_PAGE_SIZE) throw new BadInputError(`first is ${first}. Accepted is a number from 1 to ${MAX_PAGE_SIZE}.`);
  return { first, after: after === undefined || after === null ? null : decodeCursor(list, keys, after) };
}

/** A page as a connection gives it: `present` are the items of the page with their nodes, fetched when asked for. */
export function connectionWith(
  order: string,
  page: () => Promise<Page>,
  after: Position | null,
  present: () => Promise<readonly { readonly position: Position; readonly node: object; readonly more?: object }[]>,
  totalCount: () => Promise<number>,
) {
  return {
    edges: async () => (await present()).map(({ position, node, more }) => ({ node, cursor: encodeCursor(order, position), ...more })),
    nodes: async () => (await present()).map(({ node }) => node),
    pageInfo: async () => pageInfo(order, await page(), after !== null),
    totalCount,
  } as never;
}

/** A list of the query book as a connection. Nothing is fetched but what the selection asks for. */
export function connect<L extends EntityLabel>(
  { load }: Context,
  { label, list, parent = '', direction = 'up', keys = 'text', filters = {}, edge = () => ({}) }: ListOf<L>,
  args: PageArgs,
) {
  const order = typeof filters.order === 'string' ? `${list} ${filters.order} ${direction}` : `${list} ${direction}`;
  const { first, after } = pageArguments(order, keys, args);
  const page = () => load.page({ list, direction, filters, first, after }, parent);
  const present = async () => {
    const { items } = await page();
    const nodes = await Promise.all(items.map(({ id }) => load.entity(label, id)));
    return items.flatMap((position, index) => {
      const node = nodes[index];
      return node ? [{ position, node, more: edge(position) }] : [];
    });
  };
  return connectionWith(order, page, after, present, () => load.total(list, filters, parent));
}

export interface ListInHand<T> {
  /** Name of the list, which its cursors are good for. */
  readonly order: string;
  readonly direction?: 'up' | 'down';
  readonly keys?: KeyType;
  /** The items, in the order of their positions. */
  readonly items: () => Promise<readonly T[]>;
  readonly position: (item: T) => Position;
  /** The node of an item; null when it is gone. */
  readonly node: (item: T) => object | null | Promise<object | null>;
  readonly edge?: (item: T) => object;
}

/** A list whose items are all known, and few, as a connection. */
export function connectInHand<T>(
  { order, direction = 'up', keys = 'text', items, position, node, edge = () => ({}) }: ListInHand<T>,
  args: PageArgs,
) {
  const { first, after } = pageArguments(order, keys, args);
  const follows = (item: T) => after === null || isBehind(position(item), after, direction);
  const rest = async () => (await items()).filter(follows);
  const page = async () => {
    const following = await rest();
    return { items: following.slice(0, first).map(position), hasNextPage: following.length > first };
  };
  const present = async () => {
    const shown = (await rest()).slice(0, first);
    const nodes = await Promise.all(shown.map(node));
    return shown.flatMap((item, index) => {
      const found = nodes[index];
      return found ? [{ position: position(item), node: found, more: edge(item) }] : [];
    });
  };
  return connectionWith(order, page, after, present, async () => (await items()).length);
}

/** Things with these ids, which rise, as a connection. */
export function connectIds(
  { load }: Context,
  { order, label, ids }: { readonly order: string; readonly label: EntityLabel; readonly ids: () => Promise<readonly string[]> },
  args: PageArgs,
) {
  return connectInHand(
    { order, items: ids, position: (id) => ({ key: id, id }), node: (id): Promise<object | null> => load.entity(label, id) },
    args,
  );
}

/** Whether a position comes after another one in a list; ids tell equal keys apart, rising. */
function isBehind(position: Position, after: Position, direction: 'up' | 'down'): boolean {
  if (position.key === after.key) return position.id > after.id;
  return direction === 'up' ? position.key > after.key : position.key < after.key;
}

function pageInfo(order: string, { items, hasNextPage }: Page, hasPreviousPage: boolean): PageInfo {
  const [start, end] = [items.at(0), items.at(-1)];
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: start === undefined ? null : encodeCursor(order, start),
    endCursor: end === undefined ? null : encodeCursor(order, end),
  };
}
