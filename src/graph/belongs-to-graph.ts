import { open } from 'node:fs/promises';

/** What a graph file of Grafeo begins with. */
const BEGINNING = Buffer.from('GRAF', 'latin1');
/** What stands beside a graph file that is open: its log, and the socket at which copies are asked for. */
const BESIDE = /\.(?:wal|control)$/;

/** Whether a path is that of a graph file, or of what stands beside one. Whatever else is written there destroys a graph. */
export async function belongsToGraph(path: string): Promise<boolean> {
  return (await isGraphFile(path)) || (await standsBesideGraph(path));
}

/** Whether a path is where a graph file has its log, or its socket. */
export async function standsBesideGraph(path: string): Promise<boolean> {
  return BESIDE.test(path) && isGraphFile(path.replace(BESIDE, ''));
}

async function isGraphFile(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING.length), 0, BEGINNING.length, 0);
    return bytesRead === BEGINNING.length && buffer.equals(BEGINNING);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
