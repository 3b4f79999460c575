import type { JWTPayload } from 'jose';
import type { Actor } from '../../domain/access/actor.js';
import { highestOf, isRole, type Role } from '../../domain/access/roles.js';
import { tokenRefused } from '../../domain/access/token-refusals.js';
import type { JwtSettings } from './settings.js';
import { isPlaceId } from './token-entries.js';

const LONGEST_SUBJECT = 255;

/** Whom a token that was checked speaks of. Throws `UnauthenticatedError`. */
export function actorOfClaims(claims: JWTPayload, { issuer, roleClaim, withinClaim }: JwtSettings): Actor {
  const { sub } = claims;
  // It goes into the history of changes as it is.
  if (typeof sub !== 'string' || sub === '' || sub.length > LONGEST_SUBJECT || /\p{Cc}/u.test(sub)) throw tokenRefused('INCOMPLETE');
  const role = roleOf(claims[roleClaim]);
  return { id: `jwt:${hostOf(issuer)}:${sub}`, name: nameOf(claims) ?? sub, role, within: withinOf(claims[withinClaim], role) };
}

/** A claim may list what somebody is elsewhere too; of several roles here the one that may most counts. */
function roleOf(claim: unknown): Role {
  const named = (Array.isArray(claim) ? claim : [claim]).filter((one): one is string => typeof one === 'string');
  const role = highestOf(named.filter(isRole));
  if (role === null) throw tokenRefused('NO_ROLE');
  return role;
}

/** A limit that is not understood is no reason to let somebody go without one. */
function withinOf(claim: unknown, role: Role): readonly string[] | null {
  if (claim === undefined || claim === null) return null;
  const ids = Array.isArray(claim) ? claim : [claim];
  if (ids.length === 0 || !ids.every((id) => typeof id === 'string' && isPlaceId(id))) throw tokenRefused('WRONG_LIMIT');
  // Who reads is not limited by places, and who may more than an editor cannot be.
  if (role === 'reader') return null;
  if (role !== 'editor') throw tokenRefused('WRONG_LIMIT');
  return ids;
}

function nameOf({ name, preferred_username: login }: JWTPayload): string | null {
  const given = [name, login].find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return given === undefined
    ? null
    : given
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, LONGEST_SUBJECT);
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) && new URL(issuer).host !== '' ? new URL(issuer).host : issuer;
}
