import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { namedOperations } from '../../src/api/operations.js';
import { type RunningServer, startServer } from '../../src/server.js';
import { readSettings } from '../../src/settings.js';

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (CHROMIUM === undefined) {
  const why = 'no Chromium was found; install one or set CHROMIUM to its path';
  if (process.env.KEMBAR_REQUIRE_BROWSER === '1') throw new Error(`KEMBAR_REQUIRE_BROWSER=1 asks for a browser, but ${why}`);
  console.log(`GraphiQL is not tested in a browser: ${why}`);
}

describe.skipIf(CHROMIUM === undefined)('GraphiQL in a browser that reaches nothing but the server', () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer(readSettings({ GRAPH_URL: 'embedded:', PORT: '0', LOG_LEVEL: 'silent' }));
    await server.prepared;
    browser = await chromium.launch({
      executablePath: CHROMIUM as string,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('opens with every named operation, and runs one', async () => {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    await page.route('**/*', (route) => {
      const address = route.request().url();
      if (address.startsWith(server.url) || address.startsWith('data:') || address.startsWith('blob:')) return route.continue();
      elsewhere.push(address);
      return route.abort();
    });
    page.on('pageerror', (error) => complaints.push(error.message));

    // GraphiQL knows the name of the operation in a tab only once it has the schema.
    const schemaIsThere = page.waitForResponse((response) => response.url() === `${server.url}/graphql`);
    await page.goto(`${server.url}/graphiql`);
    await schemaIsThere;
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(namedOperations().map(({ name }) => name));

    await tabs.filter({ hasText: 'Facilitation' }).locator('button').first().click();
    await page.locator('.graphiql-query-editor').getByText('facilitation', { exact: true }).waitFor();
    const answer = page.locator('.result-window');
    // GraphiQL takes up the name of the operation a moment after its tab is opened.
    await vi.waitFor(
      async () => {
        await page.locator('.graphiql-execute-button').click();
        await answer.getByText('"facilitation"').waitFor({ timeout: 3_000 });
      },
      { timeout: 60_000, interval: 500 },
    );
    expect(await answer.textContent()).toContain('agreement:klaten-nanjing');
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  }, 120_000);

  test('runs a subscription over a WebSocket', async () => {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    const opened = page.waitForEvent('websocket', { timeout: 60_000 });
    const schemaIsThere = page.waitForResponse((response) => response.url() === `${server.url}/graphql`);
    await page.goto(`${server.url}/graphiql`);
    await schemaIsThere;
    await page.locator('.graphiql-tab').first().waitFor();
    await page.evaluate(
      `document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.setValue('subscription { revisionMade(after: 9999) { number } }')`,
    );
    await vi.waitFor(
      async () => {
        await page.locator('.graphiql-execute-button').click();
        await page.locator('.result-window').getByText('is no revision that the graph has had').waitFor({ timeout: 3_000 });
      },
      { timeout: 60_000, interval: 500 },
    );
    expect((await opened).url()).toBe(`${server.url.replace('http', 'ws')}/graphql`);
  }, 120_000);
});
