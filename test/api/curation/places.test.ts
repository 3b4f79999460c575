import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { CITED, CURATOR, editing } from './editing.js';
import { openSmall } from './open-small.js';

describe.each(ENGINES)('places on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered, and corrected', async () => {
    const register = `mutation { registerPlace(input: { kind: CITY, name: "Kota Malang", partOf: "place:id-ji", population: 800000,
      citations: [{ source: "source:paper", locator: "p1" }] }) { place { id name slug population partOf { id } country { id } } revision { number operation } userErrors { code message field } } }`;
    const { data, errors } = await api.ask<{ registerPlace: { place: object; revision: { number: number } } }, never>(
      register,
      undefined as never,
      CURATOR,
    );
    expect(errors).toEqual([]);
    expect(data?.registerPlace).toEqual({
      place: {
        id: 'place:id-kota-malang',
        name: 'Kota Malang',
        slug: 'id-kota-malang',
        population: 800000,
        partOf: { id: 'place:id-ji' },
        country: { id: 'place:id' },
      },
      revision: { number: 2, operation: 'registerPlace' },
      userErrors: [],
    });
    const again = await api.ask<{ registerPlace: object }, never>(register, undefined as never, CURATOR);
    expect(again.data?.registerPlace).toMatchObject({ place: { id: 'place:id-kota-malang' }, revision: null, userErrors: [] });
    const correct = `mutation { correctPlace(input: { place: "place:id-kota-batu", population: 200000, note: null, citations: [{ source: "source:paper", field: "population" }] })
      { place { id name population citations { field source { id } } otherNames { text } } revision { number } userErrors { code message field } } }`;
    const corrected = await api.ask<{ correctPlace: object }, never>(correct, undefined as never, CURATOR);
    expect(corrected.errors).toEqual([]);
    expect(corrected.data?.correctPlace).toMatchObject({
      place: { population: 200000, name: 'Kota Batu' },
      revision: { number: 3 },
      userErrors: [],
    });
  });

  test('that are moved take with them what is inside', async () => {
    const edit = editing(() => api);
    await edit(`registerPlace(input: { key: "id-batu", kind: DISTRICT, name: "Batu", partOf: "place:id-kota-batu", ${CITED} })`);
    await edit(`registerPlace(input: { key: "id-jt", kind: PROVINCE, name: "Jawa Tengah", partOf: "place:id", ${CITED} })`);
    await edit(`correctPlace(input: { place: "place:id-kota-batu", partOf: "place:id-jt", ${CITED} })`);
    const { data } = await api.ask<{ node: object }, never>(
      '{ node(id: "place:id-batu") { ... on Place { province { id } partOf { id } } } }',
    );
    expect(data?.node).toEqual({ province: { id: 'place:id-jt' }, partOf: { id: 'place:id-kota-batu' } });
    const { userErrors } = await edit(`correctPlace(input: { place: "place:id-kota-batu", partOf: "place:id-batu", ${CITED} })`);
    expect(userErrors).toMatchObject([{ code: 'INVALID', message: 'the place is part of itself', field: 'partOf' }]);
  });
});
