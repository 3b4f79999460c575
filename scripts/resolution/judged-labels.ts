/** A label of the table that is not what the row says, by the number of a row that has it. */
export interface JudgedLabel {
  /** The place that the row means, by its key. */
  readonly place: string;
  readonly why: string;
}

/** Labels that were looked at because the resolver came to something else, and are wrong or too coarse: by side and row. */
export const JUDGED_LABELS: Readonly<Record<string, JudgedLabel>> = {
  'foreign 138': {
    place: 'np-kathmandu-district',
    why: 'the row says district; the label is the populated place of that name',
  },
  'foreign 350': {
    place: 'au-palmerston',
    why: 'the row is about the city in the Northern Territory; the label is the code of a suburb of Canberra of the same name',
  },
  'indonesian 195': {
    place: 'id-desa-mas',
    why: 'the row is about a village; the label is the code of the regency around it, since villages have none in the table',
  },
};
