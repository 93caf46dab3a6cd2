import {
  accountFacts,
  classFacts,
  dayInBeijing,
  enrolmentFacts,
  personFacts,
  postFacts,
  schoolYearOf,
  termFacts,
  termTitle,
} from '@lianxue/contracts';
import { sql, type Aggregate, type AggregateClass, type FactOf, type Work } from '@lianxue/persistence';
import type { App } from '../apps/app.entity.js';
import { Selection } from '../apps/selection.entity.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { organisationOf } from '../organisations/registering.js';
import { Account, usernameKey } from '../people/account.entity.js';
import { kindOf, Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { gradeIn, stageOf } from '../rosters/grades.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import { Term } from '../terms/term.entity.js';
import type { OwnCopies } from '../tree/own-copies.js';
import { fixedId, sandboxRoot } from './fixed-ids.js';
import { sandboxSchool, usernameIn, type Figure, type SandboxSchool } from './sandbox-school.js';

/** Its selection ends, so that a program can meet an expiry; a reset renews it. */
const selectedForMs = 365 * 24 * 3600_000;

const firstDay = '2026-09-01';
const none = { shortName: null, divisionCode: null, schoolCode: null, creditCode: null, schoolType: null };

/** Makes a sandbox as it begins, or makes it so again: rows that exist take back their first content, those that are missing appear. */
export class Settling {
  readonly school: SandboxSchool;
  /** Ids that a reset leaves where they are. */
  readonly fixed = new Set<string>();

  constructor(
    private readonly app: App,
    private readonly copies: OwnCopies,
    private readonly work: Work,
    private readonly now: Date,
  ) {
    this.school = sandboxSchool(app.sandboxOf!);
  }

  /** `passwordHash`: of all its accounts; without one they keep what they have. */
  async settle(passwordHash?: string): Promise<void> {
    const { county, school, classes, people } = this.school;
    await this.organisation(organisationOf(sandboxRoot, null, { ...none, kind: 'bureau', name: '沙箱' }));
    await this.organisation(organisationOf(county, sandboxRoot, { ...none, kind: 'county', name: '沙箱县教育局' }));
    await this.organisation(organisationOf(school, county, { ...none, kind: 'school', name: '沙箱小学', schoolType: '211' }));
    await this.selection(county);
    // What lies in another stands after it.
    await this.rows(Term, this.schoolYears(), termFacts.set, termFacts.changed);
    await this.rows(Term, this.terms(), termFacts.set, termFacts.changed);
    const rows = classes.map(({ id, title, grade }) => {
      const gradeOrdinal = gradeIn(grade);
      return { id, organisation: school, title, grade, gradeOrdinal, stage: gradeOrdinal === null ? null : stageOf(gradeOrdinal) };
    });
    await this.rows(SchoolClass, rows, classFacts.registered, classFacts.changed);
    await this.rows(Person, people.map(personOf), personFacts.registered, personFacts.changed);
    await this.rows(
      Post,
      people.map((figure) => this.post(figure)),
      postFacts.given,
      postFacts.changed,
    );
    await this.rows(
      Enrolment,
      people.flatMap((figure) => figure.classes.map((place) => this.enrolment(figure, classes[place]!.id))),
      enrolmentFacts.made,
      enrolmentFacts.changed,
    );
    const accounts = people.filter(({ account }) => account).map((figure) => this.account(figure, passwordHash));
    await this.rows(Account, accounts, accountFacts.opened, accountFacts.reset);
  }

  /** This school year and the next, so that something begins on 1 September. */
  private get years(): number[] {
    const year = schoolYearOf(dayInBeijing(this.now));
    return [year, year + 1];
  }

  private schoolYears(): Partial<Term>[] {
    return this.years.map((year) => this.term('schoolYear', year, null, { since: `${year}-09-01`, until: `${year + 1}-08-31` }));
  }

  private terms(): Partial<Term>[] {
    return this.years.flatMap((year) => [
      this.term('term', year, 1, { since: `${year}-09-01`, until: `${year + 1}-01-20` }),
      this.term('term', year, 2, { since: `${year + 1}-02-10`, until: `${year + 1}-07-10` }),
    ]);
  }

  private term(
    kind: 'schoolYear' | 'term',
    schoolYear: number,
    ordinal: number | null,
    days: { since: string; until: string },
  ): Partial<Term> {
    const parent = kind === 'term' ? this.id('schoolYear', String(schoolYear)) : null;
    const id = kind === 'term' ? this.id('term', String(schoolYear), String(ordinal)) : this.id('schoolYear', String(schoolYear));
    return {
      id,
      organisation: this.school.county,
      kind,
      parent,
      schoolYear,
      ordinal,
      title: termTitle(schoolYear, ordinal),
      withdrawn: false,
      ...days,
    };
  }

  private post({ id: person, role, organisation, about }: Figure): Partial<Post> {
    return { id: this.id('post', person), organisation, person, role, about: [...about], since: firstDay };
  }

  private enrolment({ id: person, role }: Figure, schoolClass: string): Partial<Enrolment> {
    const row = { id: this.id('enrolment', person, schoolClass), organisation: this.school.school, class: schoolClass, person };
    return { ...row, role: role === 'pupil' ? 'pupil' : 'teacher', since: firstDay };
  }

  private account(figure: Figure, passwordHash: string | undefined): Partial<Account> {
    const { id: person, organisation } = figure;
    const username = usernameIn(this.app.sandboxOf!, figure);
    const row = { id: this.id('account', person), organisation, person, username, usernameKey: usernameKey(username) };
    return { ...row, mustChangePassword: false, ...(passwordHash !== undefined && { passwordHash }) };
  }

  private async organisation(fresh: OrganisationRecord): Promise<void> {
    const [there] = await this.existing(OrganisationRecord, fresh.id);
    if (!there) await this.copies.register(fresh, this.work);
    else if (differs(there, fresh)) await this.copies.organisation(again(there, fresh), 'changed', this.work);
  }

  private async selection(organisation: string): Promise<void> {
    const { id: app, clientId: client, scopes, profile } = this.app;
    const fresh = Object.assign(new Selection(), {
      id: this.id('selection', app),
      organisation,
      app,
      client,
      scopes,
      profile,
      until: new Date(this.now.getTime() + selectedForMs),
    });
    const [there] = await this.existing(Selection, fresh.id);
    if (there) await this.copies.changeSelection(again(there, fresh), this.work);
    else await this.copies.select(fresh, this.work);
  }

  /** Few statements, however much there is: all are read by one, those missing are made by one, and most have not changed. */
  private async rows<E extends Aggregate>(
    type: AggregateClass<E>,
    contents: readonly Partial<E>[],
    made: FactOf<E>,
    restored: FactOf<E>,
  ): Promise<void> {
    const fresh = contents.map((content) => Object.assign(new type(), content));
    fresh.forEach(({ id }) => this.fixed.add(id));
    const there = new Map((await this.work.all(type, sql`t.id = any(${fresh.map(({ id }) => id)}::uuid[])`)).map((row) => [row.id, row]));
    await this.work.insertAll(
      fresh.filter(({ id }) => !there.has(id)),
      made,
    );
    for (const row of fresh) {
      const before = there.get(row.id);
      if (before && differs(before, row)) await this.work.update(again(before, row), restored);
    }
  }

  private existing<E extends Aggregate>(type: AggregateClass<E>, id: string): Promise<E[]> {
    this.fixed.add(id);
    return this.work.all(type, sql`t.id = ${id}`, 1);
  }

  private id(...name: readonly string[]): string {
    return fixedId(this.app.sandboxOf!, ...name);
  }
}

const personOf = ({ id, name, role, organisation, bornOn = null }: Figure): Partial<Person> => ({
  id,
  organisation,
  name,
  kinds: [kindOf(role)],
  bornOn,
});

const kept: readonly string[] = ['id', 'version', 'createdAt', 'updatedAt'];
const contentOf = (row: object): [string, unknown][] =>
  Object.entries(row).filter(([key, value]) => value !== undefined && !kept.includes(key));

const differs = (there: object, fresh: object): boolean =>
  contentOf(fresh).some(([key, value]) => JSON.stringify(value) !== JSON.stringify((there as Record<string, unknown>)[key]));

/** Its first content again, under the version it has now: facts about a thing never count backwards. */
const again = <E extends Aggregate>(there: E, fresh: E): E => Object.assign(there, Object.fromEntries(contentOf(fresh)));
