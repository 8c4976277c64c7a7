import type { Io } from './io';

/** What has not ended by then is shown to be under way. */
const QUIET_MILLISECONDS = 300;

/** Shows on a terminal what is under way, and for how long, until it ends; elsewhere nothing. */
export async function withProgress<T>(what: string, io: Io, work: Promise<T>): Promise<T> {
  if (!io.watched) return work;
  const started = performance.now();
  const show = () => io.stderr(`\r${what} … ${Math.floor((performance.now() - started) / 1000)} s`);
  const timer = setInterval(show, QUIET_MILLISECONDS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    io.stderr('\r\x1b[K');
  }
}
