import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const require = createRequire(import.meta.url);
const OPERATIONS = fileURLToPath(new URL('../../schema/operations/', import.meta.url));

/** The files that the page loads, by the name it loads them by: all from installed packages, none from a network. */
const ASSETS: Readonly<Record<string, string>> = {
  'react.js': join(dirname(require.resolve('react/package.json')), 'umd/react.production.min.js'),
  'react-dom.js': join(dirname(require.resolve('react-dom/package.json')), 'umd/react-dom.production.min.js'),
  'graphiql.js': join(dirname(require.resolve('graphiql/package.json')), 'graphiql.min.js'),
  'graphiql.css': join(dirname(require.resolve('graphiql/package.json')), 'graphiql.min.css'),
};

/** The named operations that ship with Kembar, in the order of their files. */
export function namedOperations(): { readonly name: string; readonly text: string }[] {
  return readdirSync(OPERATIONS)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.graphql'.length), text: readFileSync(join(OPERATIONS, file), 'utf8') }));
}

/** Serves GraphiQL at /graphiql, opened with the named operations, for networks that end at this machine. */
export async function serveGraphiql(http: FastifyInstance): Promise<void> {
  const page = pageWith(namedOperations());
  await http.register(fastifyStatic, { serve: false, root: dirname(require.resolve('graphiql/package.json')) });
  http.get('/graphiql', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  for (const [name, file] of Object.entries(ASSETS)) {
    http.get(`/graphiql/${name}`, (_request, reply) =>
      reply.sendFile(file.slice(dirname(file).length + 1), dirname(file), { maxAge: '1h' }),
    );
  }
}

/** Variables that an operation needs to run as it stands, from the comment line `# variables: {...}`. */
function exampleVariables(text: string): string {
  return /^# variables: (\{.*\})$/m.exec(text)?.[1] ?? '{}';
}

function pageWith(operations: ReturnType<typeof namedOperations>): string {
  const tabs = operations.map(({ text }) => ({ query: text, variables: JSON.stringify(JSON.parse(exampleVariables(text)), null, 2) }));
  // The text ends up inside a script element, which a literal "</" would end.
  const data = JSON.stringify(tabs).replaceAll('</', '<\\/');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kembar – GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>html, body, #graphiql { height: 100%; margin: 0 }</style>
</head>
<body>
<div id="graphiql">Loading…</div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script>
const tabs = ${data};
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, {
  fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
  defaultTabs: tabs,
  defaultEditorToolsVisibility: 'variables',
}));
</script>
</body>
</html>
`;
}
