import { Agent, request } from 'node:http';

const QUERY = JSON.stringify({ query: '{ place(by: { slug: "kota-surabaya-id" }) { id name kind country { name } } }' });
/** Time between the end of one read and the start of the next. */
const PAUSE_MS = 2;

export interface Latencies {
  /** How many reads. */
  readonly n: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Reads one place again and again over one connection, until it is stopped. */
export class PointReads {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #measured: number[] = [];
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(url: string) {
    this.#url = url;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** The latencies since the last time that this was asked, in milliseconds. */
  taken(): number[] {
    const measured = this.#measured;
    this.#measured = [];
    return measured;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
    this.#agent.destroy();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const started = performance.now();
      await this.#read();
      this.#measured.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  #read(): Promise<void> {
    return new Promise((resolve, reject) => {
      const asking = request(
        `${this.#url}/graphql`,
        { method: 'POST', agent: this.#agent, headers: { 'content-type': 'application/json' } },
        (answer) => {
          answer.resume();
          answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`a point read answered ${answer.statusCode}`))));
        },
      );
      asking.on('error', reject);
      asking.end(QUERY);
    });
  }
}

export function latenciesOf(measured: readonly number[]): Latencies {
  const rising = [...measured].sort((one, other) => one - other);
  const at = (share: number) => rounded(rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? Number.NaN);
  return { n: rising.length, p50Ms: at(0.5), p99Ms: at(0.99) };
}

export function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
