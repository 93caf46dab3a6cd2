import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { memoryOf } from './cpu.js';

/** A reference running as a process of its own. */
export class Reference {
  private constructor(
    readonly pid: number,
    readonly port: number,
    /** Milliseconds from spawn to its word that it is ready. */
    readonly startMs: number,
    private readonly child: ChildProcess,
  ) {}

  static async start(file: string, port: number, env: Record<string, string>, ...args: string[]): Promise<Reference> {
    const began = performance.now();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'references', `${file}.js`), ...args], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', BENCH_PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((done, fail) => {
      child.stdout.on('data', (chunk: Buffer) => chunk.includes('ready') && done());
      child.once('exit', (code) => fail(new Error(`the reference ${file} ended with ${code}`)));
    });
    return new Reference(child.pid!, port, performance.now() - began, child);
  }

  get memoryMb(): number {
    return memoryOf(this.pid);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await ended;
  }
}
