import { type ClassType, Field, ObjectType } from 'type-graphql';
import { Revision } from '../revision/revision.type.js';
import { RuleFinding } from '../rules/rule.type.js';
import { UserError } from './user-error.type.js';

/** What became of an edit. */
export interface Payload<T> {
  readonly subject: T | null;
  readonly revision: Revision | null;
  readonly userErrors: readonly UserError[];
}

/** Makes the payload type of edits of one kind of thing; `field` is what the thing is called in it. */
export function payloadOf<T extends object>(name: string, field: string, thing: () => ClassType<T>) {
  @ObjectType(`${name}Payload`, { simpleResolvers: true, description: 'What became of an edit.' })
  class EditPayload {
    @Field(() => Revision, {
      nullable: true,
      description: 'The revision that the edit made; null where it changed nothing, or was not made.',
    })
    revision!: Revision | null;

    @Field(() => String, {
      nullable: true,
      description:
        'On a store that several processes share: sent as the header Kembar-Bookmark, it makes any of them answer with this edit in sight. Null where one process has the store.',
    })
    bookmark!: string | null;

    @Field(() => [RuleFinding], { description: 'What rules say of the edit that was made, and did not say before; overridden ones too.' })
    warnings!: RuleFinding[];

    @Field(() => [UserError], { description: 'Why the edit was not made; empty where it was, or where all of it was there already.' })
    userErrors!: UserError[];
  }
  Field(thing as never, { nullable: true, description: 'What was edited, as it is now; null where the edit was not made.' })(
    EditPayload.prototype,
    field,
  );
  return EditPayload;
}
