import { accountFacts, classFacts, enrolmentFacts, personFacts, postFacts, type PostRole } from '@lianxue/contracts';
import { sql, type Aggregate, type AggregateClass, type FactOf, type Work } from '@lianxue/persistence';
import type { App } from '../apps/app.entity.js';
import { Selection } from '../apps/selection.entity.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { organisationOf } from '../organisations/registering.js';
import { Account, usernameKey } from '../people/account.entity.js';
import { kindOf, Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import type { OwnCopies } from '../tree/own-copies.js';
import { fixedId, sandboxRoot } from './fixed-ids.js';
import { sandboxSchool, usernameIn, type SandboxSchool } from './sandbox-school.js';

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
    for (const { id, title, grade } of classes)
      await this.row(SchoolClass, { id, organisation: school, title, grade }, classFacts.registered, classFacts.changed);
    for (const figure of people) {
      const { id, name, role, organisation, about, bornOn = null } = figure;
      const person = { id, organisation, name, kinds: [kindOf(role)], bornOn };
      await this.row(Person, person, personFacts.registered, personFacts.changed);
      const post = { id: this.id('post', id), organisation, person: id, role, about: [...about], since: firstDay };
      await this.row(Post, post, postFacts.given, postFacts.changed);
      for (const place of figure.classes) await this.enrolment(id, role, classes[place]!.id);
      if (figure.account) await this.account(id, organisation, usernameIn(this.app.sandboxOf!, figure), passwordHash);
    }
  }

  private async enrolment(person: string, role: PostRole, schoolClass: string): Promise<void> {
    const row = { id: this.id('enrolment', person, schoolClass), organisation: this.school.school, class: schoolClass, person };
    const as = role === 'pupil' ? ('pupil' as const) : ('teacher' as const);
    await this.row(Enrolment, { ...row, role: as, since: firstDay }, enrolmentFacts.made, enrolmentFacts.changed);
  }

  private async account(person: string, organisation: string, username: string, passwordHash: string | undefined): Promise<void> {
    const row = { id: this.id('account', person), organisation, person, username, usernameKey: usernameKey(username) };
    const opened = { ...row, mustChangePassword: false, ...(passwordHash !== undefined && { passwordHash }) };
    await this.row(Account, opened, accountFacts.opened, accountFacts.reset);
  }

  private async organisation(fresh: OrganisationRecord): Promise<void> {
    const [there] = await this.existing(OrganisationRecord, fresh.id);
    if (!there) await this.copies.register(fresh, this.work);
    else if (fresh.id !== sandboxRoot) await this.copies.organisation(again(there, fresh), 'changed', this.work);
  }

  private async selection(organisation: string): Promise<void> {
    const { id: app, clientId: client, scopes, profile } = this.app;
    const fresh = Object.assign(new Selection(), { id: this.id('selection', app), organisation, app, client, scopes, profile });
    const [there] = await this.existing(Selection, fresh.id);
    if (there) await this.copies.changeSelection(again(there, fresh), this.work);
    else await this.copies.select(fresh, this.work);
  }

  private async row<E extends Aggregate>(
    type: AggregateClass<E>,
    content: Partial<E>,
    made: FactOf<E>,
    restored: FactOf<E>,
  ): Promise<void> {
    const fresh = Object.assign(new type(), content);
    const [there] = await this.existing(type, fresh.id);
    if (there) await this.work.update(again(there, fresh), restored);
    else await this.work.insert(fresh, made);
  }

  private existing<E extends Aggregate>(type: AggregateClass<E>, id: string): Promise<E[]> {
    this.fixed.add(id);
    return this.work.all(type, sql`t.id = ${id}`, 1);
  }

  private id(...name: readonly string[]): string {
    return fixedId(this.app.sandboxOf!, ...name);
  }
}

/** Its first content again, under the version it has now: facts about a thing never count backwards. */
function again<E extends Aggregate>(there: E, fresh: E): E {
  const { version, createdAt } = there;
  const content = Object.fromEntries(Object.entries(fresh).filter(([, value]) => value !== undefined));
  return Object.assign(there, content, { version, createdAt });
}
