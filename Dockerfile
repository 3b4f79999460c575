# One image with the compiled server, the query book, the named operations and the data that ships.
ARG NODE_IMAGE=node:20.20.2-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Nothing that the server or its build needs runs a script at installation.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src/ src/
RUN npm run build

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    GRAPH_URL=embedded:/var/lib/kembar/graph.grafeo
COPY package.json LICENSE ATTRIBUTION.md ./
COPY --from=dependencies /app/node_modules/ node_modules/
COPY src/cypher/ src/cypher/
COPY src/exchange/import/wikidata/queries/ src/exchange/import/wikidata/queries/
COPY schema/operations/ schema/operations/
COPY data/ data/
COPY --from=build /app/dist/ dist/
# The folder of the embedded graph is the only place that the server writes to.
RUN mkdir -p /var/lib/kembar && chown node:node /var/lib/kembar
VOLUME /var/lib/kembar
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server.js"]
