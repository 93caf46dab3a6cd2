import { CLOCK, dayInBeijing, OrganisationUnknown, PersonUnknown, refuse, type Call, type Clock, type PostRole } from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { itself } from '../itself.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { Masking } from './masking.js';
import { maskedNumber } from './names.js';
import { Person } from './person.entity.js';
import { personView, type NamedPost } from './person.view.js';
import { PersonNumbers } from './person-numbers.js';
import { Post } from './post.entity.js';

/** Reading people: through the organisation that keeps their record, or through a post they hold within reach. */
@Injectable()
export class ReadingPeople {
  constructor(
    private readonly store: Store,
    private readonly masking: Masking,
    private readonly numbers: PersonNumbers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One person; each read of a pupil or guardian by somebody is noted in the audit trail. */
  async one(id: string, call: Call) {
    const person = (await this.store.first(Person, sql`t.id = ${id}`, call)) ?? (await this.throughPost(id, call));
    const answer = await this.shown(person, call);
    if (person.isFamily && call.caller.subject !== id) await this.store.commit(call, async (work) => work.note('person.read', id));
    return answer;
  }

  /** A person already met within reach, as the caller may see them. */
  async shown(person: Person, call: Call) {
    const reach = await this.store.reachOf(Post, call);
    const [posts, accounts, show] = await Promise.all([
      this.store.read<NamedPost>(
        sql`select t.id, t.version, t.person, t.role, t.organisation, t.about, t.since, t.until, t.ended, r.name as "organisationName"
            from post t join organisation_record r on r.id = t.organisation where t.person = ${person.id} and ${reach} order by t.id limit 100`,
      ),
      this.store.read<{ username: string }>(sql`select username from account where person = ${person.id} and not closed`),
      this.masking.of(call.caller),
    ]);
    const opened = {
      idNumber: this.numbers.open(person.idNumberSealed),
      pupilNumber: this.numbers.open(person.pupilNumberSealed),
      phone: this.numbers.open(person.phoneSealed),
    };
    const shown = show(person);
    return personView(person, { shown, numbers: opened, username: shown.masked ? null : (accounts[0]?.username ?? null), posts });
  }

  /** The people of an organisation by their current posts. */
  async listOf(
    organisation: string,
    role: PostRole | undefined,
    request: { limit: number; cursor?: string | undefined },
    call: Call,
    among?: Sql,
  ) {
    await this.store.one(OrganisationRecord, organisation, call, OrganisationUnknown);
    const today = dayInBeijing(this.clock.now());
    const where = allOf(
      sql`t.organisation = ${organisation} and not t.ended and t.since <= ${today} and (t.until is null or t.until >= ${today})`,
      role !== undefined && sql`t.role = ${role}`,
      among,
    );
    const { items: posts, ...rest } = await this.store.page(Post, call, { where, ...request }, (post) => post);
    const people = await this.byId(posts.map(({ person }) => person));
    const show = await this.masking.of(call.caller);
    const items = posts.map(({ id, person, role, since }) => {
      const { pupilNumberSealed, ...who } = people.get(person)!;
      const pupilNumber = this.numbers.open(pupilNumberSealed);
      return { person, post: id, ...show(who), role, pupilNumber: pupilNumber && maskedNumber(pupilNumber, 3), since };
    });
    return { items, ...rest };
  }

  /** What a list shows of people; a list is no reading of detail. */
  async byId(ids: readonly string[]): Promise<ReadonlyMap<string, Pick<Person, 'name' | 'isFamily' | 'pupilNumberSealed'>>> {
    const rows = await this.store.read<Pick<Person, 'id' | 'name' | 'isFamily' | 'pupilNumberSealed'>>(
      sql`select id, name, kinds && array['pupil', 'guardian'] as "isFamily", pupil_number_sealed as "pupilNumberSealed" from person where id = any(${[...new Set(ids)]}::uuid[])`,
    );
    return new Map(rows.map(({ id, ...rest }) => [id, rest]));
  }

  /** Somebody whose record is kept elsewhere and who holds a post here: a teacher of two schools, a visiting expert. */
  private async throughPost(id: string, call: Call): Promise<Person> {
    const post = await this.store.first(Post, sql`t.person = ${id} and not t.ended`, call);
    if (!post) throw refuse(PersonUnknown);
    return this.store.one(Person, post.person, { ...call, caller: itself }, PersonUnknown);
  }
}
