import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const POM = fileURLToPath(new URL('pom.xml', import.meta.url));
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
const OLDEST_JAVA = 17;
const ABANDONED_AFTER_MS = 24 * 60 * 60_000;

/** The Neo4j that pom.xml names. */
export const NEO4J_VERSION = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'))?.[1] ?? '';

export const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kembar');
}

/** Why Neo4j cannot run on this machine, or null when nothing stands in the way. */
export async function whyNeo4jCannotRun(): Promise<string | null> {
  const java = await run(JAVA, ['-version']).catch(() => null);
  if (java === null) return `Java ${OLDEST_JAVA} or newer is not installed (a JDK)`;
  const version = /version "(?:1\.)?(\d+)/.exec(java.stderr + java.stdout)?.[1];
  if (Number(version) < OLDEST_JAVA) return `Java ${version} is too old, Neo4j ${NEO4J_VERSION} runs on ${OLDEST_JAVA} or newer`;
  if (isComplete(jarFolder())) return null;
  const maven = await run('mvn', ['--version']).catch(() => null);
  return maven === null ? 'Maven, which downloads Neo4j once, is not installed' : null;
}

function jarFolder(): string {
  return join(cacheFolder(), `neo4j-${NEO4J_VERSION}`);
}

function isComplete(jars: string): boolean {
  return existsSync(join(jars, `neo4j-${NEO4J_VERSION}.jar`));
}

/** Folder with the jars of Neo4j Community, downloaded (123 MB) when this machine has none yet. */
export async function neo4jJars(): Promise<string> {
  const jars = jarFolder();
  if (isComplete(jars)) return jars;
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandonedDownloads();
  // Filled under another name and then renamed: an interrupted download is never taken for a whole
  // one, and of two processes that download at once the first one to finish wins.
  const download = await mkdtemp(`${jars}.part-`);
  try {
    await run(
      'mvn',
      ['--batch-mode', '--quiet', '--file', POM, 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${download}`],
      {
        timeout: DOWNLOAD_TIMEOUT_MS,
      },
    );
    await rename(download, jars);
  } catch (error) {
    if (isComplete(jars)) return jars;
    const { stdout = '', message } = error as { stdout?: string; message: string };
    throw new Error(`Neo4j ${NEO4J_VERSION} could not be downloaded with Maven: ${(stdout.trim() || message).slice(-2000)}`, {
      cause: error,
    });
  } finally {
    await rm(download, { recursive: true, force: true });
  }
  return jars;
}

async function removeAbandonedDownloads(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    const path = join(cacheFolder(), name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (name.includes('.part-') && age > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}
