import {
  assertThat,
  CLOCK,
  ConsentMissing,
  dayInBeijing,
  OrganisationUnknown,
  PersonMerged,
  PersonUnknown,
  refuse,
  type Refusal,
  type Call,
  type Clock,
  type PostRole,
} from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { itself } from '../itself.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { PeopleFields, type FieldsOfPerson } from './people-fields.js';
import { Person } from './person.entity.js';
import { namedPost, personView, type Former, type NamedPost } from './person.view.js';
import { PersonNumbers } from './person-numbers.js';
import { Post } from './post.entity.js';

/** Reading people: through the organisation that keeps their record, or through a post they hold within reach. */
@Injectable()
export class ReadingPeople {
  constructor(
    private readonly store: Store,
    private readonly fields: PeopleFields,
    private readonly numbers: PersonNumbers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One person; each read of a pupil or guardian by somebody is noted in the audit trail. */
  async one(id: string, call: Call) {
    const { person, at } = await this.met(id, call);
    const answer = await this.shown(person, call, at);
    assertThat(answer.consent !== 'missing', ConsentMissing);
    if (person.isFamily && call.caller.subject !== id) await this.store.commit(call, async (work) => work.note('person.read', id));
    return answer;
  }

  /** A person already met within reach, as the caller may see them. */
  async shown(person: Person, call: Call, at = person.organisation) {
    const reach = await this.store.reachOf(Post, call);
    const [posts, accounts, former, shown] = await Promise.all([
      this.store.read<NamedPost>(
        sql`select ${namedPost}
            from post t join organisation_record r on r.id = t.organisation where t.person = ${person.id} and ${reach} order by t.id limit 100`,
      ),
      this.store.read<{ username: string }>(sql`select username from account where person = ${person.id} and not closed`),
      call.caller.kind === 'person' ? this.formerNumbers(person.id) : [],
      this.fields.ofOne(call.caller, person, at),
    ]);
    return personView(person, { shown, former, username: shown.masked ? null : (accounts[0]?.username ?? null), posts });
  }

  private async formerNumbers(person: string): Promise<Former[]> {
    const rows = await this.store.read<Omit<Former, 'number'> & { sealed: string }>(
      sql`select kind, sealed, replaced_at as "replacedAt" from former_number where person = ${person} order by replaced_at, kind`,
    );
    return rows.map(({ sealed, ...rest }) => ({ ...rest, number: this.numbers.open(sealed)! }));
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
    const shown = await this.fields.of(call.caller, people, () => organisation);
    const items = posts.map(({ id, person, role, since }) => {
      const { name, masked, gender, birthMonth, pupilNumber, consent } = shown.get(person)!;
      return { person, post: id, name, masked, gender, birthMonth, pupilNumber, consent, role, since };
    });
    return { items, ...rest };
  }

  /** What a list shows of people; a list is no reading of detail. */
  byId(ids: readonly string[]): Promise<FieldsOfPerson[]> {
    return this.store.read<FieldsOfPerson>(
      sql`select id, name, kinds, gender, born_on as "bornOn", id_number_sealed as "idNumberSealed",
                 pupil_number_sealed as "pupilNumberSealed", phone_sealed as "phoneSealed"
          from person where id = any(${[...new Set(ids)]}::uuid[])`,
    );
  }

  /** Through the record, or through a post held here by somebody whose record is kept elsewhere: a teacher of two schools, a visiting expert. */
  async met(id: string, call: Call): Promise<{ person: Person; at: string }> {
    const person = await this.store.first(Person, sql`t.id = ${id}`, call);
    person?.refuseMerged();
    if (person) return { person, at: person.organisation };
    const post = await this.store.first(Post, sql`t.person = ${id} and not t.ended`, call);
    if (!post) throw await this.gone(id, call);
    return { person: await this.store.one(Person, id, { ...call, caller: itself }, PersonUnknown), at: post.organisation };
  }

  /** Nobody here, or somebody merged into a person who is. */
  private async gone(id: string, call: Call): Promise<Refusal> {
    const [merged] = await this.store.read<{ successor: string }>(
      sql`select merged_into as successor from person where id = ${id} and merged_into is not null`,
    );
    if (!merged) return refuse(PersonUnknown);
    await this.met(merged.successor, call);
    return refuse(PersonMerged, merged);
  }
}
