import { parsePartialDate } from '../../../src/domain/partial-date.js';
import { PHASES, type Phase, STAGES, type Stage } from '../../../src/domain/stage.js';
import type { TieFilter } from '../../../src/domain/tie.js';
import type { AgreementRecord, DataSet, PlaceRecord } from '../../../src/exchange/format/records.js';

/** A tie seen from one of its ends; all three are keys. */
export interface Tie {
  readonly agreement: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The questions answered again from the records of a data set, by plain loops, without graph, rows or
 * ranks: slow, and easy to believe. It shares with the product only the reading of dates and the table
 * of stages.
 */
export class Oracle {
  readonly #places: ReadonlyMap<string, PlaceRecord>;
  readonly #agreements: readonly AgreementRecord[];
  readonly #agreementOf: ReadonlyMap<string, AgreementRecord>;
  readonly #data: DataSet;
  readonly #steps: ReadonlyMap<AgreementRecord, readonly { readonly stage: Stage; readonly day: string | null }[]>;
  readonly #standingOn = new Map<string, AgreementRecord[]>();
  readonly #tiesOf = new Map<string, readonly Tie[]>();

  constructor(data: DataSet) {
    this.#data = data;
    this.#places = new Map(data.places.map((place) => [place.key, place]));
    this.#agreements = data.agreements;
    this.#agreementOf = new Map(data.agreements.map((agreement) => [agreement.key, agreement]));
    this.#steps = new Map(
      data.agreements.map((agreement) => [
        agreement,
        agreement.stages.map(({ stage, date }) => ({ stage, day: date === undefined ? null : parsePartialDate(date).effective })),
      ]),
    );
  }

  place(key: string): PlaceRecord {
    const place = this.#places.get(key);
    if (place === undefined) throw new Error(`no place ${key}`);
    return place;
  }

  agreement(key: string): AgreementRecord {
    const agreement = this.#agreementOf.get(key);
    if (agreement === undefined) throw new Error(`no agreement ${key}`);
    return agreement;
  }

  /** Degrees north and east of the place itself. */
  locationOf(key: string): { readonly latitude: number; readonly longitude: number } | undefined {
    return this.#data.placeDetails.findLast((detail) => detail.key === key && detail.location)?.location ?? this.place(key).location;
  }

  /** The place and everything that it is part of. */
  upwards(key: string): PlaceRecord[] {
    const place = this.place(key);
    return place.partOf === undefined ? [place] : [place, ...this.upwards(place.partOf)];
  }

  isWithin(key: string, larger: string): boolean {
    return this.upwards(key).some((place) => place.key === larger);
  }

  provinceOf(key: string): string | null {
    return this.upwards(key).find((place) => place.kind === 'PROVINCE')?.key ?? null;
  }

  countryOf(key: string): string | null {
    return this.upwards(key).find((place) => place.kind === 'COUNTRY')?.key ?? null;
  }

