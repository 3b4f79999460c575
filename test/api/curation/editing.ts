import type { OpenedApi } from '../open-api.js';

export interface Edited {
  readonly [field: string]: unknown;
  readonly revision: { readonly number: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field: string | null }[];
}

/** Makes edits by one mutation each, and gives its payload. */
export function editing(api: () => OpenedApi) {
  return async (call: string, shown = '', variables: Record<string, unknown> = {}, declared = ''): Promise<Edited> => {
    const mutation = `mutation ${declared} { edit: ${call} { ${shown} revision { number } userErrors { code message field } } }`;
    const { data, errors } = await api().ask<{ edit: Edited }, never>(mutation, variables as never);
    if (errors.length > 0 || data === null) throw new Error(JSON.stringify(errors));
    return data.edit;
  };
}

/** A citation of the small data set. */
export const CITED = 'citations: [{ source: "source:paper" }]';
