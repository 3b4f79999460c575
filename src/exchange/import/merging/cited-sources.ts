import { ascending } from 'd3-array';
import type { SourceRecord } from '../../format/records.js';
import type { MergingGround } from './merging-ground.js';
import { sourceKey, sourceRecord } from './named-sources.js';
import { sameAddress, spellingsOf, webAddress } from './source-address.js';
import { type StatementGroups, THE_IMPORT } from './statement-groups.js';

export interface CitedSources {
  /** The keys of sources, by what tells them from each other. */
  readonly keys: ReadonlyMap<string, string>;
  /** Those that the graph does not have, in the order of their keys, each made when it is asked for: there may be as many as rows. */
  readonly created: Iterable<SourceRecord>;
}

/** How many addresses are asked for at once. */
const PART = 500;

/** The sources of statements: one that the graph has at the same address is that one, others are new. */
export async function citedSources(groups: StatementGroups, own: SourceRecord, ground: MergingGround): Promise<CitedSources> {
  const named = [...groups.sources()];
  const citesOwn = groups.citesTheImport;
  const urls = [...named.map(([, { url }]) => url), ...(citesOwn ? [own.url ?? null] : [])];
  const addresses = urls.flatMap((url) => webAddress(url) ?? []);
  const known = new Map<string, string>();
  for (let at = 0; at < addresses.length; at += PART) {
    for (const { key, url } of await ground.sourcesAt(addresses.slice(at, at + PART).flatMap(spellingsOf))) {
      const address = webAddress(url ?? null);
      if (address === null) continue;
      const same = sameAddress(address);
      const before = known.get(same);
      if (before === undefined || key < before) known.set(same, key);
    }
  }
  const knownAt = (url: string | null | undefined) => {
    const address = webAddress(url ?? null);
    return address === null ? undefined : known.get(sameAddress(address));
  };

  const keys = new Map<string, string>();
  const created: [key: string, record: () => SourceRecord][] = [];
  for (const [identity, source] of named) {
    const key = knownAt(source.url);
    const ownKey = key ?? sourceKey(source);
    keys.set(identity, ownKey);
    if (key === undefined) created.push([ownKey, () => sourceRecord(source)]);
  }
  if (citesOwn) {
    const key = knownAt(own.url);
    keys.set(THE_IMPORT, key ?? own.key);
    if (key === undefined) created.push([own.key, () => own]);
  }
  return { keys, created: made(created.sort(([one], [other]) => ascending(one, other))) };
}

function* made(records: readonly [key: string, record: () => SourceRecord][]): Generator<SourceRecord> {
  for (const [, record] of records) yield record();
}
