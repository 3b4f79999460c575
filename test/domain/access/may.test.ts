import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Actor, ANONYMOUS, OPERATOR } from '../../../src/domain/access/actor.js';
import { may, mustMay, permissionsOf } from '../../../src/domain/access/may.js';
import { ALL_PERMISSIONS, PERMISSIONS, type Permission } from '../../../src/domain/access/permissions.js';
import { highestOf, ROLES_IN_ORDER, type Role } from '../../../src/domain/access/roles.js';

const somebody = (role: Role): Actor => ({ id: 'token:somebody', name: 'somebody', role, within: null });

/** The cells of the table in docs/access.md, which people rely on: whether a role may, by permission. */
const TOLD = new Map(
  [
    ...readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8').matchAll(
      /^\| `([A-Z_]+)` \| (.*?) \|((?: (?:yes|–) \|)+)$/gm,
    ),
  ].map(([, permission, , cells]) => [permission as Permission, [...(cells ?? '').matchAll(/yes|–/g)].map(([cell]) => cell === 'yes')]),
);
const CASES = ALL_PERMISSIONS.flatMap((permission) =>
  ROLES_IN_ORDER.map((role, at) => ({ permission, role, told: TOLD.get(permission)?.[at] })),
);

describe('every role and permission', () => {
  test('is in the table that people read', () => {
    expect([...TOLD.keys()]).toEqual(ALL_PERMISSIONS);
    expect(CASES.filter(({ told }) => told === undefined)).toEqual([]);
  });

  test.each(CASES)('$role, $permission: $told', ({ permission, role, told }) => {
    expect(may(somebody(role), permission)).toBe(told);
  });

  test.each(CASES.filter(({ told }) => told === false))(
    '$role is refused $permission, and hears which role it needs',
    ({ permission, role }) => {
      expect(() => mustMay(somebody(role), permission)).toThrow(
        expect.objectContaining({
          code: 'FORBIDDEN',
          message: `${permission} needs the role ${PERMISSIONS[permission].least}; "somebody" is ${role}`,
        }),
      );
    },
  );

  test.each(CASES.filter(({ told }) => told === true))('$role may $permission', ({ permission, role }) => {
    expect(() => mustMay(somebody(role), permission)).not.toThrow();
  });
});

describe('who has no token', () => {
  test('may what a reader may', () => {
    expect(permissionsOf(ANONYMOUS)).toEqual(['READ', 'EXPORT', 'SUBSCRIBE']);
  });

  test('is told to show one for the rest', () => {
    expect(() => mustMay(ANONYMOUS, 'ADD')).toThrow(
      expect.objectContaining({ code: 'UNAUTHENTICATED', message: 'ADD needs a token of the role editor, and the request has none' }),
    );
  });
});

test('who has the graph at hand may everything', () => {
  expect(permissionsOf(OPERATOR)).toEqual(ALL_PERMISSIONS);
});

test.each<[Role[], Role | null]>([
  [['editor', 'reader'], 'editor'],
  [['reader', 'admin', 'curator'], 'admin'],
  [[], null],
])('of %j the highest is %s', (roles, highest) => {
  expect(highestOf(roles)).toBe(highest);
});
