import { SingleBar } from 'cli-progress';

/** Shows how far something long has come. */
export interface Progress {
  /** How much is done, in the unit that was named. */
  update(done: number): void;
  stop(): void;
}

const EVERY_MS = 5_000;

/**
 * A bar with rate and time left on a terminal; elsewhere a line now and then, so that a log reads well.
 * `total` null: it is not known how much there is.
 */
export function progressOf(what: string, total: number | null, stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? bar(what, total, stream) : lines(what, total, stream);
}

function bar(what: string, total: number | null, stream: NodeJS.WriteStream): Progress {
  const shown = new SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    format:
      total === null
        ? `  {value} ${what} | {speed}/s | {duration_formatted}`
        : `  {bar} {percentage} % | {value} of {total} ${what} | {speed}/s | {eta_formatted} left`,
  });
  const started = performance.now();
  const speed = (done: number) => ({ speed: rate(done, started) });
  shown.start(total ?? 0, 0, speed(0));
  return {
    update: (done) => {
      if (total === null) shown.setTotal(done);
      shown.update(done, speed(done));
    },
    stop: () => shown.stop(),
  };
}

function lines(what: string, total: number | null, stream: NodeJS.WriteStream): Progress {
  const started = performance.now();
  let last = started;
  return {
    update: (done) => {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      stream.write(`  ${done}${total === null ? '' : ` of ${total}`} ${what}, ${rate(done, started)}/s\n`);
    },
    stop: () => undefined,
  };
}

function rate(done: number, started: number): number {
  return Math.round(done / Math.max(0.001, (performance.now() - started) / 1000));
}
