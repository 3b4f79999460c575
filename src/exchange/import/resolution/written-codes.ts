import type { CodeScheme } from '../../../domain/vocabulary.js';

/** How a code is written in a source, and how the graph writes it. */
const FORMS: Readonly<Record<CodeScheme, (value: string) => string>> = {
  // 3574, 35.74 and 35 74 are Probolinggo: two digits a part, but for the village, which has four.
  KEMENDAGRI: (value) => {
    const digits = value.replace(/[.\s]/g, '');
    return /^\d{2}(?:\d{2}){0,2}$/.test(digits) ? (digits.match(/\d{2}/g) ?? []).join('.') : value;
  },
  WIKIDATA: (value) => /(?:^|[/:])(q\d+)$/i.exec(value)?.[1]?.toUpperCase() ?? value,
  GEONAMES: (value) => /(?:^|\/)(\d+)(?:\/[^/]*)?$/.exec(value)?.[1] ?? value,
  ISO_3166_1: (value) => value.toUpperCase(),
  ISO_3166_2: (value) => value.toUpperCase(),
};

/** A code as the graph writes it: `3574` is `35.74`, and `http://www.wikidata.org/entity/Q11462` is `Q11462`. */
export function graphCode(scheme: CodeScheme, value: string): string {
  return FORMS[scheme](value.trim());
}
