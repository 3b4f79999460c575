/**
 * Where the facts of a file come from. Everything in it follows from the graph and the question: nothing tells
 * who asked, when, or which engine answered, so that the same question makes the same file.
 */
export interface Provenance {
  /** What the file holds: the name of an operation, or of a part of the graph. */
  readonly title: string;
  /** What it answers, in one sentence. */
  readonly question: string;
  /** What was asked: variables or filters by name, without those that were not given. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** How the answer became rows, by what was chosen: path, unwind. */
  readonly shape: Readonly<Record<string, string>>;
  /** Name and version of the program that wrote it. */
  readonly software: string;
  readonly origin: Origin;
}

/** The graph that facts are from. */
export interface Origin {
  readonly revision: number;
  /** When that revision was made, ISO 8601 in UTC; null for a graph that was never filled. */
  readonly changedAt: string | null;
  readonly dataSets: readonly { readonly id: string; readonly fingerprint: string }[];
  readonly sources: readonly LicensedSource[];
}

/** A source in the graph that states under which terms its facts may be used. */
export interface LicensedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** EDTF; null when it is not known. */
  readonly published: string | null;
  readonly url: string | null;
  readonly licence: string;
}

/** What holds for the words of Kembar itself, and for facts whose source states no terms. */
export const TERMS =
  'Facts are those of their sources, selected and changed, under the terms of each source. The selection and the wording are of Kembar, under the MIT licence.';

/** The day that stands for today in a file: that on which its revision was made. */
export function dayOf({ changedAt }: Pick<Origin, 'changedAt'>): string {
  return (changedAt ?? '1970-01-01').slice(0, 10);
}

/** As an object, for files that are made of objects. */
export function provenanceObject({ title, question, asked, shape, software, origin }: Provenance): object {
  const { revision, changedAt, dataSets, sources } = origin;
  return { title, question, asked, ...shape, software, graph: { revision, changedAt, dataSets }, terms: TERMS, sources };
}

/** As lines of text, each without a line break. */
export function provenanceLines({ title, question, asked, shape, software, origin }: Provenance): string[] {
  const { revision, changedAt, dataSets, sources } = origin;
  const lines = [
    `${title}, from ${software}`,
    `question: ${question}`,
    `asked: ${JSON.stringify(asked)}`,
    ...Object.entries(shape).map(([name, value]) => `${name}: ${value}`),
    `graph: revision ${revision}${changedAt === null ? '' : `, made ${changedAt}`}`,
    ...dataSets.map(({ id, fingerprint }) => `data set: ${id}, fingerprint ${fingerprint}`),
    `terms: ${TERMS}`,
    ...sources.map(
      ({ title: source, publisher, published, licence, url }) =>
        `source: ${[source, publisher, published, licence, url].filter((part) => part !== null).join('; ')}`,
    ),
  ];
  return lines.map((line) => line.replace(/\s+/g, ' ').trim());
}
