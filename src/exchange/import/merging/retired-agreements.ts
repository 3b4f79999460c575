import { keyOfId } from '../../../domain/ontology.js';
import { goneBy, idOfRecord, type Retirements } from '../../dataset/retirements.js';
import type { AgreementRecord } from '../../format/records.js';
import type { MergingGround } from './merging-ground.js';

/** Agreements that somebody says are retired, as where two were found to be one. */
export class RetiredAgreements {
  readonly #retirements: Retirements;
  readonly #successors: ReadonlyMap<string, AgreementRecord>;

  private constructor(retirements: Retirements, successors: ReadonlyMap<string, AgreementRecord>) {
    this.#retirements = retirements;
    this.#successors = successors;
  }

  static async of(retirements: Retirements, ground: Pick<MergingGround, 'agreements'>): Promise<RetiredAgreements> {
    const ends = [...retirements.ids()].filter((id) => id.startsWith('agreement:')).map((id) => retirements.end(id));
    const keys = [...new Set(ends.flatMap((id) => (id === null ? [] : [keyOfId(id)])))];
    const records = await ground.agreements(keys);
    return new RetiredAgreements(retirements, new Map(records.map((one) => [one.key, one])));
  }

  /** The agreement that took the place of the one with a key. Null: the key is not retired, or nothing that is there took its place. */
  successorOf(key: string): AgreementRecord | null {
    const id = idOfRecord('agreements', key);
    return this.#retirements.has(id) ? (this.#successors.get(keyOfId(this.#retirements.end(id) ?? '')) ?? null) : null;
  }

  /** Why no agreement is made with a key, and what to do; null: it is not retired. */
  goneBy(key: string): { readonly reason: string; readonly remedy: string } | null {
    return goneBy('agreements', key, this.#retirements);
  }
}
