import { switchableServices, type SubPlatformFact, type SwitchableService } from '@lianxue/contracts';
import { Logger } from '@nestjs/common';
import type { z } from 'zod';
import type { Statements } from '../apps/sandboxes.js';

/** A sub-platform that is open, as identity told of it. */
export type SubPlatform = z.output<typeof SubPlatformFact>;

/** What was read is believed so long: a change is in force everywhere within seconds, and thousands of calls share one read. */
const believedMs = 1000;

interface Reading {
  readonly until: number;
  readonly bySlug: ReadonlyMap<string, SubPlatform>;
  readonly byHost: ReadonlyMap<string, SubPlatform>;
  readonly byId: ReadonlyMap<string, SubPlatform>;
  /** Services that somewhere are switched off. */
  readonly missed: ReadonlySet<SwitchableService>;
  /** Answers that hang on the tree. */
  readonly nearest: Map<string, Promise<SubPlatform | undefined>>;
}

const nothing: Omit<Reading, 'until'> = { bySlug: new Map(), byHost: new Map(), byId: new Map(), missed: new Set(), nearest: new Map() };

/** Organisations at which an app is selected now. */
const selected = `select o.path from app_reach r join organisation o on o.id = r.organisation
  where r.client = $1 and r.active and (r.until is null or r.until > now())`;

/** The sub-platforms of the region: a few hundred rows, read whole. */
export class SubPlatforms {
  private readonly log = new Logger('SubPlatforms');
  private reading: Promise<Reading> | undefined;
  private read: Reading | undefined;

  constructor(private readonly statements: Statements) {}

  async atHost(host: string): Promise<SubPlatform | undefined> {
    return (await this.now()).byHost.get(host.toLowerCase().replace(/:\d+$/, ''));
  }

  async atSlug(slug: string): Promise<SubPlatform | undefined> {
    return (await this.now()).bySlug.get(slug);
  }

  /** The nearest sub-platform that all an app serves lies below; undefined for an app of the whole region. */
  ofApp(client: string): Promise<SubPlatform | undefined> {
    return this.nearest(
      `app ${client}`,
      `select p.id from sub_platform p join organisation home on home.id = p.organisation
       where p.open and (select bool_and(s.path <@ home.path) from (${selected}) s) order by nlevel(home.path) desc limit 1`,
      client,
    );
  }

  /** Whether a service is switched off anywhere; false at once, without waiting, as long as what was read is believed. */
  isMissedSomewhere(service: SwitchableService): boolean | Promise<boolean> {
    const now = this.now();
    return now instanceof Promise ? now.then(({ missed }) => missed.has(service)) : now.missed.has(service);
  }

  /** The nearest sub-platform at or above an organisation: what it says holds there. */
  over(organisation: string): Promise<SubPlatform | undefined> {
    return this.nearest(
      `at ${organisation}`,
      `select p.id from organisation o join organisation home on home.path @> o.path join sub_platform p on p.organisation = home.id and p.open
       where o.id = $1 order by nlevel(home.path) desc limit 1`,
      organisation,
    );
  }

  /** Of an app that names no organisation: the sub-platform that switched a service off, when no organisation it serves has it. */
  async withoutFor(client: string, service: SwitchableService): Promise<SubPlatform | undefined> {
    const rows = await this.ask<{ id: string | null }>(
      `select case when bool_and(near.id is not null) then (min(near.id::text))::uuid end as id
       from (${selected}) s left join lateral (
         select case when not ($2 = any(p.services)) then p.id end as id
         from organisation home join sub_platform p on p.organisation = home.id and p.open
         where home.path @> s.path order by nlevel(home.path) desc limit 1) near on true`,
      [client, service],
    );
    const id = rows?.[0]?.id;
    return id ? (await this.now()).byId.get(id) : undefined;
  }

  private async nearest(key: string, text: string, value: string): Promise<SubPlatform | undefined> {
    const { nearest, byId } = await this.now();
    let found = nearest.get(key);
    if (!found) nearest.set(key, (found = this.ask<{ id: string }>(text, [value]).then((rows) => rows?.[0] && byId.get(rows[0].id))));
    return found;
  }

  /** A switch is no lock: while the database is away, what was known goes on, and the rest counts as switched on. */
  private async ask<R extends object>(text: string, values: unknown[] = []): Promise<R[] | undefined> {
    try {
      return (await this.statements.query<R>(text, values)).rows;
    } catch (error) {
      this.log.warn(`Sub-platforms cannot be read: ${String(error)}`);
      return undefined;
    }
  }

  private now(): Promise<Reading> | Reading {
    if (this.read && this.read.until > Date.now()) return this.read;
    return (this.reading ??= this.readAll().finally(() => (this.reading = undefined)));
  }

  private async readAll(): Promise<Reading> {
    const until = Date.now() + believedMs;
    const rows = await this.ask<{ slugs: string[]; told: SubPlatform }>('select slugs, told from sub_platform where open order by id');
    if (!rows) return (this.read = { ...(this.read ?? nothing), nearest: new Map(), until });
    const told = rows.map(({ told }) => told);
    this.read = {
      until,
      bySlug: new Map(rows.flatMap(({ slugs, told }) => slugs.map((slug) => [slug, told] as const))),
      byHost: new Map(told.flatMap((each) => (each.host === null ? [] : [[each.host, each] as const]))),
      byId: new Map(told.map((each) => [each.id, each])),
      missed: new Set(told.flatMap(({ services }) => switchableServices.filter((service) => !services.includes(service)))),
      nearest: new Map(),
    };
    return this.read;
  }
}
