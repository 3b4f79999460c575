import { afterEach, describe, expect, test } from 'vitest';
import type { FaultCode } from '../../../src/curation/faults.js';
import type { Actor } from '../../../src/domain/access/actor.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import { ImportLease } from '../../../src/store/data-set/import-lease.js';
import { ENGINES } from '../../engines.js';
import { SMALL_DATA } from '../../exchange/small-data.js';
import { importText } from '../../imported.js';
import { type OpenedApi, openApi } from '../open-api.js';
import { CITED, CURATOR, editing } from './editing.js';
import { openSmall } from './open-small.js';

const EDITOR_OF_KYOTO: Actor = { id: 'token:kyoto', name: 'kyoto', role: 'editor', within: ['place:jp-26'] };
const MORE_THAN_MOVE_BY_HAND = 1_001;
const villages = Array.from(
  { length: MORE_THAN_MOVE_BY_HAND },
  (_, number) => `  - { key: village-${number}, kind: VILLAGE, name: Village ${number}, partOf: id-ji, cites: [{ source: list }] }`,
);

const populate = (population: number, edited = '') =>
  `correctPlace(input: { place: "place:id-kota-batu", population: ${population}, ${CITED} } ${edited})`;
const register = (more: string) => `registerSource(input: { kind: NEWS, title: "A title", publisher: "P", language: "en", ${more} })`;
const open = (parties: string, step = 'stage: INITIATIVE', more = '') =>
  `openAgreement(input: { kind: FRIENDSHIP, parties: [${parties}], steps: [{ ${step}, ${CITED} }], ${CITED} ${more} })`;
const KEY = ', edit: { idempotencyKey: "once-and-for-all" }';

/** For each reason not to make an edit one that meets it, after edits that are made. */
const REFUSED: Readonly<Record<FaultCode, { readonly made?: readonly string[]; readonly call: string; readonly actor?: Actor }>> = {
  INVALID: { call: open('"place:id-ji"') },
  NOT_FOUND: { call: open('"place:id-ji", "place:nowhere"') },
  RETIRED: { call: open('"place:id-ji", "place:jp-uji"', 'stage: INITIATIVE', ', key: "batu-udji"') },
  ALREADY_EXISTS: { call: register('key: "paper"') },
  CONFLICT: { made: [populate(1)], call: populate(2, ', edit: { basedOn: 1 }') },
  RULE_BROKEN: { call: open('"place:id-ji", "place:jp-uji"', 'stage: INITIATIVE, date: "2999"') },
  REFERRED_TO: { call: `delete(id: "place:jp-uji", because: "Not wanted.", ${CITED})` },
  FORBIDDEN: { call: populate(1), actor: EDITOR_OF_KYOTO },
  KEY_REUSED: { made: [populate(1, KEY)], call: populate(2, KEY) },
  IMPORT_UNDER_WAY: { call: populate(1) },
  IMPORTED: { call: 'undo(revision: 2)' },
  TOO_LARGE: { call: `correctPlace(input: { place: "place:id-ji", partOf: "place:jp", ${CITED} })` },
};

describe.each(ENGINES)('an edit on $name', (engine) => {
  let api: OpenedApi;
  afterEach(() => api.close());

  test.each(Object.entries(REFUSED))('is refused with %s, and writes nothing', async (code, { made = [], call, actor = CURATOR }) => {
    api = code === 'TOO_LARGE' ? await openWithVillages() : await openSmall(engine);
    if (code === 'IMPORTED') await importText(api.graph, SMALL_DATA.replace('name: Uji, partOf', 'name: Uji, population: 7, partOf'));
    for (const earlier of made) expect(await editing(() => api)(earlier)).toMatchObject({ userErrors: [] });
    const before = await revision();
    const lease = code === 'IMPORT_UNDER_WAY' ? await ImportLease.acquire(api.graph, 'sheet', { wait: false }) : null;
    try {
      const { userErrors } = await editing(() => api, actor)(call);
      expect(userErrors).toMatchObject([{ code }]);
    } finally {
      await lease?.release();
    }
    expect(await revision()).toBe(before);
  });

  const revision = async () => (await api.ask<{ graph: { revision: number } }, never>('{ graph { revision } }')).data?.graph.revision;

  function openWithVillages(): Promise<OpenedApi> {
    const text = SMALL_DATA.replace('placeDetails:\n', `${villages.join('\n')}\nplaceDetails:\n`);
    return openApi(engine, assemble(readDataTexts([{ file: 'data.yaml', text }])));
  }
});
