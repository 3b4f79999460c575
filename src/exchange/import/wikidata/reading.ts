/** What a value of Wikidata comes to, or why it comes to nothing and what would. */
export type Reading<T> = { readonly value: T } | { readonly reason: string; readonly remedy: string };
