import { ForbiddenError, UnauthenticatedError } from '../errors.js';
import { type Actor, ANONYMOUS } from './actor.js';
import { ALL_PERMISSIONS, PERMISSIONS, type Permission } from './permissions.js';
import { isAtLeast } from './roles.js';
import { isWithin, type Touched } from './touched.js';

/** Whether somebody's role has a permission. For a limited editor it also depends on the place, see `mustMayTouch`. */
export function may({ role }: Actor, permission: Permission): boolean {
  return isAtLeast(role, PERMISSIONS[permission].least);
}

/** All that somebody's role has. */
export function permissionsOf(actor: Actor): Permission[] {
  return ALL_PERMISSIONS.filter((permission) => may(actor, permission));
}

/** Throws `UnauthenticatedError` for somebody without a token, `ForbiddenError` for somebody whose role has not the permission. */
export function mustMay(actor: Actor, permission: Permission): void {
  if (may(actor, permission)) return;
  const { least } = PERMISSIONS[permission];
  if (actor.id === ANONYMOUS.id)
    throw new UnauthenticatedError(`${permission} needs a token of the role ${least}, and the request has none`, { presented: false });
  throw new ForbiddenError(`${permission} needs the role ${least}; "${shortened(actor.name)}" is ${actor.role}`);
}

/** As `mustMay`, and throws `ForbiddenError` for a limited editor where something that a write touches is outside their places. */
export function mustMayTouch(actor: Actor, permission: Permission, touched: readonly Touched[]): void {
  mustMay(actor, permission);
  if (isWithin(actor, permission, touched)) return;
  const limits = (actor.within ?? []).join(', ');
  throw new ForbiddenError(
    touched.some(({ kind }) => kind === 'COMMON') && permission !== 'ADD'
      ? `"${shortened(actor.name)}" is editor within ${limits}, and may add what all places share, such as sources, but not change it`
      : `"${shortened(actor.name)}" is editor within ${limits}, and this is outside`,
  );
}

function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}
