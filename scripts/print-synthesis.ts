import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { max, mean, quantile } from 'd3-array';
import type { SimpleGraph } from '../src/analytics/network/simple-graph.js';
import { clusteringOf } from '../src/analytics/structure/clustering.js';
import { componentsOf } from '../src/analytics/structure/components.js';
import { coreNumbers } from '../src/analytics/structure/cores.js';
import { degreeAssortativity } from '../src/analytics/structure/degrees.js';
import { Chance } from '../src/exchange/synthesis/chance.js';
import { COUNTRIES } from '../src/exchange/synthesis/measured-countries.js';
import type { SynthesisOptions } from '../src/exchange/synthesis/synthesis-options.js';
import { GENERATOR_VERSION } from '../src/exchange/synthesis/synthetic-sources.js';
import { worldShape } from '../src/exchange/synthesis/world-shape.js';
import { type CountryTies, distance, domesticShare, shareOfEnds, shareOfPairs, shareOfPlaces } from './synthesis/country-ties.js';
import { degreeDistance } from './synthesis/degree-distance.js';
import { graphOf, worldTies } from './synthesis/world-ties.js';

/** `KEMBAR_WORLD=<folder> npm run figures:synthesis`: how close synthetic worlds are to the real one, as `docs/synthesis.md`. */

const SEEDS = [1, 2, 3];
const LARGE = { places: 100_000, agreements: 1_000_000, seed: 1 };
const TOP_PAIRS = 12;

function realWorld(): CountryTies {
  const { places, pairs } = worldTies();
  const positions = new Map([...places.keys()].map((id, position) => [id, position]));
  const ties = pairs.map(([a, b]) => [positions.get(a) as number, positions.get(b) as number] as const);
  return { countries: [...places.values()].map(({ iso2 }) => iso2.toLowerCase()), ties };
}

function synthetic(options: SynthesisOptions): CountryTies {
  const { countries, ends } = worldShape(options, new Chance(options.seed));
  const ties = Array.from({ length: options.agreements }, (_, tie) => [ends[2 * tie] as number, ends[2 * tie + 1] as number] as const);
  return { countries: Array.from(countries, (country) => COUNTRIES[country]?.key ?? ''), ties };
}

const whole = (value: number) => value.toLocaleString('en');
const decimal = (value: number | null | undefined) => (value ?? 0).toFixed(4);
const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

type Column = Readonly<Record<string, string>>;

function column(world: CountryTies): Column {
  const graph: SimpleGraph = graphOf(world.ties.map(([a, b]) => [String(a), String(b)] as [string, string]));
  const degrees = [
    ...graph.nodes.map((_, node) => graph.degree(node)),
    ...Array<number>(world.countries.length - graph.nodes.length).fill(0),
  ];
  const { triangles, wedges, transitivity, average } = clusteringOf(graph);
  const components = componentsOf(graph);
  const [places, ends, pairs] = [shareOfPlaces(world), shareOfEnds(world), shareOfPairs(world)];
  const at = (share: number) => whole(Math.round(quantile(degrees, share) ?? 0));
  return {
    places: whole(world.countries.length),
    'without a tie': whole(world.countries.length - graph.nodes.length),
    ties: whole(world.ties.length),
    'mean degree': decimal(mean(degrees)),
    'degree of the middle place': at(0.5),
    'of the last of 90 %': at(0.9),
    'of the last of 99 %': at(0.99),
    'of the last of 99.9 %': at(0.999),
    'highest degree': whole(max(degrees) ?? 0),
    'distance of the degrees': decimal(degreeDistance(degrees)),
    wedges: whole(wedges),
    triangles: whole(triangles),
    transitivity: decimal(transitivity),
    'average local clustering': decimal(average),
    'degree assortativity': decimal(degreeAssortativity(graph)),
    degeneracy: whole(max(coreNumbers(graph)) ?? 0),
    components: whole(components.length),
    'largest component, of the places with ties': percent((components[0]?.length ?? 0) / graph.nodes.length),
    'domestic ties': percent(domesticShare(pairs)),
    'distance of the places by country': decimal(distance(places, shareOfPlaces(real))),
    'distance of the ends of ties by country': decimal(distance(ends, shareOfEnds(real))),
    'distance of the ties by pair of countries': decimal(distance(pairs, shareOfPairs(real))),
  };
}

function table(columns: Readonly<Record<string, Column>>): string {
  const names = Object.keys(columns);
  const rows = Object.keys(columns[names[0] as string] as Column).map(
    (row) => `| ${row} | ${names.map((name) => columns[name]?.[row] ?? '').join(' | ')} |`,
  );
  return [`| | ${names.join(' | ')} |`, `| --- |${names.map(() => ' ---: |').join('')}`, ...rows].join('\n');
}

