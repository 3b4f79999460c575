import type { Actor } from '../../../src/domain/access/actor.js';
import type { OpenedApi } from '../open-api.js';

export interface Edited {
  readonly [field: string]: unknown;
  readonly revision: { readonly number: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field: string | null }[];
}

export const CURATOR: Actor = { id: 'token:ani', name: 'ani', role: 'curator', within: null };

/** Makes edits by one mutation each, and gives its payload. */
export function editing(api: () => OpenedApi, actor: Actor = CURATOR) {
  return async (call: string, shown = '', variables: Record<string, unknown> = {}, declared = ''): Promise<Edited> => {
    const mutation = `mutation ${declared} { edit: ${call} { ${shown} revision { number } userErrors { code message field } } }`;
    const { data, errors } = await api().ask<{ edit: Edited }, never>(mutation, variables as never, actor);
    if (errors.length > 0 || data === null) throw new Error(JSON.stringify(errors));
    return data.edit;
  };
}

/** A citation of the small data set. */
export const CITED = 'citations: [{ source: "source:paper" }]';
