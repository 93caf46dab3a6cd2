import { CLOCK, dayInBeijing, type Clock } from '@lianxue/contracts';
import { Sealer, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { CurrentPosts } from '../people/current-posts.js';
import { phoneLookup } from '../people/person-numbers.js';

/** A grandmother’s phone may serve a dozen; a number that a school entered for everybody serves nobody. */
const mostOwners = 20;
const batch = 500;

/** Whom a phone speaks for: those who carry its number and hold a post now. */
@Injectable()
export class PhoneOwners implements OnApplicationBootstrap {
  private readonly log = new Logger('PhoneOwners');

  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    private readonly posts: CurrentPosts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Numbers written before they could be looked up become findable, in the background. */
  onApplicationBootstrap(): void {
    void this.makeFindable().catch((error: Error) => this.log.warn(`Phones will be made findable at the next start: ${error.message}`));
  }

  lookup(phone: string): string {
    return phoneLookup(this.sealer, phone);
  }

  /** With an account only, when it is a password that is to be set. */
  async of(lookup: string, withAccount: boolean): Promise<{ id: string; name: string; organisation: string; username: string | null }[]> {
    const today = dayInBeijing(this.clock.now());
    const found = await this.store.read<{ id: string; name: string; organisation: string; username: string | null }>(
      sql`select p.id, p.name, p.organisation, a.username from person p left join account a on a.person = p.id and not a.closed
          where p.phone_lookup = ${lookup} and not p.closed and (a.id is not null or not ${withAccount}::boolean)
            and exists (select 1 from post t where t.person = p.id and not t.ended and t.since <= ${today} and (t.until is null or t.until >= ${today}))
          order by p.id limit ${mostOwners + 1}`,
    );
    return found.length > mostOwners ? [] : found;
  }

  /** As the family tells its members apart: by the end of the name and where they are. */
  async shown({ id, name }: { id: string; name: string }) {
    const places = (await this.posts.of(id)).slice(0, 5).map(({ role, organisationName }) => ({ role, organisationName }));
    return { person: id, name: `*${[...name].at(-1) ?? ''}`, places };
  }

  async makeFindable(): Promise<void> {
    for (let count = batch; count === batch;) {
      const rows = await this.store.read<{ id: string; sealed: string }>(
        sql`select id, phone_sealed as sealed from person where phone_sealed is not null and phone_lookup is null limit ${batch}`,
      );
      count = rows.length;
      const lookups = rows.map(({ sealed }) => this.lookup(this.sealer.open(sealed)));
      if (count > 0)
        await this.store.commit(ownCall(), (work) =>
          work.query(
            `update person set phone_lookup = found.lookup from unnest($1::uuid[], $2::text[]) as found (id, lookup)
             where person.id = found.id and person.phone_lookup is null`,
            [rows.map(({ id }) => id), lookups],
          ),
        );
    }
  }
}
