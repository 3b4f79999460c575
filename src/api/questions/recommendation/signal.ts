import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { ALL_SIGNALS, SIGNALS, type Signal, type Weights } from '../../../analytics/recommendation/signals.js';
import { BadInputError } from '../../../domain/errors.js';
import { enumOf } from '../../enums.js';

export const SignalEnum = enumOf(
  'RecommendationSignal',
  'What speaks for a partner. Each gives a score from 0 to 1.',
  Object.fromEntries(ALL_SIGNALS.map((signal) => [signal, SIGNALS[signal].description])) as Record<Signal, string>,
);

@InputType({ description: 'How much a signal counts.' })
export class SignalWeight {
  @Field(() => SignalEnum, { description: 'The signal.' })
  signal!: Signal;

  @Field(() => Float, { description: 'From 0, which leaves it out, to 1.' })
  weight!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What a signal did for a list of recommended partners.' })
export class RecommendationSignalUse {
  @Field(() => SignalEnum, { description: 'The signal.' })
  signal!: Signal;

  @Field(() => Float, { description: 'How much it counted.' })
  weight!: number;

  @Field(() => Int, { nullable: true, description: 'How many candidates it brought; null for one that brings none, or weighs 0.' })
  brought!: number | null;

  @Field(() => Boolean, { description: 'Whether it speaks for more candidates than it may bring, or by more cousins than count.' })
  cut!: boolean;
}

/** The weights that signals have by themselves, in words. */
export const WEIGHTS_TOLD = ALL_SIGNALS.map((signal) => `${signal} ${SIGNALS[signal].weight}`).join(', ');

/** The weights that are given, and for the other signals their own. Throws `BadInputError`. */
export function weightsOf(given: readonly SignalWeight[]): Weights {
  const weights = Object.fromEntries(ALL_SIGNALS.map((signal) => [signal, SIGNALS[signal].weight])) as Record<Signal, number>;
  const named = new Set<Signal>();
  for (const { signal, weight } of given) {
    if (named.has(signal)) throw new BadInputError(`weights names ${signal} twice. Accepted is one weight for a signal.`);
    if (!(weight >= 0 && weight <= 1)) throw new BadInputError(`weights gives ${signal} ${weight}. Accepted is a number from 0 to 1.`);
    named.add(signal);
    weights[signal] = weight;
  }
  return weights;
}
