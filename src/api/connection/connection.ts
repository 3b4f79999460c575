import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { BadInputError } from '../../domain/errors.js';
import type { Parameters } from '../../graph/values.js';
import type { Entities, EntityLabel } from '../../store/entities.js';
import type { Page, Position } from '../../store/pages.js';
import type { Context } from '../context.js';
import { decodeCursor, encodeCursor } from './cursor.js';

const MAX_PAGE_SIZE = 100;

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
  readonly filters?: Parameters;
  /** What an edge carries besides node and cursor. */
  readonly edge?: (position: Position) => object;
}

/** Checks the page arguments of a list. Throws `BadInputError`. */
export function pageArguments(list: string, { first, after }: PageArgs): { readonly first: number; readonly after: Position | null } {
  if (first < 1 || first > MAX_PAGE_SIZE) throw new BadInputError(`first is ${first}. Accepted is a number from 1 to ${MAX_PAGE_SIZE}.`);
  return { first, after: after === undefined || after === null ? null : decodeCursor(list, after) };
}

/** A list as a connection. Nothing is fetched but what the selection asks for. */
export function connect<L extends EntityLabel>(
  { load }: Context,
  { label, list, parent = '', direction = 'up', filters = {}, edge = () => ({}) }: ListOf<L>,
  args: PageArgs,
) {
  const order = typeof filters.order === 'string' ? `${list} ${filters.order} ${direction}` : `${list} ${direction}`;
  const { first, after } = pageArguments(order, args);
  const page = (): Promise<Page> => load.page({ list, direction, filters, first, after }, parent);
  const present = async (): Promise<{ position: Position; node: Entities[L] }[]> => {
    const { items } = await page();
    const nodes = await Promise.all(items.map(({ id }) => load.entity(label, id)));
    return items.flatMap((position, index) => {
      const node = nodes[index];
      return node ? [{ position, node }] : [];
    });
  };
  return {
    edges: async () => (await present()).map(({ position, node }) => ({ node, cursor: encodeCursor(order, position), ...edge(position) })),
    nodes: async () => (await present()).map(({ node }) => node),
    pageInfo: async () => pageInfo(order, await page(), after !== null),
    totalCount: () => load.total(list, filters, parent),
  } as never;
}

export function pageInfo(order: string, { items, hasNextPage }: Page, hasPreviousPage: boolean): PageInfo {
  const [start, end] = [items.at(0), items.at(-1)];
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: start === undefined ? null : encodeCursor(order, start),
    endCursor: end === undefined ? null : encodeCursor(order, end),
  };
}
