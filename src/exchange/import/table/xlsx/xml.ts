import { SaxesParser } from 'saxes';

/** What somebody who reads XML as it comes is told; names are without their prefix. */
export interface XmlReader<T> {
  open?(name: string, attributes: Attributes, emit: (item: T) => void): void;
  text?(text: string): void;
  close?(name: string, emit: (item: T) => void): void;
}

/** Attributes by their names, without prefixes. */
export type Attributes = ReadonlyMap<string, string>;

/** Gives XML to a reader piece by piece, and what the reader emits to the caller. Throws when it is not well-formed. */
export async function* readXml<T>(xml: AsyncIterable<string>, reader: XmlReader<T>): AsyncGenerator<T> {
  const parser = new SaxesParser({ position: false });
  let items: T[] = [];
  const emit = (item: T) => items.push(item);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    reader.open?.(local(name), new Map(Object.entries(attributes).map(([key, value]) => [local(key), value])), emit);
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => reader.close?.(local(name), emit));
  for await (const piece of xml) {
    parser.write(piece);
    if (items.length === 0) continue;
    yield* items;
    items = [];
  }
  parser.close();
  yield* items;
}

/** All that a reader emits. */
export async function allOf<T>(xml: AsyncIterable<string>, reader: XmlReader<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of readXml(xml, reader)) items.push(item);
  return items;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
