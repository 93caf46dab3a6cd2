import {
  CLOCK,
  dayInBeijing,
  fieldProfiles,
  inBeijing,
  PersonUnknown,
  purposeCovers,
  refuse,
  type Call,
  type ClassifiedField,
  type Clock,
  type FieldProfileName,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { ScopeGiven } from '../apps/app.entity.js';
import type { Basis } from '../consents/app-purposes.entity.js';
import { ConsentStanding } from '../consents/standing.js';
import { itself } from '../itself.js';
import { isCloseToPupils, PeopleFields } from '../people/people-fields.js';
import { Post } from '../people/post.entity.js';
import { ReadingPeople } from '../people/reading-people.js';

interface AppRow {
  readonly client: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly scopes: ScopeGiven[];
  readonly profile: FieldProfileName;
  readonly since: Date;
  readonly until: Date | null;
  readonly forPupils: Basis | null;
}

/** Who can see this pupil, and why: told from the posts, the tree and the selections of this moment. */
@Injectable()
export class Seeing {
  constructor(
    private readonly store: Store,
    private readonly standing: ConsentStanding,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async viewers({ personId, ...paging }: InputOf<typeof identity.viewers>, call: Call) {
    const school = await this.schoolOf(personId, call);
    const today = dayInBeijing(this.clock.now());
    // Each half walks an index of its own: the posts of a handful of organisations, and the guardians who name this ward.
    const where = sql`not t.ended and t.since <= ${today} and (t.until is null or t.until >= ${today})
      and t.id in (
        select s.id from post s where not s.ended and s.role not in ('pupil', 'guardian', 'vendor')
          and s.organisation in (select a.id from organisation o join organisation a on a.path @> o.path where o.id = ${school})
        union all
        select g.id from post g where g.role = 'guardian' and not g.ended and g.about @> array[${personId}]::uuid[] and g.organisation = ${school}
        union all
        select p.id from post p where p.person = ${personId} and p.role = 'pupil' and not p.ended and p.organisation = ${school})`;
    const { items: posts, ...rest } = await this.store.page(Post, { ...call, caller: itself }, { where, ...paging }, (row) => row);
    const ids = posts.map(({ person }) => person);
    const [people, names, inClass] = await Promise.all([
      this.people.byId(ids),
      this.names(posts.map(({ organisation }) => organisation)),
      this.inClassOf(personId, ids),
    ]);
    const shown = await this.fields.of(call.caller, people, () => school);
    const items = posts.map((post) => {
      const { name, masked } = shown.get(post.person)!;
      return {
        post: post.id,
        person: post.person,
        name,
        masked,
        role: post.role,
        organisation: post.organisation,
        organisationName: names.get(post.organisation) ?? '',
        why: why(post, school, inClass),
        deputy: post.deputyOf !== null,
        readsNames: isCloseToPupils(post.role),
        since: post.since,
      };
    });
    return { items, ...rest };
  }

  async apps({ personId }: InputOf<typeof identity.viewingApps>, call: Call) {
    const school = await this.schoolOf(personId, call);
    const rows = await this.store.read<AppRow>(
      sql`select s.client, p.name, s.organisation, r.name as "organisationName", s.scopes, s.profile, s.created_at as since, s.until,
                 u.for_pupils as "forPupils"
          from organisation o join organisation a on a.path @> o.path join selection s on s.organisation = a.id
            join app p on p.id = s.app join organisation_record r on r.id = s.organisation left join app_purposes u on u.app = p.id
          where o.id = ${school} and s.state = 'selected' and s.held is null and (s.until is null or s.until > ${this.clock.now()})
            and p.state = 'listed' and not p.first_party and 'identity.read' = any(s.scopes) order by s.id limit 200`,
    );
    const apps = [];
    for (const { since, until, ...row } of rows) {
      const covered = (await this.standing.covering(row.client, [personId]))?.(personId) ?? [];
      const given: readonly ClassifiedField[] = fieldProfiles[row.profile].fields;
      const reads = covered.some((purpose) => purposeCovers[purpose].fields.some((field) => given.includes(field)));
      apps.push({ ...row, since: inBeijing(since), until: until && inBeijing(until), reads });
    }
    return { apps };
  }

  /** Where the caller meets this pupil. */
  private async schoolOf(pupil: string, call: Call): Promise<string> {
    const met = await this.store.first(Post, sql`t.person = ${pupil} and t.role = 'pupil' and not t.ended`, call);
    if (!met) throw refuse(PersonUnknown);
    return met.organisation;
  }

  /** Of these people, those who teach in a class of the pupil. */
  private async inClassOf(pupil: string, people: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.store.read<{ person: string }>(
      sql`select distinct t.person from enrolment p join enrolment t on t.class = p.class
          where p.person = ${pupil} and p.role = 'pupil' and not p.ended and t.role <> 'pupil' and not t.ended and t.person = any(${people}::uuid[])`,
    );
    return new Set(rows.map(({ person }) => person));
  }

  private async names(organisations: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.store.read<{ id: string; name: string }>(
      sql`select id, name from organisation_record where id = any(${[...new Set(organisations)]}::uuid[])`,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function why({ role, organisation, person }: Post, school: string, inClass: ReadonlySet<string>) {
  if (role === 'pupil') return 'self' as const;
  if (role === 'guardian') return 'guardian' as const;
  if (organisation !== school) return 'above' as const;
  return inClass.has(person) ? ('inClass' as const) : ('atSchool' as const);
}
