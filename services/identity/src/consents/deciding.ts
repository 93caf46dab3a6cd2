import {
  assertThat,
  CLOCK,
  consentFacts,
  consentLife,
  ConsentNotAsked,
  ConsentNotYours,
  ConsentTextChanged,
  ConsentUnknown,
  OwnPagesOnly,
  PersonUnknown,
  refuse,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { FirstParty } from '../people/first-party.js';
import { Post } from '../people/post.entity.js';
import { Asking, type AppAsking } from './asking.js';
import { Consent } from './consent.entity.js';
import { askToDelete, liftDeletions } from './ending-consents.js';
import { ConsentStanding } from './standing.js';

/** Guardians decide for pupils under fourteen, older pupils for themselves; in the platform's own pages, never through the app that asks. */
@Injectable()
export class Deciding {
  constructor(
    private readonly store: Store,
    private readonly firstParty: FirstParty,
    private readonly asking: Asking,
    private readonly standing: ConsentStanding,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async decide(input: InputOf<typeof identity.decideConsent>, call: Call): Promise<Consent> {
    const { personId: child, client, decision } = input;
    await this.refuseElsewhere(call);
    const met = await this.store.first(Post, sql`t.person = ${child} and t.role = 'pupil' and not t.ended`, call);
    if (!met) throw refuse(PersonUnknown);
    const bySelf = await this.decidesAlone(child);
    assertThat(bySelf === (call.caller.role === 'pupil'), ConsentNotYours);
    const [asked] = await this.asking.at([met.organisation], client);
    refuseUnasked(input, asked);
    return this.store.commit(call, async (work) => {
      await work.one(Post, met.id, PersonUnknown);
      const [before] = await work.all(Consent, sql`t.child = ${child} and t.client = ${client} and t.state in ('given', 'refused')`, 1);
      if (before) await this.succeed(before, decision, work);
      const consent = Object.assign(new Consent(), {
        id: newId(),
        organisation: met.organisation,
        child,
        client,
        guardian: call.caller.subject,
        bySelf,
        purposes: decision === 'give' ? [...new Set(input.purposes)] : [],
        textVersion: input.textVersion,
        state: decision === 'give' ? 'given' : 'refused',
        until: input.until ? new Date(input.until) : null,
      });
      if (decision === 'give') await liftDeletions(consent, work);
      return work.insert(consent, decision === 'give' ? consentFacts.given : consentFacts.refused);
    });
  }

  async withdraw(id: string, call: Call): Promise<Consent> {
    await this.refuseElsewhere(call);
    const { child, bySelf } = await this.store.one(Consent, id, call, ConsentUnknown);
    const own = call.caller.role === 'pupil';
    assertThat(own ? bySelf || (await this.decidesAlone(child)) : !bySelf, ConsentNotYours);
    return this.store.commit(call, async (work) => this.end(await work.target(Consent, id, ConsentUnknown), work));
  }

  /** A refusal after a consent takes it back. */
  private async succeed(before: Consent, decision: 'give' | 'refuse', work: Work): Promise<void> {
    if (before.state === 'given' && decision === 'refuse') return void (await this.end(before, work));
    Object.assign(before, { state: consentLife.after(before.state, 'replace'), endedAt: this.clock.now() });
    await work.update(before, consentFacts.replaced);
  }

  /** Ends a consent, and asks the app's provider to delete what it has. */
  private async end(consent: Consent, work: Work): Promise<Consent> {
    const now = this.clock.now();
    Object.assign(consent, { state: consentLife.after(consent.state, 'withdraw'), endedAt: now });
    await work.update(consent, consentFacts.withdrawn);
    await askToDelete([consent], 'withdrawn', now, work);
    return consent;
  }

  private async decidesAlone(child: string): Promise<boolean> {
    const [person] = await this.store.read<{ alone: boolean }>(
      sql`select ${this.standing.decidesAlone(sql`p`)} as alone from person p where p.id = ${child}`,
    );
    return person?.alone ?? false;
  }

  private async refuseElsewhere({ caller }: Call): Promise<void> {
    assertThat(await this.firstParty.includes(caller.client), OwnPagesOnly);
  }
}

/** Consent is given to what the app asks by consent, in the words that were read. */
function refuseUnasked(
  { decision, purposes, textVersion }: InputOf<typeof identity.decideConsent>,
  asked: AppAsking | undefined,
): asserts asked is AppAsking {
  const open = asked?.purposes.filter(({ basis }) => basis === 'consent').map(({ purpose }) => purpose) ?? [];
  const fits = decision === 'refuse' || (purposes.length > 0 && purposes.every((purpose) => open.includes(purpose)));
  assertThat(asked && open.length > 0 && fits, ConsentNotAsked);
  assertThat(textVersion === asked.textVersion, ConsentTextChanged, { textVersion: asked.textVersion });
}
