import {
  accountFacts,
  assertThat,
  CLOCK,
  dayInBeijing,
  OrganisationClosed,
  OrganisationMisplaced,
  OrganisationUnknown,
  personFacts,
  postFacts,
  VendorHasPapers,
  vendorFacts,
  VendorQueueFull,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { isAuthority } from '../organisations/placing.js';
import { organisationOf } from '../organisations/registering.js';
import { Accounts, type Prepared } from '../people/accounts.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { OwnCopies } from '../tree/own-copies.js';
import { sandboxRoot } from '../sandbox/fixed-ids.js';
import { turn } from './desk.js';
import { VendorPapers, type Papers } from './papers.js';
import { Vendor } from './vendor.entity.js';

/** Vendors that registered themselves and wait: more than an office reviews in a week would only hide each other. */
const mostWaiting = 500;

/** A vendor, and the account it may begin with. */
export interface WithAccount {
  readonly vendor: Vendor;
  readonly account: { readonly username: string; readonly oneTimePassword: string } | null;
}

/** Vendors register themselves, or the bureau enters their papers for them. */
@Injectable()
export class RegisteringVendors {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly accounts: Accounts,
    private readonly papers: VendorPapers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Anyone may: whoever registers has no rights yet, so the right is established here, by what is made. */
  async register({ authority, ...papers }: InputOf<typeof identity.registerVendor>, call: Call): Promise<WithAccount> {
    const prepared = await this.prepare();
    return this.store.commit(call, async (work) => {
      const at = await authorityOf(authority, work);
      const [waiting] = await work.query<{ count: number }>(
        `select count(*)::int as count from vendor where authority = $1 and self_registered and state = 'pending'`,
        [at.id],
      );
      assertThat(waiting!.count < mostWaiting, VendorQueueFull);
      return this.newVendor(at, papers, true, prepared, work, call);
    });
  }

  async enter({ organisationId, account, ...papers }: InputOf<typeof identity.enterVendor>, call: Call): Promise<WithAccount> {
    const prepared = account ? await this.prepare() : null;
    return this.store.commit(call, async (work) => {
      const at = await work.one(OrganisationRecord, organisationId, OrganisationUnknown);
      assertThat(at.state === 'open', OrganisationClosed);
      if (at.kind !== 'vendor') return this.newVendor(at, papers, false, prepared, work, call);
      assertThat((await work.all(Vendor, sql`t.organisation = ${at.id}`, 1)).length === 0, VendorHasPapers);
      return this.withPapers(at, at.parent!, papers, false, prepared, work, call);
    });
  }

  private async newVendor(
    authority: OrganisationRecord,
    papers: Papers,
    itself: boolean,
    prepared: Prepared | null,
    work: Work,
    call: Call,
  ): Promise<WithAccount> {
    assertThat(authority.state === 'open', OrganisationClosed);
    assertThat(isAuthority(authority.kind), OrganisationMisplaced, { kind: 'vendor', parent: authority.kind });
    const details = { name: papers.name, shortName: null, divisionCode: null, schoolCode: null, creditCode: null, schoolType: null };
    const organisation = await this.copies.register(organisationOf(newId(), authority.id, { kind: 'vendor', ...details }), work);
    return this.withPapers(organisation, authority.id, papers, itself, prepared, work, call);
  }

  private async withPapers(
    { id: organisation }: OrganisationRecord,
    authority: string,
    papers: Papers,
    selfRegistered: boolean,
    prepared: Prepared | null,
    work: Work,
    call: Call,
  ): Promise<WithAccount> {
    const now = this.clock.now();
    const vendor = Object.assign(new Vendor(), { id: newId(), organisation, authority, selfRegistered, deskSince: now });
    this.papers.put(vendor, papers, dayInBeijing(now));
    turn(vendor, 'register', call, now);
    await work.insert(vendor, vendorFacts.registered);
    if (prepared) await this.firstPerson(vendor, prepared, work);
    return { vendor, account: prepared && { username: prepared.account.username, oneTimePassword: prepared.oneTimePassword! } };
  }

  private async firstPerson({ organisation, name, contactName }: Vendor, { account }: Prepared, work: Work): Promise<void> {
    const details = { organisation, name: contactName ?? name.slice(0, 50), kinds: ['vendor'] };
    const person = await work.insert(Object.assign(new Person(), { id: newId(), ...details }), personFacts.registered);
    const since = dayInBeijing(this.clock.now());
    await work.insert(Object.assign(new Post(), { id: newId(), organisation, person: person.id, role: 'vendor', since }), postFacts.given);
    await work.insert(Object.assign(account, { person: person.id, organisation }), accountFacts.opened);
  }

  /** The username is made here: chosen by a stranger, it would tell which ones are taken. */
  private prepare(): Promise<Prepared> {
    const username = `v${String(randomInt(1e12)).padStart(12, '0')}`;
    return this.accounts.prepare({ username, mustChangePassword: true }, []);
  }
}

/** The authority that was named, or the highest one of the platform. */
async function authorityOf(id: string | undefined, work: Work): Promise<OrganisationRecord> {
  const which = id === undefined ? sql`t.parent is null and t.id <> ${sandboxRoot}` : sql`t.id = ${id}`;
  const [authority] = await work.all(OrganisationRecord, which, 1);
  assertThat(authority && authority.id !== sandboxRoot, OrganisationUnknown);
  return authority;
}
