import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process as it is recognised later: a pid is given again to others, a pid with its start time is not. */
export interface Mark {
  readonly pid: number;
  /** As the system tells it; only compared for equality. */
  readonly started: string;
}

export interface SpawnOptions {
  readonly log: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/**
 * Starts a program in a process group of its own: Ctrl-C reaches the whole group of the terminal,
 * and what runs in it would die before the others have drained. Its output goes to a file.
 */
export function spawnApart(program: string, args: readonly string[], { log, cwd, env, uid, gid }: SpawnOptions): ChildProcess {
  const output = openSync(log, 'a', 0o600);
  try {
    return spawn(program, args, {
      detached: true,
      stdio: ['ignore', output, output],
      ...(cwd && { cwd }),
      ...(env && { env }),
      ...(uid !== undefined && { uid }),
      ...(gid !== undefined && { gid }),
    });
  } finally {
    closeSync(output);
  }
}

/** The mark of a living process; undefined when there is none of this pid (a zombie is none). */
export function markOf(pid: number): Mark | undefined {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    const started = stdout?.trim();
    return started ? { pid, started } : undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so fields are counted after it: state is the first, start time the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { pid, started: fields[19]! };
  } catch {
    return undefined;
  }
}

export const isAlive = (mark: Mark): boolean => markOf(mark.pid)?.started === mark.started;

/** Asks a process to end and waits; past `patience` its whole group is killed. */
export async function end(
  mark: Mark,
  { signal = 'SIGTERM', patience = 10_000 }: { signal?: NodeJS.Signals; patience?: number } = {},
): Promise<void> {
  if (!isAlive(mark)) return;
  signalTo(mark.pid, signal);
  const deadline = Date.now() + patience;
  while (isAlive(mark) && Date.now() < deadline) await sleep(20);
  if (!isAlive(mark)) return;
  signalTo(-mark.pid, 'SIGKILL');
  signalTo(mark.pid, 'SIGKILL');
  while (isAlive(mark)) await sleep(20);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Resolves once `ready` answers true; refuses when the process ends first, or after `patience`, with the last lines of its log. */
export async function untilReady(
  what: string,
  child: ChildProcess,
  log: string,
  ready: () => Promise<boolean>,
  patience = 30_000,
): Promise<void> {
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `ended with ${signal ?? code}`));
  const deadline = Date.now() + patience;
  while (!(await ready())) {
    if (failure === undefined && Date.now() > deadline) failure = `was not ready after ${patience / 1000} s`;
    if (failure !== undefined) {
      if (child.pid) signalTo(-child.pid, 'SIGKILL');
      throw new Error(`${what} ${failure}. Last lines of ${log}:\n${lastLines(log)}`);
    }
    await sleep(20);
  }
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
  } catch {
    return '(no log)';
  }
}
