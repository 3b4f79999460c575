import { BadInputError } from '../../../domain/errors.js';

/** Feature codes of populated places (class P), with whether places of today have them. */
const POPULATED: Readonly<Record<string, boolean>> = {
  PPL: true,
  PPLA: true,
  PPLA2: true,
  PPLA3: true,
  PPLA4: true,
  PPLA5: true,
  PPLC: true,
  PPLCH: false,
  PPLF: true,
  PPLG: true,
  PPLH: false,
  PPLL: true,
  PPLQ: false,
  PPLR: true,
  PPLS: false,
  PPLW: false,
  PPLX: true,
  STLMT: false,
};

/** Feature codes of countries, subdivisions and areas (class A). */
const AREAS = new Set(
  [
    'ADM1',
    'ADM2',
    'ADM3',
    'ADM4',
    'ADM5',
    'ADMD',
    'PCL',
    'PCLD',
    'PCLF',
    'PCLH',
    'PCLI',
    'PCLIX',
    'PCLS',
    'PRSH',
    'TERR',
    'ZN',
    'ZNB',
  ].concat(['ADM1H', 'ADM2H', 'ADM3H', 'ADM4H', 'ADM5H', 'ADMDH', 'LTER', 'ADMS']),
);

/** Those of areas that a place can be. What ADM3 and ADM4 are differs so much that no new places are made of them. */
const SUBDIVISIONS = ['ADM1', 'ADM2', 'ADM3', 'ADM4'];

/** What is looked at where nothing else is asked for: populated places of today, and two levels of subdivisions. */
const DEFAULT_FEATURES: readonly string[] = [...Object.keys(POPULATED).filter((code) => POPULATED[code]), 'ADM1', 'ADM2'];

/** Whether GeoNames has a feature code in a class; rows of other classes than A and P are none of places. */
export function isFeature(featureClass: string, code: string): boolean {
  if (featureClass === 'P') return code in POPULATED;
  if (featureClass === 'A') return AREAS.has(code);
  return /^[AHLPRSTUV]?$/.test(featureClass);
}

export function isPopulated(code: string): boolean {
  return code in POPULATED;
}

/** Whether a populated place is the seat of a government. */
export function isSeat(code: string): boolean {
  return /^PPL(?:A[2-5]?|C|G)$/.test(code);
}

/** Reads feature codes that are asked for; `PPL*` is those of populated places of today. Throws `BadInputError`. */
export function readFeatures(asked: readonly string[] | undefined): ReadonlySet<string> {
  if (asked === undefined) return new Set(DEFAULT_FEATURES);
  return new Set(
    asked.flatMap((code) => {
      if (code === 'PPL*') return DEFAULT_FEATURES.filter(isPopulated);
      if (isPopulated(code) || SUBDIVISIONS.includes(code)) return [code];
      const accepted = ['PPL*', ...Object.keys(POPULATED), ...SUBDIVISIONS].join(', ');
      throw new BadInputError(`there is no feature code ${code} that is read; accepted are ${accepted}`);
    }),
  );
}
