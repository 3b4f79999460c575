import { keyOfId } from '../../../domain/ontology.js';
import { goneBy, idOfRecord, type Retirements } from '../../dataset/retirements.js';
import type { AgreementRecord } from '../../format/records.js';
import type { MergingGround } from './merging-ground.js';

/** Agreements that somebody says are retired, as where two were found to be one. */
export class RetiredAgreements {
  readonly #retirements: Retirements;
  readonly #ends: ReadonlySet<string>;
  readonly #successors: ReadonlyMap<string, AgreementRecord>;

  private constructor(retirements: Retirements, ends: ReadonlySet<string>, successors: ReadonlyMap<string, AgreementRecord>) {
    this.#retirements = retirements;
    this.#ends = ends;
    this.#successors = successors;
  }

  static async of(retirements: Retirements, ground: Pick<MergingGround, 'agreements'>): Promise<RetiredAgreements> {
    const ends = [...retirements.ids()].filter((id) => id.startsWith('agreement:')).map((id) => retirements.end(id));
    const keys = new Set(ends.flatMap((id) => (id === null ? [] : [keyOfId(id)])));
    const records = await ground.agreements([...keys]);
    return new RetiredAgreements(retirements, keys, new Map(records.map((one) => [one.key, one])));
  }

  has(key: string): boolean {
    return this.#retirements.has(idOfRecord('agreements', key));
  }

  /** Whether an agreement took the place of others. */
  isSuccessor(key: string): boolean {
    return this.#ends.has(key);
  }

  /** The key of what took the place of a retired agreement; null: nothing did. */
  endOf(key: string): string | null {
    const end = this.#retirements.end(idOfRecord('agreements', key));
    return end === null ? null : keyOfId(end);
  }

  /** What other data sets have of an agreement that took the place of others; null: they do not have it. */
  known(key: string | null): AgreementRecord | null {
    return this.#successors.get(key ?? '') ?? null;
  }

  /** Why no agreement is made with a key that is retired, and what to do. */
  goneBy(key: string): { readonly reason: string; readonly remedy: string } {
    const { reason = '', remedy = '' } = goneBy('agreements', key, this.#retirements) ?? {};
    const end = this.endOf(key);
    return { reason, remedy: end === null ? remedy : `import "${end}" first, which the graph does not have, or leave it out` };
  }
}
