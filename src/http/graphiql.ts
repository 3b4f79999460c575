import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { type NamedOperation, namedOperations } from '../api/operations.js';

const require = createRequire(import.meta.url);

/** The files that the page loads, by the name it loads them by: all from installed packages, none from a network. */
const ASSETS: Readonly<Record<string, string>> = {
  'react.js': join(dirname(require.resolve('react/package.json')), 'umd/react.production.min.js'),
  'react-dom.js': join(dirname(require.resolve('react-dom/package.json')), 'umd/react-dom.production.min.js'),
  'graphiql.js': join(dirname(require.resolve('graphiql/package.json')), 'graphiql.min.js'),
  'graphiql.css': join(dirname(require.resolve('graphiql/package.json')), 'graphiql.min.css'),
};

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

function pageWith(operations: readonly NamedOperation[]): string {
  const tabs = operations.map(({ text, example }) => ({ query: text, variables: JSON.stringify(example, null, 2) }));
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
  fetcher: GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: location.origin.replace(/^http/, 'ws') + '/graphql' }),
  defaultTabs: tabs,
  defaultEditorToolsVisibility: 'variables',
}));
</script>
</body>
</html>
`;
}
