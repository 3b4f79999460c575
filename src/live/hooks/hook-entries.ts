import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadInputError } from '../../domain/errors.js';
import { labelOf } from '../../domain/ontology.js';
import { isSafeAddress } from '../../domain/safe-address.js';
import { PHASES, type Phase, STAGES, type Stage } from '../../domain/stage.js';
import { readOperatorFile } from '../../exchange/format/operator-file.js';
import type { AgreementFilter } from '../agreement-filter.js';

/** An address that is told of changes, as the file of hooks has it. */
export interface Hook {
  /** What it is known by, in the graph and in the log. */
  readonly name: string;
  /** May hold secrets in its query. */
  readonly url: string;
  /** What its messages are signed with, each `whsec_` and 24 to 64 bytes in Base64. Several while one takes the place of another. */
  readonly secrets: readonly string[];
  /** What came up to this revision is not told any more; a hook that is new begins there. Null: a new one begins with what comes. */
  readonly after: number | null;
  readonly filter: AgreementFilter;
}

export interface HookEntries {
  /** What tells this version of the file from others, on every machine. */
  readonly version: string;
  readonly hooks: readonly Hook[];
}

const MOST_HOOKS = 100;
const SECRET_ACCEPTED = 'must be whsec_ and 24 to 64 bytes in Base64, such as that of: echo "whsec_$(openssl rand -base64 32)"';

/** A new secret beside the old one is enough; a few more do no harm. */
const MOST_SECRETS = 4;
const SECRETS = z.custom<string | readonly string[]>((value) => areSecrets([value].flat()), SECRET_ACCEPTED);

const ENTRY = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be 1 to 63 small letters, digits and hyphens, such as dashboard'),
    url: z.string().refine(isSafeAddress, 'must be an https address; http is accepted on localhost only, and no user or password'),
    secret: SECRETS.optional(),
    secretEnv: z.string().min(1).optional(),
    after: z.number().int('must be the number of a revision').min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    filter: z
      .strictObject({
        within: z
          .string()
          .refine((id) => labelOf(id) === 'Place', 'must be the id of a place, such as place:id-ji')
          .optional(),
        phases: z
          .array(z.enum(Object.keys(PHASES) as [Phase, ...Phase[]]))
          .min(1, 'must name a phase; leave it out for all')
          .optional(),
        stages: z
          .array(z.enum(Object.keys(STAGES) as [Stage, ...Stage[]]))
          .min(1, 'must name a stage; leave it out for all')
          .optional(),
      })
      .optional(),
  })
  .refine(({ secret, secretEnv }) => (secret === undefined) !== (secretEnv === undefined), {
    path: ['secret'],
    message: 'is needed, or else secretEnv, the name of an environment variable that holds it; one of them',
  });

const FILE = z.strictObject({ hooks: z.array(ENTRY).max(MOST_HOOKS).nullable() }).superRefine(({ hooks }, context) => {
  const seen = new Map<string, number>();
  (hooks ?? []).forEach(({ name }, index) => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else context.addIssue({ code: 'custom', path: ['hooks', index, 'name'], message: `is that of hooks[${first}] too; each has its own` });
  });
});

/** The hooks of a file, in YAML or JSON. Throws `BadInputError` that names each wrong entry and field, and no secret. */
export function readHookEntries(file: string, text: string, environment: Readonly<Record<string, string | undefined>>): HookEntries {
  const entries = readOperatorFile(file, text, FILE, 'hooks')?.hooks ?? [];
  const hooks = entries.map(({ name, url, secret, secretEnv = '', after = null, filter = {} }) => {
    const { within = null, phases = null, stages = null } = filter;
    const secrets = secret === undefined ? environment[secretEnv]?.trim().split(/\s+/) : [secret].flat();
    if (secrets === undefined || !areSecrets(secrets))
      throw new BadInputError(
        `the hook ${name} of ${file} takes its secret from the environment variable ${secretEnv}, which ${secrets === undefined ? 'is not set' : SECRET_ACCEPTED}`,
      );
    return { name, url, secrets, after, filter: { within, phases, stages } };
  });
  const version = createHash('sha256').update(JSON.stringify([text, hooks.map(({ secrets }) => secrets)]));
  return { version: version.digest('hex').slice(0, 16), hooks };
}

function areSecrets(values: readonly unknown[]): boolean {
  return values.length > 0 && values.length <= MOST_SECRETS && values.every((value) => typeof value === 'string' && isSecret(value));
}

function isSecret(text: string): boolean {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length >= 24 && bytes.length <= 64 && bytes.toString('base64') === base64;
}

/** An address as it may be shown and logged: without its query, which may hold a secret. */
export function shownAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
