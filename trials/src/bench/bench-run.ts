import { randomUUID } from 'node:crypto';
import type { Api, World } from '../story/world.js';
import type { TrialPlatform } from '../trial-platform.js';
import { interleave, median, ratio, type Arm, type Effort, type Round } from './arms.js';
import { memoryOf } from './cpu.js';
import { request, type Shot } from './load.js';
import { environmentOf, Opponents } from './opponents.js';
import { Reference } from './reference.js';
import { secondStart } from './second-start.js';
import type { Line } from './verdict.js';

/** What the bench found: judged lines, whether the machine was quiet enough, and every round. */
export interface Found {
  readonly lines: Line[];
  readonly noisy: boolean;
  readonly raw: Record<string, unknown>;
}

/** One run: the platform and its references on one machine, asked the same questions in turn. */
export class BenchRun {
  private opponents!: Opponents;
  private readonly raw: Record<string, unknown> = {};
  private admin!: Api;
  private token = '';
  private noisy = false;

  constructor(
    private readonly platform: TrialPlatform,
    private readonly world: World,
    private readonly effort: Effort,
    private readonly say: (line: string) => void,
  ) {}

  async all(): Promise<Found> {
    this.admin = await this.world.as('systemAdmin', this.world.city);
    await this.seed();
    this.opponents = await Opponents.start(this.platform);
    try {
      const lines = [
        ...(await this.pointReads()),
        ...(await this.lists()),
        ...(await this.creates()),
        ...(await this.tokenCheck()),
        ...(await this.clientCredentials()),
        ...(await this.depth()),
        ...(await this.footprint()),
      ];
      return { lines, noisy: this.noisy, raw: this.raw };
    } finally {
      await this.opponents.stop();
    }
  }

  private async seed(): Promise<void> {
    const found = await this.admin.get('/organisations', { query: { kind: 'teachingPoint', limit: 200 } });
    if ((found.body.items as unknown[]).length === 200) return;
    // Enough that a page deep in the list is far from the first.
    const seeded = this.effort.rounds > 1 ? 3000 : 300;
    this.say(`registering ${seeded} teaching points`);
    const token = await this.admin.token();
    const parent = this.world.centralSchool.id;
    await Promise.all(
      Array.from({ length: 16 }, async (_, worker) => {
        for (let n = worker; n < seeded; n += 16) {
          const answer = await this.admin.post(
            '/organisations',
            { parent, kind: 'teachingPoint', name: `试验教学点 ${n}` },
            { headers: { authorization: `Bearer ${token}` } },
          );
          if (answer.status !== 201) throw new Error(`seeding answered ${answer.status}: ${JSON.stringify(answer.body)}`);
        }
      }),
    );
  }

  private get ours(): number[] {
    return ['gateway', 'identity', 'nats', 'postgres'].map((name) => this.platform.process(name).pid);
  }

  private arm(name: string, shot: (port: number) => Shot, reference?: string): Arm {
    const port = reference ? this.opponents.portOf(reference) : Number(new URL(this.platform.origin).port);
    const pids = () => (reference ? [...this.opponents.pidsOf(reference), this.platform.process('postgres').pid] : this.ours);
    return { name, shot: () => shot(port), pids };
  }

  /** T1, T1b, T2, T3. */
  private async pointReads(): Promise<Line[]> {
    const path = `/api/v1/organisations/${this.world.school.id}`;
    this.token = await this.admin.token();
    const expected = Buffer.from(
      await (await fetch(`${this.platform.origin}${path}`, { headers: { authorization: `Bearer ${this.token}` } })).arrayBuffer(),
    );
    const bare = Buffer.from(await (await fetch(`http://127.0.0.1:${this.opponents.portOf('r1-bare')}${path}`)).arrayBuffer());
    if (!sameJson(expected, bare)) throw new Error(`the bodies differ: ${expected.toString()} and ${bare.toString()}`);
    const shot = (port: number): Shot => ({
      port,
      make: () => request('GET', path, { authorization: `Bearer ${this.token}` }),
      accept: (status, body) => status === 200 && body.length === expected.length,
    });
    const arms = [
      this.arm('R1', shot, 'r1-bare'),
      this.arm('ours', shot),
      this.arm('R1p', shot, 'r1p-pipelined'),
      this.arm('R1 again', shot, 'r1-bare'),
    ];
    const at64 = await this.measure('point read, 64 connections', arms, 64);
    await this.measure('point read, 8 connections', arms, 8);
    const at1 = await this.measure('point read, 1 connection', arms, 1);
    const atPeer = await this.measure('point read, over Moleculer', [this.arm('R5', shot, 'r5-moleculer'), this.arm('ours', shot)], 32);
    this.noisy ||= tooFar(at64['R1']!, at64['R1 again']!);
    return [
      {
        id: 'T6',
        what: 'point read, 32 connections ÷ Moleculer over NATS',
        ratio: ratio(atPeer['ours']!, atPeer['R5']!, 'perSecond'),
        sense: '>=',
        gate: 1.3,
        goal: 3,
      },
      {
        id: 'T1',
        what: 'authenticated point read, 64 connections ÷ bare',
        ratio: ratio(at64['ours']!, at64['R1']!, 'perSecond'),
        sense: '>=',
        gate: 0.5,
        goal: 1,
      },
      { id: 'T1b', what: '÷ bare, pipelined', ratio: ratio(at64['ours']!, at64['R1p']!, 'perSecond'), sense: '>=', gate: 0.4, goal: 0.8 },
      { id: 'T2', what: 'CPU per request ÷ bare', ratio: ratio(at64['ours']!, at64['R1']!, 'cpuMicros'), sense: '<=', gate: 2.5, goal: 1 },
      { id: 'T3', what: '1 connection, p50 ÷ bare', ratio: ratio(at1['ours']!, at1['R1']!, 'p50'), sense: '<=', gate: 3, goal: 2.5 },
    ];
  }

