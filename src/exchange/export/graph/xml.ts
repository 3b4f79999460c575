import type { CellType } from '../table-file.js';

/** What GraphML and GEXF call the types of attributes. */
export const ATTRIBUTE_TYPES: Readonly<Record<CellType, string>> = {
  string: 'string',
  date: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
};

/** What XML 1.0 lets a text hold; anything else would make a file that no reader opens. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As themselves they would be read as blanks inside an attribute, and a return as a line feed anywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  // Readers of XML 1.1, and some that claim 1.0, take these two for line feeds.
  '\u{85}': '&#133;',
  '\u{2028}': '&#8232;',
};

/** A text for an element or an attribute. A character that XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}').replace(/[&<>"\t\n\r\u{85}\u{2028}]/gu, (character) => ESCAPES[character] as string);
}

/** Attributes, each with a blank in front; null leaves one out. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
}
