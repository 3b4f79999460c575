/** The only values that cross the port, in either direction: no driver types, dates, nodes or bigints. */
export type PlainValue = null | boolean | number | string | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** Parameters of a statement, by name. */
export type Parameters = Readonly<Record<string, PlainValue>>;

/** A row of an answer, by column. */
export type Row = Readonly<Record<string, PlainValue>>;
