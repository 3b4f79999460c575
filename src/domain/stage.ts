/**
 * The stages of a cooperation and the state that follows from a history of them.
 *
 * Stages 1 to 11 are the steps of Indonesian regulation (PP 28/2018 and Permendagri 25/2020, which
 * replaced Permendagri 3/2008); the order of NEGOTIATION and FULL_POWERS is not settled by the texts
 * read, so the order is data here and nothing else depends on it.
 */

export const PHASES = {
  EXPLORATION: 'The sides are getting to know each other.',
  INTENT: 'An intention is on record and the agreement is being prepared.',
  AGREEMENT: 'An agreement has been signed and runs.',
  LAPSED: 'A signed agreement that no longer runs: dormant, expired or terminated.',
} as const;
export type Phase = keyof typeof PHASES;

interface StageDefinition {
  /** Place in the sequence: of two stages with the same day, the higher one decides the state. */
  readonly ordinal: number;
  readonly phase: Phase;
  /** What Indonesian regulation calls the step. */
  readonly indonesian: string;
  readonly description: string;
}

export const STAGES = {
  INITIATIVE: { ordinal: 1, phase: 'EXPLORATION', indonesian: 'prakarsa', description: 'One side proposes a cooperation.' },
  EXPLORATION: {
    ordinal: 2,
    phase: 'EXPLORATION',
    indonesian: 'penjajakan',
    description: 'The sides explore what a cooperation could hold.',
  },
  LETTER_OF_INTENT: {
    ordinal: 3,
    phase: 'INTENT',
    indonesian: 'Pernyataan Kehendak Kerja Sama',
    description: 'A letter of intent is signed.',
  },
  COOPERATION_PLAN: {
    ordinal: 4,
    phase: 'INTENT',
    indonesian: 'penyusunan rencana kerja sama',
    description: 'A cooperation plan is drawn up.',
  },
  COUNCIL_APPROVAL: { ordinal: 5, phase: 'INTENT', indonesian: 'persetujuan DPRD', description: 'The local assembly approves.' },
  VERIFICATION: { ordinal: 6, phase: 'INTENT', indonesian: 'verifikasi', description: 'The ministry verifies the plan.' },
  DRAFTING: {
    ordinal: 7,
    phase: 'INTENT',
    indonesian: 'penyusunan rancangan naskah',
    description: 'The text of the agreement is drafted.',
  },
  NEGOTIATION: { ordinal: 8, phase: 'INTENT', indonesian: 'pembahasan rancangan naskah', description: 'The draft is negotiated.' },
  FULL_POWERS: {
    ordinal: 9,
    phase: 'INTENT',
    indonesian: 'persetujuan Menteri, Surat Kuasa',
    description: 'The ministry approves and grants full powers to sign.',
  },
  SIGNED: {
    ordinal: 10,
    phase: 'AGREEMENT',
    indonesian: 'penandatanganan naskah',
    description: 'The agreement (usually a memorandum of understanding) is signed.',
  },
  IMPLEMENTATION: { ordinal: 11, phase: 'AGREEMENT', indonesian: 'pelaksanaan', description: 'The agreement is being carried out.' },
  RENEWED: { ordinal: 12, phase: 'AGREEMENT', indonesian: 'perpanjangan', description: 'The agreement is renewed or extended.' },
  DORMANT: { ordinal: 13, phase: 'LAPSED', indonesian: 'tidak aktif', description: 'The agreement stands but nothing is done under it.' },
  EXPIRED: { ordinal: 14, phase: 'LAPSED', indonesian: 'berakhir', description: 'The agreement has run out.' },
  TERMINATED: { ordinal: 15, phase: 'LAPSED', indonesian: 'diakhiri', description: 'A party has ended the agreement.' },
} as const satisfies Readonly<Record<string, StageDefinition>>;
export type Stage = keyof typeof STAGES;

/** A step as the state depends on it: its stage, and the day from which it counts. */
export interface DatedStage {
  readonly stage: Stage;
  /** ISO day from which the step counts; null when no source gives any date. */
  readonly effective: string | null;
}

/**
 * A string that orders steps as the state needs it: by day, then by place in the sequence. Undated steps come before
 * every dated one, but for lapses: whoever says that an agreement has ended speaks of all that was signed before.
 */
export function stageRank({ stage, effective }: DatedStage): string {
  const { ordinal, phase } = STAGES[stage];
  const day = effective ?? (phase === 'LAPSED' ? '9999-99-99' : '0000-00-00');
  return `${day}/${String(ordinal).padStart(2, '0')}`;
}

/**
 * The step that decides the state on a day: the last one that counts by then. Without a day, the
 * last one of all. On a given day undated steps do not count, since nobody says when they happened.
 */
export function stateOn<S extends DatedStage>(steps: readonly S[], day: string | null): S | null {
  let decisive: S | null = null;
  for (const step of steps) {
    const counts = day === null || (step.effective !== null && step.effective <= day);
    if (counts && (decisive === null || stageRank(step) > stageRank(decisive))) decisive = step;
  }
  return decisive;
}

/** For how long a step decides the state: from the day on which it counts until another one does. */
export interface Span {
  /** ISO day from which a later step decides; null when none with a day comes later. */
  readonly supersededOn: string | null;
  /** Whether no other step comes later, so that it decides the state when no day is asked for. */
  readonly isLast: boolean;
}

/** The spans of the steps of one history, in the order of the steps: the same answer as `stateOn`, once for all days. */
export function spansOf(steps: readonly DatedStage[]): Span[] {
  const ranks = steps.map(stageRank);
  // Of two steps of one rank the first one decides, as in `stateOn`.
  const isLater = (one: number, other: number) => (ranks[one] === ranks[other] ? one < other : (ranks[one] ?? '') > (ranks[other] ?? ''));
  return steps.map((_, index) => {
    const later = steps.filter((_, other) => isLater(other, index));
    const days = later.flatMap(({ effective }) => effective ?? []).sort();
    return { supersededOn: days[0] ?? null, isLast: later.length === 0 };
  });
}
