import { expect } from 'vitest';
import type { OpenedApi } from '../open-api.js';
import { CURATOR } from './editing.js';

/** What a mutation answered. */
export interface Curated {
  readonly revision: { readonly number: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field: string | null }[];
  readonly [thing: string]: unknown;
}

/** Sends one mutation; `fields` are what is asked of the thing. */
export async function send(api: OpenedApi, mutation: string, input: string, fields: string, thing = thingOf(mutation)): Promise<Curated> {
  const { data, errors } = await api.ask<Record<string, Curated>, never>(
    `mutation { ${mutation}(input: { ${input} }) { ${thing} { ${fields} } revision { number } userErrors { code message field } } }`,
    undefined as never,
    CURATOR,
  );
  expect(errors).toEqual([]);
  return data?.[mutation] as Curated;
}

/** The codes of the errors with which a mutation is refused as a request. */
export async function refusedRequest(api: OpenedApi, mutation: string, input: string, thing = thingOf(mutation)): Promise<string[]> {
  const { errors } = await api.ask<never, never>(
    `mutation { ${mutation}(input: { ${input} }) { ${thing} { id } userErrors { code } } }`,
    undefined as never,
    CURATOR,
  );
  return errors.map(({ code }) => code);
}

/** Expects an edit to be refused for one reason, and nothing of it to be written. */
export async function expectRefusal(
  api: OpenedApi,
  mutation: string,
  input: string,
  fault: { readonly code: string; readonly field: string | null; readonly message?: RegExp },
): Promise<void> {
  const before = await revision(api);
  const answer = await send(api, mutation, input, 'id');
  expect(answer.userErrors).toEqual([
    {
      code: fault.code,
      field: fault.field,
      message: fault.message === undefined ? expect.any(String) : expect.stringMatching(fault.message),
    },
  ]);
  expect({ thing: answer[thingOf(mutation)], revision: answer.revision }).toEqual({ thing: null, revision: null });
  expect(await revision(api)).toBe(before);
}

export async function revision(api: OpenedApi): Promise<number> {
  const { data } = await api.ask<{ graph: { revision: number } }, never>('{ graph { revision } }');
  return data?.graph.revision as number;
}

function thingOf(mutation: string): string {
  if (mutation === 'addParticipants') return 'event';
  if (mutation === 'addAwardResults') return 'award';
  return mutation.replace(/^(register|correct)/, '').toLowerCase();
}
