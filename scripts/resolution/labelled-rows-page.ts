import countries from 'i18n-iso-countries';
import type { KnownPlaces } from '../../src/exchange/import/places/known-places.js';
import { explained, type Outcome, RULES } from '../../src/exchange/import/resolution/outcome.js';
import type { PartyResolver } from '../../src/exchange/import/resolution/resolver.js';
import type { NamedParty } from '../../src/exchange/import/statement.js';
import { JUDGED_LABELS } from './judged-labels.js';
import type { LabelledParty } from './labelled-parties.js';
import { PERTURBATIONS } from './perturbations.js';
import { isRight, Tally, table } from './tally.js';

interface Resolved {
  readonly labelled: LabelledParty;
  readonly outcome: Outcome;
}

/** What became of the labelled parties of one side: by rule, one by one where not right, and with other spellings of their names. */
export function labelledRowsPage(title: string, parties: readonly LabelledParty[], resolver: PartyResolver, known: KnownPlaces): string {
  const resolved = parties.map((labelled) => ({ labelled, outcome: resolver.resolve(labelled.party) }));
  const asLabelled = tallied(resolved, known);
  const asJudged = judgedTally(parties, resolver, known);
  const rows = parties.reduce((sum, labelled) => sum + labelled.rows.length, 0);
  return `## ${title}

${rows} rows name ${parties.length} parties.

${table(
  ['', 'parties', 'found', 'right', 'wrong', 'without label', 'asked', 'right one among the candidates', 'unknown', 'precision', 'recall'],
  [tallyRow('by the labels as they are', asLabelled), tallyRow('by the labels as judged', asJudged)],
)}

${table(
  ['rule', 'found', 'right', 'wrong', 'without label'],
  [...asLabelled.byRule].map(([rule, { right, wrong, unlabelled }]) => [RULES[rule], right + wrong + unlabelled, right, wrong, unlabelled]),
)}

${listed('Found, and not what the label says:', resolved, ({ labelled, outcome }) =>
  outcome.kind === 'FOUND' && isRight(outcome.place, labelled, known) === false
    ? `\`${outcome.place.key}\`, labelled \`${(labelled.place ?? labelled.subdivision)?.key}\`: ${verdict(labelled, outcome, known)}`
    : null,
)}
${listed('Found by their codes in the table, in another subdivision than the table has:', resolved, ({ labelled, outcome }) =>
  outcome.kind === 'FOUND' && labelled.place === outcome.place && outsideLabel(labelled, known)
    ? `\`${outcome.place.key}\` is not in \`${labelled.subdivision?.key}\`; the place is right, the subdivision in the table is not`
    : null,
)}
${listed('Found, and without a label to compare with:', resolved, ({ labelled, outcome }) =>
  outcome.kind === 'FOUND' && isRight(outcome.place, labelled, known) === null ? `\`${outcome.place.key}\`` : null,
)}
${listed('Asked about:', resolved, ({ outcome }) =>
  outcome.kind === 'AMBIGUOUS'
    ? `${outcome.why}: ${outcome.candidates.map((candidate) => `\`${candidate.place.key}\` (${explained(candidate)})`).join('; ')}`
    : null,
)}
${listed('Unknown:', resolved, ({ outcome }) => (outcome.kind === 'UNKNOWN' ? outcome.why : null))}
### ${title}, named otherwise

The same parties, with the labels as judged; those are left out for which the change makes no difference.

${table(
  ['', 'parties', 'found', 'right', 'wrong', 'without label', 'asked', 'right one among the candidates', 'unknown', 'precision', 'recall'],
  Object.entries({ ...PERTURBATIONS, ...COUNTRIES }).flatMap(([what, change]) => {
    const changed = parties.flatMap((labelled) => {
      const party = change(labelled.party);
      return party === null ? [] : [{ ...judged(labelled, known), party }];
    });
    if (changed.length === 0) return [];
    return [
      tallyRow(
        what,
        tallied(
          changed.map((labelled) => ({ labelled, outcome: resolver.resolve(labelled.party) })),
          known,
        ),
      ),
    ];
  }),
)}

${listed(
  'Wrong among these:',
  Object.entries({ ...PERTURBATIONS, ...COUNTRIES }).flatMap(([, change]) =>
    parties.flatMap((labelled) => {
      const party = change(labelled.party);
      return party === null ? [] : [{ labelled: { ...judged(labelled, known), party }, outcome: resolver.resolve(party) }];
    }),
  ),
  ({ labelled, outcome }) =>
    outcome.kind === 'FOUND' && isRight(outcome.place, labelled, known) === false
      ? `\`${outcome.place.key}\`, and not \`${(labelled.place ?? labelled.subdivision)?.key}\``
      : null,
)}`;
}

/** What became of labelled parties, where the labels that are wrong are put right. */
export function judgedTally(parties: readonly LabelledParty[], resolver: PartyResolver, known: KnownPlaces): Tally {
  return tallied(
    parties.map((labelled) => ({ labelled: judged(labelled, known), outcome: resolver.resolve(labelled.party) })),
    known,
  );
}

/** Other ways of naming the country; Indonesia has none of its own here. */
const COUNTRIES: typeof PERTURBATIONS = {
  'country in Indonesian': inCountry((alpha2) => countries.getName(alpha2, 'id')),
  'country by code': inCountry((alpha2) => alpha2),
  'no country': (party) => ({ ...party, country: null }),
};

function inCountry(called: (alpha2: string) => string | undefined): (party: NamedParty) => NamedParty | null {
  return (party) => {
    const alpha2 = countries.getAlpha2Code(party.country ?? '', 'en');
    const country = alpha2 === undefined ? undefined : called(alpha2);
    return country === undefined || country === party.country ? null : { ...party, country };
  };
}

function tallied(resolved: readonly Resolved[], known: KnownPlaces): Tally {
  const tally = new Tally();
  for (const { labelled, outcome } of resolved) tally.add(outcome, labelled, known);
  return tally;
}

function tallyRow(what: string, tally: Tally): (string | number)[] {
  const { parties, right, wrong, unlabelled, asked, askedWithRight, unknown, precision, recall } = tally;
  return [what, parties, right + wrong + unlabelled, right, wrong, unlabelled, asked, askedWithRight, unknown, precision, recall];
}

function judgement({ side, rows }: LabelledParty) {
  return rows.map((row) => JUDGED_LABELS[`${side} ${row}`]).find((one) => one !== undefined);
}

function judged(labelled: LabelledParty, known: KnownPlaces): LabelledParty {
  const place = known.get(judgement(labelled)?.place ?? '');
  return place === undefined ? labelled : { ...labelled, place };
}

function verdict(labelled: LabelledParty, outcome: Extract<Outcome, { kind: 'FOUND' }>, known: KnownPlaces): string {
  const label = judgement(labelled);
  if (label === undefined) return '**the resolver is wrong**';
  return known.get(label.place) === outcome.place ? `the label is wrong, ${label.why}` : '**both are wrong**';
}

function outsideLabel({ place, subdivision }: LabelledParty, known: KnownPlaces): boolean {
  return place !== null && subdivision !== null && ![...known.below(place)].includes(subdivision);
}

function listed(title: string, resolved: readonly Resolved[], line: (one: Resolved) => string | null): string {
  const lines = resolved.flatMap((one) => {
    const text = line(one);
    const { name, country, level } = one.labelled.party;
    const said = [country, level?.toLowerCase()].filter((word) => word).join(', ');
    return text === null ? [] : [`- row ${one.labelled.rows.join(', ')}: ${name}${said === '' ? '' : ` (${said})`}: ${text}`];
  });
  return lines.length === 0 ? '' : `${title}\n\n${lines.join('\n')}\n`;
}
