import { describe, expect, test } from 'vitest';
import { readHookEntries } from '../../../src/live/hooks/hook-entries.js';

const SECRET = `whsec_${Buffer.alloc(32, 'k').toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 'o').toString('base64')}`;
const GOOD = { name: 'desk', url: 'https://desk.example/in?key=1', secret: SECRET };
const read = (hooks: unknown, environment = {}) => readHookEntries('hooks.yaml', JSON.stringify({ hooks }), environment);
const refusal = (entry: object, environment = {}): string => {
  try {
    read([entry], environment);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it is accepted');
};

describe('a file of hooks', () => {
  test('in YAML, with a filter and without, and a secret of the environment', () => {
    const text = `# ours
hooks:
  - name: desk
    url: https://desk.example/in?key=1
    secret: ${SECRET}
    filter: { within: place:id-ji, phases: [AGREEMENT], stages: [SIGNED, RENEWED] }
  - { name: wall, url: 'http://localhost:8080', secretEnv: WALL_SECRET, after: 7 }
`;
    const { hooks, version } = readHookEntries('hooks.yaml', text, { WALL_SECRET: SECRET });
    expect(hooks).toEqual([
      {
        name: 'desk',
        url: GOOD.url,
        secrets: [SECRET],
        after: null,
        filter: { within: 'place:id-ji', phases: ['AGREEMENT'], stages: ['SIGNED', 'RENEWED'] },
      },
      { name: 'wall', url: 'http://localhost:8080', secrets: [SECRET], after: 7, filter: { within: null, phases: null, stages: null } },
    ]);
    // Any change is another version, also one that says the same, so that what has ended can be begun anew.
    expect(readHookEntries('hooks.yaml', `${text}# mended\n`, { WALL_SECRET: SECRET }).version).not.toBe(version);
    expect(readHookEntries('elsewhere.yaml', text, { WALL_SECRET: SECRET }).version).toBe(version);
  });

  test('may have several secrets for one, which are another version too', () => {
    const { hooks, version } = read([{ ...GOOD, secret: [OTHER, SECRET] }]);
    expect(hooks[0]?.secrets).toEqual([OTHER, SECRET]);
    const entry = [{ name: 'desk', url: GOOD.url, secretEnv: 'DESK' }];
    const [one, both] = [read(entry, { DESK: SECRET }), read(entry, { DESK: `${OTHER} ${SECRET}\n` })];
    expect([one, both].map((file) => file.hooks[0]?.secrets)).toEqual([[SECRET], [OTHER, SECRET]]);
    expect(new Set([version, one.version, both.version]).size).toBe(3);
  });

  test.each(['', 'hooks:\n', '{"hooks": []}'])('may name none: %j', (text) => {
    expect(readHookEntries('hooks.yaml', text, {}).hooks).toEqual([]);
  });

  test.each([
    ['a name with other characters', { ...GOOD, name: 'The Desk' }, 'hooks[0].name: must be 1 to 63 small letters'],
    ['an address that others can read', { ...GOOD, url: 'http://desk.example' }, 'hooks[0].url: must be an https address'],
    ['an address with a password', { ...GOOD, url: 'https://a:b@desk.example' }, 'hooks[0].url: must be'],
    ['no address', { ...GOOD, url: 'desk' }, 'hooks[0].url: must be'],
    ['a secret of another form', { ...GOOD, secret: 'sesame' }, 'hooks[0].secret: must be whsec_ and 24 to 64 bytes'],
    ['a secret that is short', { ...GOOD, secret: 'whsec_c2VzYW1l' }, 'hooks[0].secret: must be whsec_'],
    ['five secrets', { ...GOOD, secret: [SECRET, SECRET, SECRET, SECRET, SECRET] }, 'hooks[0].secret: must be whsec_'],
    ['a secret that is none among others', { ...GOOD, secret: [SECRET, 'sesame'] }, 'hooks[0].secret: must be whsec_'],
    ['a revision that there cannot be', { ...GOOD, after: -1 }, 'hooks[0].after: '],
    ['no secret', { ...GOOD, secret: undefined }, 'hooks[0].secret: is needed, or else secretEnv'],
    ['two secrets', { ...GOOD, secretEnv: 'A' }, 'hooks[0].secret: is needed, or else secretEnv'],
    ['something else than a place', { ...GOOD, filter: { within: 'agreement:a' } }, 'hooks[0].filter.within: must be the id of a place'],
    ['a phase that there is not', { ...GOOD, filter: { phases: ['MARRIED'] } }, 'hooks[0].filter.phases[0]: must be one of EXPLORATION'],
    ['no stage', { ...GOOD, filter: { stages: [] } }, 'hooks[0].filter.stages: must name a stage'],
    ['a field that there is not', { ...GOOD, filters: {} }, 'hooks[0].filters: unknown field'],
  ])('is refused for %s, without a word of what stands there', (_, entry, told) => {
    const message = refusal(entry);
    expect(message).toContain(`hooks.yaml:1  ${told}`);
    for (const secret of [SECRET, 'sesame', 'c2VzYW1l', 'a:b@', 'key=1']) expect(message).not.toContain(secret);
  });

  test('is refused for a name that comes twice', () => {
    expect(() => read([GOOD, GOOD])).toThrow('hooks[1].name: is that of hooks[0] too');
  });

  test('is refused for a secret that the environment lacks', () => {
    const entry = { name: 'desk', url: GOOD.url, secretEnv: 'DESK' };
    expect(refusal(entry)).toContain('takes its secret from the environment variable DESK, which is not set');
    expect(refusal(entry, { DESK: 'sesame' })).toMatch(/DESK, which must be whsec_/);
    expect(refusal(entry, { DESK: 'sesame' })).not.toContain('sesame');
  });
});
