// Notices a child process that takes too much memory: V8's own limit does not count buffers.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Resident bytes; one result of 500 MB is evidence, not an attack. */
export const MEMORY_CAP = 1024 * 1024 * 1024;

const PERIOD = 100;
const PAGE = 4_096;

export class MemoryWatch {
  /** Resident bytes when last looked at. */
  resident = 0;
  readonly #pid: number;
  readonly #exceeded: () => void;
  #timer: ReturnType<typeof setTimeout> | null;

  /** Looks at the process until stopped; `exceeded` is called once. */
  constructor(pid: number, exceeded: () => void) {
    this.#pid = pid;
    this.#exceeded = exceeded;
    this.#timer = setTimeout(() => void this.#look(), PERIOD);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #look(): Promise<void> {
    const resident = await residentBytes(this.#pid).catch(() => 0);
    if (this.#timer === null) return;
    this.resident = resident;
    if (resident <= MEMORY_CAP) {
      this.#timer = setTimeout(() => void this.#look(), PERIOD);
      return;
    }
    this.stop();
    this.#exceeded();
  }
}

/** 0 where the system does not tell: the deadline then bounds what a bomb can take. */
async function residentBytes(pid: number): Promise<number> {
  if (process.platform === 'linux') {
    const statm = await readFile(`/proc/${pid}/statm`, 'utf8');
    return Number(statm.split(' ')[1]) * PAGE;
  }
  if (process.platform === 'win32') return 0;
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, output) => {
      resolve(error ? 0 : Number(output) * 1024);
    });
  });
}
