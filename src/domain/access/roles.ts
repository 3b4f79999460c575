/** The roles somebody can have, each with what it is for. Each one may also do what those before it may. */
export const ROLES = {
  reader: 'Reads everything.',
  editor: 'Also adds and corrects, everywhere or only within certain places.',
  curator: 'Also merges, deletes, and undoes what others did.',
  admin: 'May whatever there is to be allowed; no permission is for this role alone yet.',
} as const;
export type Role = keyof typeof ROLES;

/** From the one that may least to the one that may most. */
export const ROLES_IN_ORDER = Object.keys(ROLES) as [Role, ...Role[]];

/** Whether a role may what another one may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES_IN_ORDER.indexOf(role) >= ROLES_IN_ORDER.indexOf(least);
}

/** The one of several roles that may most; null: there are none. */
export function highestOf(roles: readonly Role[]): Role | null {
  return ROLES_IN_ORDER.findLast((role) => roles.includes(role)) ?? null;
}

/** Whether a text names a role, exactly as it is written here. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}
