import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSettings, SETTING_NAMES } from '../src/settings.js';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const repositoryFile = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The file as Docker Compose reads it with these variables: `${NAME:-default}` is filled in, `$$` is a dollar sign. */
function composed(variables: Readonly<Record<string, string>> = {}): ComposeFile {
  const filledIn = (text: string) =>
    text.replace(/\$\$|\$\{(\w+):-([^}]*)\}/g, (match, name?: string, fallback?: string) =>
      name === undefined ? match.slice(1) : variables[name] || (fallback ?? ''),
    );
  return parse(repositoryFile('docker-compose.yml'), (_, value) => (typeof value === 'string' ? filledIn(value) : value)) as ComposeFile;
}

function service(name: 'kembar' | 'neo4j', variables?: Readonly<Record<string, string>>): Service {
  const found = composed(variables).services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

describe('docker-compose.yml', () => {
  test('runs the Neo4j that the tests run on', () => {
    const [, tested] = /<neo4j\.version>([^<]+)</.exec(repositoryFile('test/neo4j/pom.xml')) ?? [];
    expect(service('neo4j').image).toBe(`neo4j:${tested}-community`);
  });

  test('gives the server only settings that it knows, with values that it accepts', () => {
    const { environment } = service('kembar');
    expect(SETTING_NAMES).toEqual(expect.arrayContaining(Object.keys(environment)));
    expect(readSettings(environment).graph).toEqual({
      url: 'bolt://neo4j:7687',
      username: 'neo4j',
      password: 'kembar-on-trial',
      database: null,
    });
  });

  test('leaves the rest at its default', () => {
    const { graph: _, ...given } = readSettings(service('kembar').environment);
    const { graph: __, ...defaults } = readSettings({});
    expect(given).toEqual(defaults);
  });

  test.each<Record<string, string>>([{}, { NEO4J_PASSWORD: 'another-secret' }])(
    'sets one password on both sides, given %o',
    (variables) => {
      const { password } = readSettings(service('kembar', variables).environment).graph;
      expect(service('neo4j', variables).environment.NEO4J_AUTH).toBe(`neo4j/${password}`);
      // Neo4j refuses shorter ones.
      expect(password?.length).toBeGreaterThanOrEqual(8);
    },
  );

  test('shows the server a folder with its tokens, as the example beside the setting names it', () => {
    const [, example = ''] = /named as the container sees it: (\S+)/.exec(repositoryFile('docker-compose.yml')) ?? [];
    const [host, inside, mode] = service('kembar').volumes?.[0]?.split(':') ?? [];
    expect([host, mode]).toEqual(['./access', 'ro']);
    expect(example.startsWith(`${inside}/`)).toBe(true);
  });

  test('starts the server when Neo4j answers', () => {
    expect(service('kembar').depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect(service('neo4j').healthcheck?.test.join(' ')).toContain('cypher-shell');
  });

  test('asks Neo4j for its health with the password that it was given', () => {
    expect(service('neo4j').healthcheck?.test[1]).toContain('NEO4J_AUTH#neo4j/');
    // The image takes any other NEO4J_ variable for a setting of the server.
    expect(Object.keys(service('neo4j').environment)).toEqual(['NEO4J_AUTH', 'NEO4J_server_memory_heap_max__size']);
  });

  test('opens ports to this machine only', () => {
    const ports = [...service('kembar').ports, ...service('neo4j').ports];
    expect(ports).toEqual(['127.0.0.1:4000:4000', '127.0.0.1:7474:7474', '127.0.0.1:7687:7687']);
    expect(service('kembar', { PORT: '8080' }).ports).toEqual(['127.0.0.1:8080:4000']);
  });

  test('keeps the data of Neo4j in a volume', () => {
    expect(service('neo4j').volumes).toEqual(['neo4j-data:/data']);
    expect(Object.keys(composed().volumes)).toEqual(['neo4j-data']);
  });
});

describe('Dockerfile', () => {
  const dockerfile = repositoryFile('Dockerfile');
  const environment = Object.fromEntries([...dockerfile.matchAll(/^(?:ENV)? +([A-Z_]+)=(\S+)/gm)].map(([, name, value]) => [name, value]));

  test('runs on the Node that is developed on', () => {
    expect(dockerfile).toContain(`ARG NODE_IMAGE=node:${repositoryFile('.nvmrc').trim()}-`);
  });

  test('sets only what the server knows, with values that it accepts', () => {
    const { NODE_ENV, ...settings } = environment as Record<string, string>;
    expect(NODE_ENV).toBe('production');
    expect(SETTING_NAMES).toEqual(expect.arrayContaining(Object.keys(settings)));
    expect(readSettings(settings)).toMatchObject({ host: '0.0.0.0', port: 4000, graph: { url: 'embedded:/var/lib/kembar/graph.grafeo' } });
    expect(dockerfile).toMatch(/^VOLUME \/var\/lib\/kembar$/m);
    expect(dockerfile).toMatch(/^EXPOSE 4000$/m);
  });

  test('copies nothing that .dockerignore keeps out', () => {
    const kept = repositoryFile('.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) => (paths ?? '').split(' '));
    expect(copied.length).toBeGreaterThan(0);
    for (const path of copied)
      expect(
        kept.some((one) => path === one || path.startsWith(`${one}/`)),
        path,
      ).toBe(true);
  });
});
