import {
  CLOCK,
  inBeijing,
  OrganisationUnknown,
  registrationTargetFacts,
  type Call,
  type Clock,
  type identity,
  type InputOf,
  type OutputOf,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { RegistrationTarget } from './registration-target.entity.js';

type Group = OutputOf<typeof identity.registration>['groups'][number];

/** How many of those who should have an account have one and use it. */
@Injectable()
export class CountingRegistrants {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async count(organisation: string, call: Call) {
    await this.store.one(OrganisationRecord, organisation, call, OrganisationUnknown);
    // Everyone once, though they hold posts in two schools; the account must still be open.
    const groups = await this.store.read<Pick<Group, 'who' | 'people' | 'registered'> & { target: string | null }>(
      sql`with held as (
            select g.who, p.person from (values ('teachers', array['teacher', 'homeroomTeacher']), ('pupils', array['pupil']), ('guardians', array['guardian'])) g (who, roles)
            join organisation here on here.id = ${organisation}
            join organisation o on o.path <@ here.path
            join post p on p.organisation = o.id and p.role = any(g.roles) and not p.ended
            group by g.who, p.person)
          select g.who, count(h.person)::int as people,
                 count(h.person) filter (where exists (select 1 from registrant r where r.person = h.person)
                                           and exists (select 1 from account a where a.person = h.person and not a.closed))::int as registered,
                 (select s.rate from registration_target s join organisation o on o.id = s.organisation join organisation here on o.path @> here.path
                  where here.id = ${organisation} and s.who = g.who order by nlevel(o.path) desc limit 1) as target
          from (values (1, 'teachers'), (2, 'pupils'), (3, 'guardians')) g (place, who) left join held h on h.who = g.who
          group by g.place, g.who order by g.place`,
    );
    return {
      organisation,
      at: inBeijing(this.clock.now()),
      groups: groups.map(({ who, people, registered, target: set }) => {
        const rate = people === 0 ? null : Math.round((registered / people) * 10_000) / 10_000;
        const target = set === null ? null : Number(set);
        // Judged by the people, not by the rounded rate: 899 of 1,000 are not 90 %.
        const reached = target === null || people === 0 ? null : registered >= target * people;
        return { who, people, registered, rate, target, reached };
      }),
    };
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
