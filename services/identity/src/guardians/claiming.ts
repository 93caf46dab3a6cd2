import {
  assertThat,
  CLOCK,
  invitationFacts,
  InvitationExpired,
  invitationLife,
  InvitationOwn,
  InvitationUnknown,
  personFacts,
  refuse,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { Accounts } from '../people/accounts.js';
import { Person } from '../people/person.entity.js';
import { PersonDetails } from '../people/person-details.js';
import { Throttle } from '../signing-in/throttle.js';
import { GuardianInvitation, type Relation } from './guardian-invitation.entity.js';
import { lookupOf } from './inviting.js';

/** How much of a code says whose guesses are counted, where nobody is signed in. */
const countedSigns = 4;

/** Claiming to be a guardian with a code: by somebody known, or by a newcomer. Either way the school decides. */
@Injectable()
export class Claiming {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    private readonly throttle: Throttle,
    private readonly details: PersonDetails,
    private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async redeem({ code, relation }: InputOf<typeof identity.redeemInvitation>, call: Call): Promise<GuardianInvitation> {
    const { subject } = call.caller;
    await this.refuseGuess(code, `claimant ${subject}`);
    return this.store.commit(call, (work) => this.claim(code, subject, relation, work));
  }

  /** The code is looked at before the password is hashed, so that guessing costs the platform nothing. */
  async register(input: InputOf<typeof identity.registerGuardian>, call: Call): Promise<GuardianInvitation> {
    const { code, relation, name, phone, username, password } = input;
    await this.refuseGuess(code, `code ${code.slice(0, countedSigns).toLowerCase()}`);
    const { account } = await this.accounts.prepare({ username, password, mustChangePassword: false }, []);
    return this.store.commit(call, async (work) => {
      const { organisation } = await this.offered(code, work);
      const person = Object.assign(new Person(), { id: newId(), organisation });
      await this.details.tell(person, { name, phone }, { source: 'self', asOf: this.clock.now() }, work);
      await work.insert(person, personFacts.registered);
      await this.accounts.attach(account, person, work);
      return this.claim(code, person.id, relation, work);
    });
  }

  private async claim(code: string, claimant: string, relation: Relation, work: Work): Promise<GuardianInvitation> {
    const invitation = await this.offered(code, work);
    assertThat(invitation.pupil !== claimant, InvitationOwn);
    const state = invitationLife.after(invitation.state, 'claim');
    Object.assign(invitation, { state, claimant, relation, claimedAt: this.clock.now() });
    return work.update(invitation, invitationFacts.claimed);
  }

  private async offered(code: string, work: Work): Promise<GuardianInvitation> {
    const [invitation] = await work.all(GuardianInvitation, sql`t.code_lookup = ${lookupOf(this.sealer, code)}`, 1);
    if (!invitation) throw refuse(InvitationUnknown);
    assertThat(invitation.expiresAt > this.clock.now(), InvitationExpired);
    return invitation;
  }

  /** Wrong codes are counted as wrong passwords are: after a few, whoever guesses waits. */
  private async refuseGuess(code: string, who: string): Promise<void> {
    const attempt = this.throttle.attempt(`guardian invitation, ${who}`, undefined);
    await this.throttle.refuseEarly(attempt);
    const known = await this.store.read(sql`select 1 from guardian_invitation where code_lookup = ${lookupOf(this.sealer, code)}`);
    if (known.length > 0) return;
    await this.throttle.failed(attempt, ownCall());
    throw refuse(InvitationUnknown);
  }
}
