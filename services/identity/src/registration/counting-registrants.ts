import {
  CLOCK,
  inBeijing,
  OrganisationUnknown,
  registrants,
  registrationTargetFacts,
  type Call,
  type Clock,
  type identity,
  type InputOf,
  type OutputOf,
} from '@lianxue/contracts';
import { sql, Store, type ListOrder } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { RegistrationTarget } from './registration-target.entity.js';

type Group = OutputOf<typeof identity.registration>['groups'][number];
type Below = OutputOf<typeof identity.registrationBelow>['items'][number];

const byName: ListOrder = {
  columns: [
    ['name', 'text'],
    ['id', 'uuid'],
  ],
};

/** How many of those who should have an account have one and use it. */
@Injectable()
export class CountingRegistrants {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async count(organisation: string, call: Call) {
    await this.store.one(OrganisationRecord, organisation, call, OrganisationUnknown);
    const groups = await this.among([organisation], registrants);
    return { organisation, at: inBeijing(this.clock.now()), groups: groups.map(({ organisation: _, ...group }) => group) };
  }

  /** The organisations directly below, each with all below it. */
  async below({ organisationId, who, ...paging }: InputOf<typeof identity.registrationBelow>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const { items, ...rest } = await this.store.pageOf<Pick<Below, 'organisation' | 'name' | 'kind'>>(
      sql`select id, id as organisation, name, kind from organisation where parent = ${organisationId}::uuid and not closed`,
      call,
      { ...paging, order: byName },
    );
    const groups = await this.among(
      items.map((item) => item.organisation),
      [who],
    );
    const found = new Map(groups.map((group) => [group.organisation, group]));
    return { items: items.map(({ organisation, name, kind }) => ({ name, kind, ...found.get(organisation)! })), ...rest };
  }

  /** Everyone once in each, though they hold posts in two of its schools; the account must still be open. */
  private async among(organisations: readonly string[], whom: readonly Group['who'][]): Promise<(Group & { organisation: string })[]> {
    const rows = await this.store.scan<Pick<Group, 'who' | 'people' | 'registered'> & { organisation: string; target: string | null }>(
      sql`select here.id as organisation, g.who, count(h.person)::int as people,
                 count(h.person) filter (where exists (select 1 from registrant r where r.person = h.person)
                                           and exists (select 1 from account a where a.person = h.person and not a.closed))::int as registered,
                 (select s.rate from registration_target s join organisation o on o.id = s.organisation
                  where o.path @> here.path and s.who = g.who order by nlevel(o.path) desc limit 1) as target
          from (values (1, 'teachers', array['teacher', 'homeroomTeacher']), (2, 'pupils', array['pupil']), (3, 'guardians', array['guardian'])) g (place, who, roles)
            cross join organisation here
            left join lateral (
              select distinct p.person from organisation o join post p on p.organisation = o.id and p.role = any(g.roles) and not p.ended
              where o.path <@ here.path) h on true
          where here.id = any(${organisations}::uuid[]) and g.who = any(${whom}::text[])
          group by here.id, here.path, g.place, g.who order by here.id, g.place`,
    );
    return rows.map(({ target: set, ...row }) => {
      const { people, registered } = row;
      const rate = people === 0 ? null : Math.round((registered / people) * 10_000) / 10_000;
      const target = set === null ? null : Number(set);
      // Judged by the people, not by the rounded rate: 899 of 1,000 are not 90 %.
      return { ...row, rate, target, reached: target === null || people === 0 ? null : registered >= target * people };
    });
  }

  setTarget({ organisationId, who, rate }: InputOf<typeof identity.setRegistrationTarget>, call: Call) {
    return this.store.commit(call, async (work) => {
      const { id: organisation } = await work.one(OrganisationRecord, organisationId, OrganisationUnknown);
      const [there] = await work.all(RegistrationTarget, sql`t.organisation = ${organisation} and t.who = ${who}`);
      const target = Object.assign(there ?? new RegistrationTarget(), { organisation, who, rate });
      await (there ? work.update(target, registrationTargetFacts.set) : work.insert(target, registrationTargetFacts.set));
      return { organisation, who, rate };
    });
  }
}