  /** T4. */
  private async lists(): Promise<Line[]> {
    const shot = (port: number): Shot => ({
      port,
      make: () => request('GET', '/api/v1/organisations?kind=teachingPoint&limit=20', { authorization: `Bearer ${this.token}` }),
      accept: (status) => status === 200,
    });
    const rounds = await this.measure('list of 20', [this.arm('R4', shot, 'r4-nest'), this.arm('ours', shot)], 64);
    return [
      {
        id: 'T4',
        what: 'filtered list of 20 ÷ Nest as taught',
        ratio: ratio(rounds['ours']!, rounds['R4']!, 'perSecond'),
        sense: '>=',
        gate: 1.5,
        goal: 3,
      },
    ];
  }

  /** T5: a draft of a teacher, with its fact, its audit entry and its idempotency record. */
  private async creates(): Promise<Line[]> {
    const teacher = await this.world.as('teacher', this.world.school);
    const token = await teacher.token();
    const shot = (port: number): Shot => ({
      port,
      make: (n) =>
        request(
          'POST',
          '/api/v1/resources',
          { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
          JSON.stringify({ title: `性能试验 ${n}`, type: 'microLesson', stage: 'primary', subject: 'mathematics' }),
        ),
      accept: (status) => status === 201,
    });
    const pids = () => ['gateway', 'resources', 'nats', 'postgres'].map((name) => this.platform.process(name).pid);
    const rounds = await this.measure('create', [this.arm('R4', shot, 'r4-nest'), { ...this.arm('ours', shot), pids }], 64);
    return [
      {
        id: 'T5',
        what: 'create through the commit ÷ Nest as taught',
        ratio: ratio(rounds['ours']!, rounds['R4']!, 'perSecond'),
        sense: '>=',
        gate: 1.2,
        goal: 2,
      },
    ];
  }

  /** T7: the same public operation, with a token to check and without. */
  private async tokenCheck(): Promise<Line[]> {
    const shot =
      (headers: () => Record<string, string>) =>
      (port: number): Shot => ({
        port,
        make: () => request('GET', '/api/v1/public-notices?limit=1', headers()),
        accept: (status) => status === 200,
      });
    const pids = () => ['gateway', 'activities', 'nats', 'postgres'].map((name) => this.platform.process(name).pid);
    const without = {
      ...this.arm(
        'without',
        shot(() => ({})),
      ),
      pids,
    };
    const with_ = {
      ...this.arm(
        'with',
        shot(() => ({ authorization: `Bearer ${this.token}` })),
      ),
      pids,
    };
    const rounds = await this.measure('token check', [without, with_], 64);
    return [
      {
        id: 'T7',
        what: 'token check: CPU with ÷ without',
        ratio: ratio(rounds['with']!, rounds['without']!, 'cpuMicros'),
        sense: '<=',
        gate: 1.5,
        goal: 1.3,
      },
    ];
  }

  /** T8. */
  private async clientCredentials(): Promise<Line[]> {
    const app = await this.admin.post('/apps', {
      organisation: this.world.city.id,
      name: `性能试验 ${this.world.run}`,
      grants: ['client_credentials'],
      scopes: ['identity.read'],
    });
    if (app.status !== 201) throw new Error(`registering an app answered ${app.status}: ${JSON.stringify(app.body)}`);
    const shot =
      (path: string, id: string, secret: string) =>
      (port: number): Shot => ({
        port,
        make: () => form(path, id, secret),
        accept: (status) => status === 200,
      });
    const arms = [
      this.arm('R6', shot('/token', 'bench', 'bench'), 'r6-oidc'),
      this.arm('ours', shot('/oidc/token', app.body.clientId as string, app.body.clientSecret as string)),
    ];
    const rounds = await this.measure('client credentials', arms, 64);
    return [
      {
        id: 'T8',
        what: 'client credentials ÷ oidc-provider in memory',
        ratio: ratio(rounds['ours']!, rounds['R6']!, 'perSecond'),
        sense: '>=',
        gate: 0.6,
        goal: 0.9,
      },
    ];
  }

  /** T12. */
  private async depth(): Promise<Line[]> {
    let cursor: string | undefined;
    let pages = 0;
    for (let next: string | undefined; ; cursor = next, pages++) {
      const answer = await this.admin.get('/organisations', { query: { kind: 'teachingPoint', limit: 200, cursor } });
      next = answer.body.next as string | undefined;
      if (!next) break;
    }
    const shot =
      (query: string) =>
      (port: number): Shot => ({
        port,
        make: () => request('GET', `/api/v1/organisations?kind=teachingPoint&limit=20${query}`, { authorization: `Bearer ${this.token}` }),
        accept: (status) => status === 200,
      });
    // A cursor is bound to its filter, not to the page's length, so the last page of 200 is where the last pages of 20 begin.
    const rounds = await this.measure(
      `page ${pages} of the list`,
      [this.arm('first', shot('')), this.arm('deep', shot(`&cursor=${encodeURIComponent(cursor ?? '')}`))],
      8,
    );
    return [
      {
        id: 'T12',
        what: 'page at the end ÷ first page, p50',
        ratio: ratio(rounds['deep']!, rounds['first']!, 'p50'),
        sense: '<=',
        gate: 1.5,
        goal: 1.1,
      },
    ];
  }

  /** T17, T19. */
  private async footprint(): Promise<Line[]> {
    const services = ['identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'];
    const empty = await Reference.start('empty-http', 3930, {});
    const memory = median(services.map((name) => memoryOf(this.platform.process(name).pid))) / empty.memoryMb;
    await empty.stop();
    const ours: number[] = [];
    const theirs: number[] = [];
    const env = { BENCH_DATABASE_URL: '', BENCH_JWKS: '{"keys":[]}' };
    for (let round = 0; round < this.effort.rounds; round++) {
      const environment = environmentOf(this.platform, 'resources');
      ours.push(await secondStart('resources', environment, 3931));
      const again = await Reference.start('r4-nest', 3932, { ...env, BENCH_DATABASE_URL: environment['LIANXUE_DATABASE_URL'] ?? '' });
      theirs.push(again.startMs);
      await again.stop();
    }
    this.raw['start to ready, ms'] = { ours, R4: theirs };
    return [
      { id: 'T17', what: 'memory of a service ÷ an empty Node http process', ratio: memory, sense: '<=', gate: 3, goal: 2.2 },
      {
        id: 'T19',
        what: 'a service, start to ready ÷ Nest as taught',
        ratio: median(ours) / median(theirs),
        sense: '<=',
        gate: 1.2,
        goal: 0.8,
      },
    ];
  }

  private async measure(what: string, arms: readonly Arm[], connections: number): Promise<Record<string, Round[]>> {
    this.token = await this.admin.token();
    const rounds = await interleave(arms, connections, this.effort);
    for (const [name, of] of Object.entries(rounds)) {
      const errors = of.reduce((sum, round) => sum + round.errors, 0);
      this.say(
        `${what.padEnd(32)} ${name.padEnd(10)} ${median(of.map((round) => round.perSecond))
          .toFixed(0)
          .padStart(
            7,
          )}/s  p50 ${median(of.map((round) => round.p50)).toFixed(2)} ms  CPU ${median(of.map((round) => round.cpuMicros)).toFixed(0)} µs  errors ${errors}`,
      );
      const wrong = of.find(({ firstError }) => firstError)?.firstError;
      if (errors) throw new Error(`${what}: ${name} had ${errors} errors, so its figures mean nothing; the first: ${wrong}`);
    }
    this.raw[what] = rounds;
    return rounds;
  }
}

const tooFar = (one: readonly Round[], other: readonly Round[]) => {
  const [a, b] = [one, other].map((rounds) => median(rounds.map(({ perSecond }) => perSecond))) as [number, number];
  return Math.abs(a - b) / Math.max(a, b) > 0.15;
};

const sameJson = (one: Buffer, other: Buffer) =>
  one.equals(other) || JSON.stringify(JSON.parse(one.toString())) === JSON.stringify(JSON.parse(other.toString()));

function form(path: string, id: string, secret: string): Buffer {
  const body = 'grant_type=client_credentials&scope=identity.read';
  const basic = Buffer.from(`${id}:${secret}`).toString('base64');
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Basic ${basic}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}
