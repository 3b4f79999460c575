import { LONGEST_CELL } from '../table.js';
import { readXml, type XmlReader } from './xml.js';

/** Most characters that the strings of a workbook may have together, since they are held in memory. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** The strings that cells refer to by number. Throws where they are more than memory should hold. */
export async function readSharedStrings(xml: AsyncIterable<string>): Promise<readonly string[]> {
  const strings: string[] = [];
  let size = 0;
  for await (const text of readXml(xml, stringItems())) {
    size += text.length;
    if (size > MOST_CHARACTERS) throw new Error(`its strings have more than ${MOST_CHARACTERS} characters`);
    strings.push(text);
  }
  return strings;
}

function stringItems(): XmlReader<string> {
  const rich = new RichText();
  return {
    open: (name) => {
      if (name === 'si') rich.begin();
      else rich.open(name);
    },
    text: (text) => rich.text(text),
    close: (name, emit) => {
      rich.close(name);
      if (name === 'si') emit(rich.value);
    },
  };
}

/** Gathers the text of a string: of all its runs, whatever their looks, without the readings that are put above Japanese. */
export class RichText {
  #value = '';
  #inText = false;
  #inReading = false;

  begin(): void {
    this.#value = '';
    this.#inText = false;
    this.#inReading = false;
  }

  open(name: string): void {
    if (name === 't') this.#inText = true;
    if (name === 'rPh') this.#inReading = true;
  }

  text(text: string): void {
    // What is longer than a cell may be is refused by its length alone.
    if (this.#inText && !this.#inReading && this.#value.length <= LONGEST_CELL) this.#value += text;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    if (name === 'rPh') this.#inReading = false;
  }

  /** With the characters that XML cannot hold, which are written as `_x000D_`. */
  get value(): string {
    return this.#value.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}
