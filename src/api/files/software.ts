import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

/** Name and version of this program, as files name it. */
export const SOFTWARE = `Kembar ${version}`;
