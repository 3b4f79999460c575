import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ALL_PERMISSIONS, PERMISSIONS, type Permission } from '../../domain/access/permissions.js';
import { ROLES, ROLES_IN_ORDER, type Role } from '../../domain/access/roles.js';
import { enumOf } from '../enums.js';

const PermissionEnum = enumOf(
  'Permission',
  'Something that can be allowed or refused.',
  Object.fromEntries(ALL_PERMISSIONS.map((permission) => [permission, PERMISSIONS[permission].description])) as Record<Permission, string>,
);

/** Tokens say their roles in small letters; enums of the API are in capitals. */
const RoleEnum = Object.fromEntries(ROLES_IN_ORDER.map((role) => [role.toUpperCase(), role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody is to this server. Each role may also do what those before it may.',
  valuesConfig: Object.fromEntries(ROLES_IN_ORDER.map((role) => [role.toUpperCase(), { description: ROLES[role] }])),
});

@ObjectType({ simpleResolvers: true, description: 'Whoever asks, as their token says.' })
export class Viewer {
  @Field(() => String, { description: 'How they are called: anonymous for who has no token.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What they are to this server.' })
  role!: Role;

  @Field(() => [ID], {
    nullable: true,
    description: 'The places that their changes are limited to, with all that is inside those; null: no limit.',
  })
  within!: readonly string[] | null;

  @Field(() => [PermissionEnum], {
    description: 'All that they may do. Of an editor with a limit, what they change has to be within it too.',
  })
  permissions!: readonly Permission[];
}
