import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { end, isAlive, markOf, spawnApart, type Mark } from './processes.js';
import { RunRecord } from './run-record.js';
import { Supervisor, type Running } from './supervisor.js';
import { takeTurn } from './turn.js';

describe('processes of a platform', () => {
  let folder: string;
  const started: Mark[] = [];
  /** A process that lives until it is told to end, in a group of its own. */
  const sleeper = (...script: string[]): Mark => {
    const child = spawnApart(process.execPath, ['-e', script.join(';') || 'setInterval(() => {}, 1000)'], { log: join(folder, 'log') });
    const mark = markOf(child.pid!)!;
    started.push(mark);
    return mark;
  };
  const until = async (condition: () => boolean) => {
    for (let tries = 0; !condition() && tries < 500; tries++) await sleep(20);
    expect(condition()).toBe(true);
  };

  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lianxue-processes-'))));
  afterEach(async () => {
    for (const mark of started.splice(0)) await end(mark, { signal: 'SIGKILL' });
    rmSync(folder, { recursive: true, force: true });
  });

  it('are recognised by pid and start time: a pid alone proves nothing', () => {
    const mark = sleeper();
    expect(isAlive(mark)).toBe(true);
    expect(isAlive({ ...mark, started: 'another time' })).toBe(false);
  });

  it('are killed with their children when they do not end', async () => {
    const stubborn = sleeper(
      'process.on("SIGTERM", () => {})',
      'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" })',
      'setInterval(() => {}, 1000)',
    );
    const childrenOf = () => spawnLines('ps', ['-o', 'pid=', '--ppid', String(stubborn.pid)]);
    let children: string[] = [];
    for (let tries = 0; children.length === 0 && tries < 200; tries++) children = await childrenOf();
    await end(stubborn, { patience: 100 });
    expect(isAlive(stubborn)).toBe(false);
    await until(() => children.every((pid) => markOf(Number(pid)) === undefined));
  });

  it('are started again when they end by themselves, and not when they were told to', async () => {
    const marks: Mark[] = [];
    const start = async (): Promise<Running> => {
      const mark = sleeper();
      marks.push(mark);
      const ended = (async () => {
        while (isAlive(mark)) await sleep(10);
      })();
      return { mark, port: undefined, ended, stop: () => end(mark) };
    };
    const supervisor = new Supervisor(
      'sleeper',
      start,
      () => {},
      () => {},
    );
    await supervisor.up();
    await end(marks[0]!, { signal: 'SIGKILL' });
    await until(() => marks.length === 2);
    await supervisor.down();
    await sleep(500);
    expect(marks).toHaveLength(2);
    expect(marks.filter(isAlive)).toEqual([]);
  });

  it('left behind by a killed launcher are found and ended', async () => {
    const record = new RunRecord(join(folder, 'run.json'));
    record.begin('http://127.0.0.1:3000');
    const marks = ['postgres', 'nats', 'identity', 'gateway'].map((name) => ({ name, mark: sleeper() }));
    for (const { name, mark } of marks) record.started({ name, ...mark, port: undefined });
    const later = new RunRecord(join(folder, 'run.json'));
    expect(later.alive()?.origin).toBe('http://127.0.0.1:3000');
    expect(await later.endLeftovers()).toBe(4);
    expect(marks.some(({ mark }) => isAlive(mark))).toBe(false);
  });

  it('are started by one launcher at a time; a dead one’s turn is taken over', () => {
    const file = join(folder, 'launcher');
    const release = takeTurn(file);
    expect(() => takeTurn(file)).toThrow('being started');
    release();
    takeTurn(file)();
  });
});

function spawnLines(program: string, args: string[]): Promise<string[]> {
  return new Promise((resolve) => {
    let text = '';
    const child = spawn(program, args);
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('close', () => resolve(text.trim().split(/\s+/).filter(Boolean)));
  });
}
