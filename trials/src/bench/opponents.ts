import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startNats, type NatsServer } from '@lianxue/local';
import pg from 'pg';
import type { TrialPlatform } from '../trial-platform.js';
import { Reference } from './reference.js';

const alone = ['r0-static', 'r1-bare', 'r1p-pipelined', 'r4-nest', 'r6-oidc'] as const;
const firstPort = 3921;

/** What the platform is compared with, each a process of its own over the same database. */
export class Opponents {
  private constructor(
    private readonly running: ReadonlyMap<string, readonly Reference[]>,
    private readonly nats: NatsServer,
  ) {}

  static async start(platform: TrialPlatform): Promise<Opponents> {
    const environment = environmentOf(platform, 'identity');
    const databaseUrl = environment['LIANXUE_DATABASE_URL']!;
    await tablesForNest(databaseUrl);
    const programs = join(import.meta.dirname, '..', '..', '..', '.lianxue', 'programs');
    const users = [{ name: 'bench', password: randomBytes(12).toString('base64url'), unrestricted: true as const }];
    const nats = await startNats({ folder: join(platform.home, 'bench-nats'), programs, users });
    const env = {
      BENCH_DATABASE_URL: databaseUrl,
      BENCH_JWKS: await (await fetch(`${platform.origin}/oidc/jwks`)).text(),
      BENCH_ISSUER: `${platform.origin}/oidc`,
      BENCH_NATS_URL: nats.urlOf('bench'),
    };
    const running = new Map<string, Reference[]>();
    for (const [index, name] of alone.entries()) running.set(name, [await Reference.start(name, firstPort + index, env)]);
    const service = await Reference.start('r5-moleculer', 0, env, 'service');
    const edge = await Reference.start('r5-moleculer', firstPort + alone.length, env, 'edge');
    running.set('r5-moleculer', [edge, service]);
    return new Opponents(running, nats);
  }

  portOf(name: string): number {
    return this.running.get(name)![0]!.port;
  }

  /** All processes of its own that an answer costs; PostgreSQL is everyone's. */
  pidsOf(name: string): number[] {
    const own = this.running.get(name)!.map(({ pid }) => pid);
    return name === 'r5-moleculer' ? [...own, this.nats.mark.pid] : own;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running.values()].flat().map((reference) => reference.stop()));
    await this.nats.stop();
  }
}

/** What a running process of the platform was told. */
export function environmentOf(platform: TrialPlatform, name: string): Record<string, string> {
  const entries = readFileSync(`/proc/${platform.process(name).pid}/environ`, 'utf8')
    .split('\0')
    .filter(Boolean);
  return Object.fromEntries(entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
}

/** The tables of the monolith that Nest's guides teach, with the same organisations in it. */
async function tablesForNest(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    drop table if exists bench_organisation, bench_resource;
    create table bench_organisation as
      select id, version, created_at, updated_at, parent, kind, name, short_name, former_names, division_code, school_code, credit_code,
             school_type, state, closed_on
        from organisation_record;
    alter table bench_organisation add primary key (id);
    create index on bench_organisation (kind, id desc);
    analyze bench_organisation;
    create table bench_resource (
      id uuid primary key, version int not null, created_at timestamptz not null, updated_at timestamptz not null, organisation uuid not null,
      title text not null, type text not null, stage text not null, subject text not null, keywords text[] not null, usage jsonb not null,
      status text not null);
    create index on bench_resource (organisation, id desc)`);
  await client.end();
}
