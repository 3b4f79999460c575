import { assemble } from '../../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import type { EngineUnderTest } from '../../engines.js';
import { SMALL_DATA } from '../../exchange/small-data.js';
import { type OpenedApi, openApi } from '../open-api.js';

/** The API on an engine that holds a record of every type. */
export function openSmall(engine: EngineUnderTest): Promise<OpenedApi> {
  return openApi(engine, assemble(readDataTexts([{ file: 'data.yaml', text: SMALL_DATA }])));
}
