import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, isAlive, type Mark } from '@lianxue/local';

const script = join(import.meta.dirname, '..', '..', '..', 'deploy', 'local', 'start.mjs');
const run = promisify(execFile);

interface Recorded {
  readonly launcher: Mark;
  readonly phase: string;
  readonly generation: number;
  readonly processes: readonly (Mark & { readonly name: string })[];
}

/** What a newcomer does with `npm start`, and what happens to everyone else's machine. */
describe('npm start', () => {
  let home: string;
  let port: number;
  let launcher: ChildProcess;
  let output = '';
  const environment = () => ({ ...process.env, NODE_OPTIONS: '', LIANXUE_HOME: home, LIANXUE_PORT: String(port) });
  const recorded = () => JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')) as Recorded;
  const lastWords = ({ name }: { readonly name: string }) => readFileSync(join(home, 'logs', `${name}.log`), 'utf8').slice(-2000);
  const command = (...args: string[]) => run(process.execPath, [script, ...args], { env: environment() });

  /** In a process group of its own, as a shell starts it. */
  const start = async () => {
    output = '';
    launcher = spawn(process.execPath, [script, 'start'], { env: environment(), detached: true });
    for (const stream of [launcher.stdout!, launcher.stderr!]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    while (!output.includes('is ready')) {
      if (launcher.exitCode !== null) throw new Error(output);
      await sleep(100);
    }
  };
  const untilGone = async (marks: readonly Mark[]) => {
    for (let tries = 0; marks.some(isAlive) && tries < 300; tries++) await sleep(100);
    return marks.filter(isAlive);
  };

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lianxue-start-'));
    port = await freePort();
    await start();
  }, 300_000);

  afterAll(async () => {
    await command('stop').catch(() => undefined);
    rmSync(home, { recursive: true, force: true });
  }, 60_000);

  it('prints a curl that works as it is pasted, and keeps passwords to its owner', async () => {
    const line = output.split('\n').find((each) => each.trim().startsWith('curl'))!;
    const { stdout } = await run('bash', ['-c', line]);
    expect((JSON.parse(stdout) as { items: { kind: string }[] }).items[0]!.kind).toBe('school');
    for (const file of ['demo.json', 'secret', 'run.json', 'plan.json']) expect(statSync(join(home, file)).mode & 0o077).toBe(0);
  });

  it('says that it is running already, and where', async () => {
    const { stdout } = await command('start');
    expect(stdout).toContain(`already running at http://127.0.0.1:${port}`);
  });

  it('restarts the services of a running platform, and returns when they are ready', async () => {
    const before = recorded();
    await command('restart');
    const after = recorded();
    expect(after).toMatchObject({ phase: 'ready', generation: before.generation + 1, launcher: before.launcher });
    const pids = (of: Recorded) => Object.fromEntries(of.processes.map(({ name, pid }) => [name, pid]));
    expect(pids(after).postgres).toBe(pids(before).postgres);
    expect(pids(after).gateway).not.toBe(pids(before).gateway);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
  }, 120_000);

  it('takes over what a killed launcher left behind, and goes on with the same region', async () => {
    const accounts = readFileSync(join(home, 'demo.json'), 'utf8');
    const before = recorded();
    process.kill(before.launcher.pid, 'SIGKILL');
    await untilGone([before.launcher]);
    expect(before.processes.filter((mark) => !isAlive(mark)).map(lastWords)).toEqual([]);
    await start();
    expect(output).toContain('left running');
    expect(before.processes.filter(isAlive)).toEqual([]);
    expect(readFileSync(join(home, 'demo.json'), 'utf8')).toBe(accounts);
  }, 120_000);

  it('leaves no process behind at Ctrl-C, which reaches the whole group', async () => {
    const { processes, launcher: mark } = recorded();
    // Its last words may still be on their way when the process is gone.
    const said = new Promise((resolve) => launcher.once('close', resolve));
    process.kill(-launcher.pid!, 'SIGINT');
    expect(await untilGone([...processes, mark])).toEqual([]);
    await said;
    expect(output).toContain('Stopped');
  }, 60_000);

  it('names a busy port in one sentence', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const refused = await command('start').catch((error: { stderr: string }) => error);
    other.close();
    expect(refused.stderr.trim().split('\n')).toEqual([expect.stringContaining(`Port ${port} is in use`)]);
  }, 120_000);
});