  stages(agreement: AgreementRecord, asOf: string | null): { stage: Stage; day: string | null }[] {
    return (this.#steps.get(agreement) ?? [])
      .filter(({ day }) => asOf === null || (day !== null && day <= asOf))
      .sort((one, other) => turnOf(one).localeCompare(turnOf(other)) || STAGES[one.stage].ordinal - STAGES[other.stage].ordinal);
  }

  state(agreement: AgreementRecord, asOf: string | null): { stage: Stage; day: string | null; phase: Phase } | null {
    const last = this.stages(agreement, asOf).at(-1);
    return last === undefined ? null : { ...last, phase: STAGES[last.stage].phase };
  }

  /** Agreements that have a state on a day, in one of the phases. */
  standing(asOf: string | null, phases: readonly Phase[] | null): AgreementRecord[] {
    const question = JSON.stringify([asOf, phases]);
    const known = this.#standingOn.get(question);
    if (known !== undefined) return known;
    const standing = this.#agreements.filter((agreement) => {
      const state = this.state(agreement, asOf);
      return state !== null && (phases === null || phases.includes(state.phase));
    });
    this.#standingOn.set(question, standing);
    return standing;
  }

  agreements(asOf: string | null, phases: readonly Phase[] | null, within: string | null): string[] {
    return this.standing(asOf, phases)
      .filter(({ parties }) => within === null || parties.some((party) => this.isWithin(party, within)))
      .map(({ key }) => key)
      .sort();
  }

  counterparts(place: string, asOf: string | null, phases: readonly Phase[] | null): string[] {
    const found = new Set<string>();
    for (const { parties } of this.standing(asOf, phases)) {
      if (parties.includes(place)) for (const party of parties) if (party !== place) found.add(party);
    }
    return [...found].sort();
  }

  /** The agreements that a filter lets pass, whatever it says of the ends of ties. */
  agreementsThatCount({ kinds, sectors, confidence, asOf, phases }: TieFilter): readonly AgreementRecord[] {
    const grades = ['LOW', 'MEDIUM', 'HIGH'];
    const good = (agreement: AgreementRecord) =>
      (kinds === null || kinds.includes(agreement.kind)) &&
      (sectors === null || agreement.sectors.some((sector) => sectors.includes(`sector:${sector}`))) &&
      (confidence === null ||
        agreement.cites.some((cite) => cite.preferred && grades.indexOf(cite.confidence ?? '') >= grades.indexOf(confidence)));
    return this.standing(asOf, phases).filter(good);
  }

  /** Every tie that counts, from each of its ends: `from` and `to` are keys of places. */
  ties(filter: TieFilter): readonly Tie[] {
    const question = JSON.stringify(filter);
    const known = this.#tiesOf.get(question);
    if (known !== undefined) return known;
    const ties: Tie[] = [];
    for (const agreement of this.agreementsThatCount(filter)) {
      for (const from of agreement.parties) {
        for (const to of agreement.parties) {
          const ends = [this.place(from), this.place(to)];
          const lands = [this.countryOf(from), this.countryOf(to)];
          if (
            from !== to &&
            ends.every(({ kind }) => kind !== 'COUNTRY' && (filter.placeKinds === null || filter.placeKinds.includes(kind))) &&
            (filter.country === null || lands.some((land) => `place:${land}` === filter.country)) &&
            (filter.domestic === null || (lands[0] === lands[1]) === filter.domestic)
          )
            ties.push({ agreement: agreement.key, from, to });
        }
      }
    }
    this.#tiesOf.set(question, ties);
    return ties;
  }

  /** The partners of a place, each with its agreements. */
  partners(place: string, filter: TieFilter): ReadonlyMap<string, ReadonlySet<string>> {
    const partners = new Map<string, Set<string>>();
    for (const { agreement, from, to } of this.ties(filter)) {
      if (from === place) partners.set(to, (partners.get(to) ?? new Set()).add(agreement));
    }
    return partners;
  }

  cousins(place: string, filter: TieFilter): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const partner of this.partners(place, filter).keys()) {
      for (const cousin of this.partners(partner, filter).keys()) {
        if (cousin !== place) found[cousin] = [...(found[cousin] ?? []), partner].sort();
      }
    }
    return found;
  }

  provincesSharing(country: string, homeKinds: readonly string[], filter: TieFilter): Record<string, Record<string, string[]>> {
    const reached = new Map<string, Map<string, Set<string>>>();
    for (const { agreement, from, to } of this.ties(filter)) {
      const home = this.provinceOf(from);
      const abroad = this.provinceOf(to);
      if (home === null || this.countryOf(from) !== country || !homeKinds.includes(this.place(from).kind)) continue;
      if (abroad === null || this.countryOf(to) === country) continue;
      const foreign = reached.get(home) ?? new Map<string, Set<string>>();
      reached.set(home, foreign);
      foreign.set(abroad, (foreign.get(abroad) ?? new Set()).add(agreement));
    }
    const pairs: Record<string, Record<string, string[]>> = {};
    const homes = [...reached.keys()].sort();
    for (const a of homes) {
      for (const b of homes.filter((home) => home > a)) {
        for (const [foreign, agreements] of reached.get(a) ?? []) {
          const others = reached.get(b)?.get(foreign);
          if (others === undefined) continue;
          pairs[`${a} ${b}`] = { ...pairs[`${a} ${b}`], [foreign]: [...new Set([...agreements, ...others])].sort() };
        }
      }
    }
    return pairs;
  }

  missionCoverage(missionKey: string, kinds: readonly string[], asOf: string | null): Record<string, string> {
    const mission = this.#data.missions.find(({ key }) => key === missionKey);
    if (mission === undefined) throw new Error(`no mission ${missionKey}`);
    const standings: Record<string, string> = {};
    for (const place of this.#places.values()) {
      if (!kinds.includes(place.kind) || !mission.covers.some((province) => this.isWithin(place.key, province))) continue;
      const phases = this.#agreements
        .filter(
          ({ parties }) =>
            parties.includes(place.key) && parties.some((party) => party !== place.key && this.isWithin(party, mission.sentBy)),
        )
        .flatMap((agreement) => this.state(agreement, asOf)?.phase ?? []);
      standings[place.key] = phases.includes('AGREEMENT')
        ? 'AGREEMENT'
        : phases.includes('EXPLORATION') || phases.includes('INTENT')
          ? 'TALKS'
          : phases.includes('LAPSED')
            ? 'LAPSED'
            : 'NONE';
    }
    return standings;
  }

  funnel(
    country: string,
    by: 'PROVINCE' | 'KIND' | 'YEAR',
    asOf: string | null,
  ): Record<string, { phases: Record<string, number>; ever: Record<string, number> }> {
    const groups: Record<string, { phases: Record<string, number>; ever: Record<string, number> }> = {};
    for (const agreement of this.standing(asOf, null)) {
      const home = agreement.parties.filter((party) => this.countryOf(party) === country);
      if (home.length === 0) continue;
      const steps = this.stages(agreement, asOf);
      const first = steps.find(({ day }) => day !== null)?.day;
      const names =
        by === 'PROVINCE'
          ? new Set(home.map((party) => this.provinceOf(party) ?? 'none'))
          : new Set([by === 'KIND' ? agreement.kind : (first?.slice(0, 4) ?? 'none')]);
      for (const name of names) {
        groups[name] ??= { phases: Object.fromEntries(Object.keys(PHASES).map((phase) => [phase, 0])), ever: {} };
        const group = groups[name];
        const phase = this.state(agreement, asOf)?.phase ?? '';
        group.phases[phase] = (group.phases[phase] ?? 0) + 1;
        for (const stage of new Set(steps.map((step) => step.stage))) group.ever[stage] = (group.ever[stage] ?? 0) + 1;
      }
    }
    return groups;
  }

  stalled(asOf: string | null, reachedBy: string): string[] {
    return this.#agreements
      .filter((agreement) => {
        const state = this.state(agreement, asOf);
        return (
          state !== null && (state.phase === 'EXPLORATION' || state.phase === 'INTENT') && state.day !== null && state.day <= reachedBy
        );
      })
      .map(({ key }) => key)
      .sort();
  }
}

/** When it was a step's turn, letters after all days: who says that something has ended, and not when, means by now. */
function turnOf({ stage, day }: { readonly stage: Stage; readonly day: string | null }): string {
  return day ?? (STAGES[stage].phase === 'LAPSED' ? 'at last' : '');
}
