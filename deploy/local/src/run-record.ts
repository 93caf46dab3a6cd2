import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { end, isAlive, markOf, type Mark } from './processes.js';

export type Phase = 'starting' | 'ready' | 'restarting' | 'stopping';

/** A process of the running platform; `port` is where it answers (a service: its health). */
export interface KnownProcess extends Mark {
  readonly name: string;
  readonly port: number | undefined;
}

interface Recorded {
  launcher: Mark;
  phase: Phase;
  origin: string;
  /** Counts completed restarts. */
  generation: number;
  processes: KnownProcess[];
}

/** `.lianxue/run.json`: what runs, written at every change, so that it can be found after the launcher was killed. */
export class RunRecord {
  private now: Recorded | undefined;

  constructor(private readonly file: string) {}

  read(): Recorded | undefined {
    if (!existsSync(this.file)) return undefined;
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Recorded;
    } catch {
      return undefined;
    }
  }

  /** What runs under a living launcher; undefined when there is none. */
  alive(): Recorded | undefined {
    const recorded = this.read();
    return recorded && isAlive(recorded.launcher) ? recorded : undefined;
  }

  begin(origin: string): void {
    this.now = { launcher: markOf(process.pid)!, phase: 'starting', origin, generation: 0, processes: [] };
    this.write();
  }

  phase(phase: Phase): void {
    if (this.now!.phase === 'restarting' && phase === 'ready') this.now!.generation++;
    this.now!.phase = phase;
    this.write();
  }

  started(known: KnownProcess): void {
    this.now!.processes = [...this.now!.processes.filter(({ name }) => name !== known.name), known];
    this.write();
  }

  /** Ends what a launcher that is no more has left behind, in the order of a proper stop. Answers how many there were. */
  async endLeftovers(): Promise<number> {
    const left = (this.read()?.processes ?? []).filter(isAlive);
    const of = (...names: string[]) => left.filter(({ name }) => names.includes(name));
    await Promise.all(of('gateway').map((each) => end(each)));
    await Promise.all(left.filter(({ name }) => !['gateway', 'nats', 'postgres'].includes(name)).map((each) => end(each)));
    await Promise.all(of('nats').map((each) => end(each)));
    await Promise.all(of('postgres').map((each) => end(each, { signal: 'SIGINT' })));
    return left.length;
  }

  clear(): void {
    rmSync(this.file, { force: true });
  }

  private write(): void {
    writeFileSync(`${this.file}.half`, `${JSON.stringify(this.now, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.file}.half`, this.file);
  }
}