function topPairs(): string {
  const worlds = { 'the world': real, 'as large, seed 1': firstAlike, 'a million agreements': large };
  const shares = Object.fromEntries(Object.entries(worlds).map(([name, world]) => [name, shareOfPairs(world)]));
  const first = [...(shares['the world'] ?? [])].sort(([, one], [, other]) => other - one).slice(0, TOP_PAIRS);
  return table(
    Object.fromEntries(
      Object.entries(shares).map(([name, pairs]) => [
        name,
        Object.fromEntries(first.map(([pair]) => [pair.toUpperCase(), percent(pairs.get(pair) ?? 0)])),
      ]),
    ),
  );
}

const real = realWorld();
const size = { places: real.countries.length, agreements: real.ties.length };
const alike = SEEDS.map((seed) => [`seed ${seed}`, synthetic({ ...size, seed })] as const);
const firstAlike = alike[0]?.[1] as CountryTies;
const large = synthetic(LARGE);

writeFileSync(
  fileURLToPath(new URL('../docs/synthesis.md', import.meta.url)),
  `<!-- Generated by "KEMBAR_WORLD=<folder of the world's files> npm run figures:synthesis". Do not edit. -->

# Synthetic worlds

\`src/exchange/synthesis\` makes worlds of any size that do not exist and have the shape of the one that does, for trying out how Kembar bears many places and agreements. This page says how close version ${GENERATOR_VERSION} of the generator comes. It works from figures that \`npm run measure:synthesis\` takes from the world's files ([figures.md](figures.md) says what these are, in the column "either list") and puts into \`measured-world.ts\`; it needs no other data.

## How a world is made

1. **Countries** get their shares of the places. **Pairs of countries** get their shares of the ties: measured where a pair has five ties or more or is one country, which is 90 % of the ties; the rest as if the ends that are left met by chance. So the share of domestic ties is the measured one.
2. **Degrees** are drawn from the measured distribution, in each country stretched so that its places have all its ties together. A stretched distribution keeps its shape: with six times the mean degree the last of 99 % has about six times as many ties.
3. **Ties** are found one after another (\`grow-ties.ts\`). While triangles are lacking, partners of one place are tied with one another. Otherwise two countries are drawn, and a place in each, by the ties that they still want; a place that wants many looks at several for the one most like itself while likeness is lacking, and a place that wants few takes the larger of two.

## As large as the world

${table({ 'the world': column(real), ...Object.fromEntries(alike.map(([name, world]) => [name, column(world)])) })}

The distance of the degrees is the greatest difference between the cumulative distributions (Kolmogorov and Smirnov), the world's stretched to the same mean and read between its degrees; the other distances are of total variation: the share that would have to be elsewhere. Both are 0 for equal distributions and 1 at most. Some distance by pair of countries is left by the pairs that are not told one by one.

What is not so close:

- **Degree assortativity** is lower, though likeness is lacking most of the time: there is only so much of it among the ties that close no triangle.
- **Average local clustering** is higher and **degeneracy** lower: a quarter of the world's triangles are in one ring, in which 28 towns are all tied with one another, and the generator spreads triangles over many circles.
- **Wedges** and **triangles** are more by 8 % or so, for the degrees between 30 and 60 are more frequent.
- About one place in a thousand has **no tie**: in countries that have hardly any.

## A hundred thousand places, a million agreements

${table({ 'the world': column(real), 'seed 1': column(large) })}

Shares, the shape of the degrees and transitivity are kept, since nobody knows which of them would change in a world with six times as many ties a place. Average local clustering cannot be kept beside transitivity when hardly any place has one tie only; assortativity falls further short.

## The most frequent pairs of countries

${topPairs()}

## What else is in it

- **Keys** begin with \`syn-\`, which no key of a gazetteer does. Every record cites sources whose titles begin with "Synthetic" and whose notes say that nothing in them is a fact; the first one names the version of the generator, and its numbers.
- **Names** are put together from syllables with the sound of a group of countries; a third have diacritics, and some places share one. That a place of this name exists is chance.
- **Provinces** are those of the gazetteers, and not where the **coordinates** are: these lie around the middle of the country's real places, as far as these, some in the sea. **Population** is logarithmically normal and goes with the degree as in the world; nobody has more than 30 million.
- **Stages, dates, kinds, sectors and confidences** are guessed, since the world's lists do not have them: the shares are in \`histories.ts\` and \`agreement-records.ts\`. Some agreements are undated, and some dates are months, years or decades.
`,
);
