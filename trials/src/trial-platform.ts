import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..', '..');

/** A process as `.lianxue/run.json` records it. */
export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  readonly port?: number;
}

/** What `npm start` writes for people who script against it. */
export interface Demo {
  readonly baseUrl: string;
  readonly issuer: string;
  readonly clients: readonly {
    clientId: string;
    clientSecret: string;
    redirectUri: string;
    grants: string[];
    scopes: string[];
    what: string;
  }[];
  readonly users: readonly { username: string; password: string; roles: string[]; org: string; what: string }[];
}

/** Rate limits so wide that they are not what a trial measures. */
export const withoutLimits = { LIANXUE_LIMIT_SIGNED_IN: '1000000000/60', LIANXUE_LIMIT_ANONYMOUS: '1000000000/60' };

/** The issuer depends on the port, so a home keeps its own; two checkouts on one machine do not meet. */
const portOf = (home: string) => 20_000 + (createHash('sha256').update(home).digest().readUInt32BE() % 10_000);

/** A whole platform of a trial's own: started by the same command as everyone's, in a folder and at a port of its own. */
export class TrialPlatform {
  private launcher: ChildProcess | undefined;

  private constructor(
    readonly home: string,
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  /** Starts it and returns when it is ready. `env` goes to the launcher and from it to every service. */
  static async start(name: string, env: Record<string, string> = {}): Promise<TrialPlatform> {
    const home = join(root, '.lianxue', 'trials', name);
    mkdirSync(home, { recursive: true });
    const platform = new TrialPlatform(home, portOf(home), env);
    await platform.launch();
    return platform;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get demo(): Demo {
    return JSON.parse(readFileSync(join(this.home, 'demo.json'), 'utf8')) as Demo;
  }

  get processes(): RunningProcess[] {
    return (JSON.parse(readFileSync(join(this.home, 'run.json'), 'utf8')) as { processes: RunningProcess[] }).processes;
  }

  process(name: string): RunningProcess {
    const found = this.processes.find((process) => process.name === name);
    if (!found) throw new Error(`no process ${name} in ${this.home}`);
    return found;
  }

  /** Waits until every service says it is ready; the launcher restarts what died. */
  async untilReady(patienceMs = 90_000): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      if (this.launcher?.exitCode !== null && this.launcher?.exitCode !== undefined)
        throw new Error(`the platform ended; see ${join(this.home, 'launcher.log')}`);
      if (await this.isReady()) return;
      if (Date.now() > deadline) throw new Error(`the platform was not ready after ${patienceMs / 1000} s; see ${this.home}`);
      await sleep(100);
    }
  }

  async stop(): Promise<void> {
    if (!this.launcher || this.launcher.exitCode !== null) return;
    const ended = new Promise((done) => this.launcher!.once('exit', done));
    this.launcher.kill('SIGTERM');
    await ended;
  }

  private async launch(): Promise<void> {
    const log = openSync(join(this.home, 'launcher.log'), 'a');
    this.launcher = spawn(process.execPath, [join(root, 'deploy', 'local', 'start.mjs'), 'start'], {
      cwd: root,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...this.env, LIANXUE_HOME: this.home, LIANXUE_PORT: String(this.port) },
    });
    await this.untilReady(300_000);
  }

  private async isReady(): Promise<boolean> {
    const file = join(this.home, 'run.json');
    if (!existsSync(file)) return false;
    try {
      if ((JSON.parse(readFileSync(file, 'utf8')) as { phase: string }).phase !== 'ready') return false;
      return (await fetch(`${this.origin}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
    } catch {
      return false;
    }
  }
}
