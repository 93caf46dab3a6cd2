import {
  CLOCK,
  consentLife,
  dayInBeijing,
  inBeijing,
  OrganisationUnknown,
  PersonUnknown,
  refuse,
  type Call,
  type Caller,
  type Clock,
  type DataPurposeName,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { itself } from '../itself.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { PeopleFields } from '../people/people-fields.js';
import { Post } from '../people/post.entity.js';
import { ReadingPeople } from '../people/reading-people.js';
import { Asking, type AppAsking } from './asking.js';
import { Consent } from './consent.entity.js';
import { ConsentStanding } from './standing.js';

/** Consents as the family, the school and the app see them. */
@Injectable()
export class ReadingConsents {
  constructor(
    private readonly store: Store,
    private readonly asking: Asking,
    private readonly standing: ConsentStanding,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What apps ask for one ward, and what was decided. */
  async ofWard(child: string, call: Call) {
    const met = await this.store.first(Post, sql`t.person = ${child} and t.role = 'pupil' and not t.ended`, call);
    if (!met) throw refuse(PersonUnknown);
    const asked = await this.asking.at([met.organisation]);
    const [person] = await this.store.read<{ alone: boolean }>(
      sql`select ${this.standing.decidesAlone(sql`p`)} as alone from person p where p.id = ${child}`,
    );
    const decided = await this.store.page(
      Consent,
      { ...call, caller: itself },
      { where: sql`t.child = ${child} and t.state in ('given', 'refused')`, limit: 200 },
      (row) => row,
    );
    const covered = new Map<string, readonly DataPurposeName[]>();
    for (const { client } of asked) covered.set(client, (await this.standing.covering(client, [child]))?.(child) ?? []);
    return {
      apps: asked.map((app) => {
        const consent = decided.items.find(({ client }) => client === app.client);
        const free = app.purposes.every(({ basis }) => basis === 'statutory');
        return {
          ...appView(app),
          asks: free ? ('nobody' as const) : person?.alone ? ('self' as const) : ('guardian' as const),
          consent: consent ? consentView(consent, call.caller) : null,
          covered: [...covered.get(app.client)!],
          valid: covered.get(app.client)!.length > 0,
        };
      }),
    };
  }

  /** For each app that works by consent: how many pupils of this school have decided. */
  async counts(organisation: string, call: Call) {
    await this.store.one(OrganisationRecord, organisation, call, OrganisationUnknown);
    const asked = (await this.asking.at([organisation])).filter(({ forPupils }) => forPupils === 'consent');
    const apps = [];
    for (const { client, name } of asked) {
      const [count] = await this.store.read<{ pupils: number; given: number; refused: number }>(
        sql`select count(*)::int as pupils, count(*) filter (where ${this.standing.valid(sql`p`, sql`${client}`)})::int as given,
                   count(*) filter (where ${refusedBy(client)})::int as refused
            from post t join person p on p.id = t.person where ${this.pupilsOf(organisation)}`,
      );
      apps.push({ client, name, ...count!, missing: count!.pupils - count!.given - count!.refused });
    }
    return { apps };
  }

  /** The pupils of a school for whom an app that works by consent has none. */
  async missing({ organisationId, client, ...paging }: InputOf<typeof identity.consentsMissing>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const [asked] = await this.asking.at([organisationId], client);
    if (asked?.forPupils !== 'consent') return { items: [] };
    const without = sql`exists (select 1 from person p where p.id = t.person and not ${this.standing.valid(sql`p`, sql`${client}`)})`;
    const where = sql`${this.pupilsOf(organisationId)} and ${without}`;
    const { items: posts, ...rest } = await this.store.page(Post, call, { where, ...paging }, (post) => post);
    const ids = posts.map(({ person }) => person);
    const shown = await this.fields.of(call.caller, await this.people.byId(ids), () => organisationId);
    const rows = await this.store.read<{ id: string; alone: boolean; refused: boolean }>(
      sql`select p.id, ${this.standing.decidesAlone(sql`p`)} as alone, ${refusedBy(client)} as refused from person p where p.id = any(${ids}::uuid[])`,
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    const items = ids.map((person) => {
      const { name, masked } = shown.get(person)!;
      const { alone, refused } = known.get(person)!;
      return { person, name, masked, asks: alone ? ('self' as const) : ('guardian' as const), refused };
    });
    return { items, ...rest };
  }

  /** The pupils of a school for whom the asking app has a consent: ids, and what for. */
  async consented({ organisationId, ...paging }: InputOf<typeof identity.consentedPupils>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const { client } = call.caller;
    const holds = sql`exists (select 1 from person p where p.id = t.person and ${this.standing.valid(sql`p`, sql`${client}`)})`;
    const where = sql`${this.pupilsOf(organisationId)} and ${holds}`;
    const { items: posts, ...rest } = await this.store.page(Post, call, { where, ...paging }, ({ person }) => person);
    const consents = await this.store.read<Pick<Consent, 'id' | 'child' | 'purposes' | 'textVersion' | 'until'>>(
      sql`select id, child, purposes, text_version as "textVersion", until from consent
          where child = any(${posts}::uuid[]) and client = ${client} and state = 'given'`,
    );
    const byChild = new Map(consents.map((row) => [row.child, row]));
    const items = posts.flatMap((person) => {
      const found = byChild.get(person);
      if (!found) return [];
      const { id: consent, purposes, textVersion, until } = found;
      return [{ consent, person, purposes, textVersion, until: until && inBeijing(until) }];
    });
    return { items, ...rest };
  }

  private pupilsOf(organisation: string): Sql {
    const today = dayInBeijing(this.clock.now());
    return sql`t.organisation = ${organisation} and t.role = 'pupil' and not t.ended and t.since <= ${today} and (t.until is null or t.until >= ${today})`;
  }
}

const refusedBy = (client: string): Sql =>
  sql`exists (select 1 from consent c where c.child = p.id and c.client = ${client} and c.state = 'refused')`;

const appView = ({ client, name, organisation, profile, purposes, textVersion, forPupils }: AppAsking) => ({
  client,
  name,
  organisation,
  profile,
  purposes: [...purposes],
  textVersion,
  forPupils,
});

export const consentView = (row: Consent, caller: Caller) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  organisation: row.organisation,
  child: row.child,
  client: row.client,
  guardian: row.guardian,
  bySelf: row.bySelf,
  purposes: row.purposes,
  textVersion: row.textVersion,
  state: row.state,
  until: row.until && inBeijing(row.until),
  endedAt: row.endedAt && inBeijing(row.endedAt),
  ending: row.ending,
  moves: consentLife.movesFor(row.state, caller),
});
