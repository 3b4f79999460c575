import { Field, ObjectType } from 'type-graphql';
import { FAULT_CODES, type FaultCode } from '../../curation/faults.js';
import { enumOf } from '../enums.js';

const UserErrorCodeEnum = enumOf('UserErrorCode', 'Why an edit was not made.', FAULT_CODES);

@ObjectType({ simpleResolvers: true, description: 'Why an edit was not made. Where there is one, nothing was written.' })
export class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'The kind of the fault.' })
  code!: FaultCode;

  @Field(() => String, { description: 'What is wrong, and what is accepted.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The field that it is about, such as `stages[1].date` or `citations[0].source`; of a list that is added to, the list; null: the edit as a whole.',
  })
  field!: string | null;
}
