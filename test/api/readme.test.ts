import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

interface Shared {
  readonly provincesSharingForeignProvince: {
    readonly nodes: readonly {
      readonly provinces: readonly { readonly name: string }[];
      readonly shared: {
        readonly nodes: readonly {
          readonly foreignProvince: { readonly name: string };
          readonly agreements: { readonly nodes: readonly { readonly name: string }[] };
        }[];
      };
    }[];
  };
}

describe.each(ENGINES)('the README on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  test('gives the answer that its first question has', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const question = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const table = [...readme.matchAll(/^\| (.*?) ?\| (.+?) \| (.+?) \|$/gm)].map(([, ...cells]) =>
      cells.map((cell) => (cell ?? '').trim()),
    );
    const printed = table.slice(2, 2 + table.slice(2).findIndex(([pair]) => pair === 'question'));

    const { data, errors } = await api.ask<Shared, object>(question);
    expect(errors).toEqual([]);
    const answered = (data as Shared).provincesSharingForeignProvince.nodes.flatMap(({ provinces, shared }) =>
      shared.nodes.map(({ foreignProvince, agreements }, index) => [
        index === 0 ? provinces.map(({ name }) => name).join(', ') : '',
        foreignProvince.name,
        agreements.nodes.map(({ name }) => name).join(', '),
      ]),
    );
    expect(printed).toEqual(answered);
  });
});
