import { Field } from 'type-graphql';
import { CitationInput } from './citation.input.js';

/** How inputs of corrections are to be read. */
export const CORRECTION = 'What is left out stays, null clears a field, and a list takes the place of the one before.';

const EDTF = 'a date in EDTF level 1, as precise as the source and no more: 199X, 2017, 2018-04, 2018-04-30, 2019~';

/** A field of a date, as inputs take it. */
export const DateField = (meaning: string) => Field(() => String, { nullable: true, description: `${meaning}: ${EDTF}.` });

/** A field of a text in one's own words. */
export const TextField = (meaning: string, most: string) =>
  Field(() => String, { nullable: true, description: `${meaning}. ${most} characters at most.` });

/** The key of something new. */
export const KeyField = (type: string, derived: string) =>
  Field(() => String, {
    nullable: true,
    description: `What comes behind \`${type}:\` in its id, for ever: small letters and digits in groups joined by - or ., 120 characters at most. Left out: made of ${derived}.`,
  });

/** The citations of something new. */
export const NewCitations = () => Field(() => [CitationInput], { description: 'Who says so (1 to 50).' });

/** The citations of a correction. */
export const MoreCitations = () =>
  Field(() => [CitationInput], { description: 'Who says so; added to the citations that it has, 50 at most with them.' });
