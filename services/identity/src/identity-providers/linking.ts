import {
  assertThat,
  CLOCK,
  identity,
  inBeijing,
  PersonUnknown,
  privilegedRoles,
  refuse,
  signInLinkFacts,
  SignInLinkRefused,
  SignInLinkUnknown,
  SubjectUnknown,
  type Call,
  type Clock,
  type InputOf,
  isUuid,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store, type Work, takeTurn } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { postsWithinPower } from '../people/granting.js';
import { checkIdNumber, checkPupilNumber } from '../people/numbers.js';
import { PersonNumbers } from '../people/person-numbers.js';
import { Person } from '../people/person.entity.js';
import { Registrants } from '../registration/registrants.js';
import { SecondFactors } from '../second-factors/second-factors.js';
import { Revocations } from '../signing-in/revocations.js';
import type { IdentityProvider } from './identity-provider.entity.js';
import { KeepingProviders } from './keeping-providers.js';
import { SignInLink } from './sign-in-link.entity.js';

/** A use within the same hour is the same use to whoever reads the list. */
const sameUseMs = 3600_000;

/** Who a provider's people are here: linked once by the person's own proof, or matched where the provider is trusted for it. */
@Injectable()
export class Linking {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    private readonly providers: KeepingProviders,
    private readonly numbers: PersonNumbers,
    private readonly factors: SecondFactors,
    private readonly registrants: Registrants,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signIn({ provider: id, subject, mark }: InputOf<typeof identity.signInByIdentityProvider>, call: Call) {
    const provider = await this.providers.open(id);
    const person = (await this.linked(provider, subject, call)) ?? (await this.matched(provider, subject, mark, call));
    if (person === undefined) return { person: null, secondFactor: 'none' as const, mayLink: provider.linksOnTheSpot };
    await this.refuseBeyond(provider, person);
    await this.registrants.note(person, call);
    return { person, secondFactor: await this.factors.standing(person), mayLink: false };
  }

  /** The person has just proven who they are here as well. */
  async link({ provider: id, subject, person }: InputOf<typeof identity.linkSignIn>, call: Call): Promise<void> {
    const provider = await this.providers.open(id);
    if (!provider.linksOnTheSpot) throw refuse(SignInLinkRefused, { reason: 'closed' });
    await this.refuseBeyond(provider, person);
    await this.store.commit(call, (work) => this.make(provider, subject, person, 'proof', work));
  }

  async of(person: string) {
    const rows = await this.store.read<{ id: string; provider: string; name: { zh: string; en: string } } & Times>(
      sql`select l.id, l.provider, p.name, l.made_by as "madeBy", l.created_at as "madeAt", l.used_at as "usedAt"
          from sign_in_link l join identity_provider p on p.id = l.provider where l.person = ${person} order by l.id limit 200`,
    );
    const items = rows.map(({ name: providerName, madeAt, usedAt, ...link }) => ({
      ...link,
      providerName,
      madeAt: inBeijing(madeAt),
      usedAt: usedAt && inBeijing(usedAt),
    }));
    return { items };
  }

  async ofPerson(person: string, call: Call) {
    await this.store.one(Person, person, call, PersonUnknown);
    return this.of(person);
  }

  /** One's own; who is in by it stays in. */
  removeOwn(link: string, call: Call): Promise<void> {
    return this.store.commit(call, (work) => remove(link, call.caller.subject, work));
  }

  /** By an administrator: whoever came in by it is out. */
  remove(person: string, link: string, call: Call): Promise<void> {
    return this.revocations.commit(call, async (work, revoke) => {
      (await work.one(Person, person, PersonUnknown)).refuseMerged();
      await postsWithinPower(person, work, call);
      await remove(link, person, work);
      revoke({ kind: 'subject', value: person });
    });
  }

  private async linked(provider: IdentityProvider, subject: string, call: Call): Promise<string | undefined> {
    const now = this.clock.now();
    const [link] = await this.store.read<{ id: string; person: string; usedAt: Date | null; closed: boolean }>(
      sql`select l.id, l.person, l.used_at as "usedAt", p.closed from sign_in_link l join person p on p.id = l.person
          where l.provider = ${provider.id} and l.subject_lookup = ${this.lookup(provider, subject)}`,
    );
    if (!link) return undefined;
    assertThat(!link.closed, SubjectUnknown);
    if (now.getTime() - (link.usedAt?.getTime() ?? 0) >= sameUseMs)
      await this.store.commit(call, (work) => work.query('update sign_in_link set used_at = $2 where id = $1', [link.id, now]));
    return link.person;
  }

  /** Exactly one person with this mark, who belongs to the provider's organisation and administers nothing: who does proves it. */
  private async matched(provider: IdentityProvider, subject: string, mark: string | null, call: Call): Promise<string | undefined> {
    if (!provider.match || mark === null) return undefined;
    const found = await this.bearing(provider.match.by, mark);
    if (found.length !== 1) return undefined;
    const [{ id: person }] = found as [{ id: string }];
    const [post] = await this.store.read<{ privileged: boolean }>(
      sql`select coalesce(bool_or(role = any(${privilegedRoles})), true) as privileged from post where person = ${person} and not ended`,
    );
    if (post!.privileged || (await this.isBeyond(provider, person))) return undefined;
    return this.store.commit(call, async (work) => {
      const taken = await work.all(SignInLink, sql`t.provider = ${provider.id} and t.person = ${person}`, 1);
      if (taken.length > 0) return undefined;
      await this.make(provider, subject, person, 'match', work);
      return person;
    });
  }

  private async bearing(by: NonNullable<IdentityProvider['match']>['by'], mark: string): Promise<{ id: string }[]> {
    if (by === 'person') {
      if (!isUuid(mark)) return [];
      return this.store.read(sql`select id from person where id = ${mark}::uuid and not closed`);
    }
    const { number } = by === 'pupilNumber' ? checkPupilNumber(mark) : checkIdNumber('1', mark);
    if (number === undefined) return [];
    return by === 'pupilNumber'
      ? this.store.read(sql`select id from person where pupil_number_lookup = ${this.numbers.pupilLookup(number)} and not closed limit 2`)
      : this.store.read(sql`select id from person where id_number_lookup = ${this.numbers.idLookup('1', number)} and not closed limit 2`);
  }

  /** One subject, one person, at each provider: of two that try at once, the second finds the first one's link. */
  private async make(provider: IdentityProvider, subject: string, person: string, madeBy: SignInLink['madeBy'], work: Work): Promise<void> {
    const subjectLookup = this.lookup(provider, subject);
    await takeTurn(work, `sign_in_link:${subjectLookup}`, `sign_in_link:${provider.id}:${person}`);
    const [owner] = await work.all(Person, sql`t.id = ${person} and not t.closed`, 1);
    assertThat(owner, SubjectUnknown);
    const links = await work.all(
      SignInLink,
      sql`t.provider = ${provider.id} and (t.person = ${person} or t.subject_lookup = ${subjectLookup})`,
      2,
    );
    if (links.length === 1 && links[0]!.person === person && links[0]!.subjectLookup === subjectLookup) return;
    if (links.length > 0) throw refuse(SignInLinkRefused, { reason: 'taken' });
    const link = { id: newId(), organisation: owner.organisation, person, provider: provider.id, subjectLookup, madeBy };
    await work.insert(Object.assign(new SignInLink(), link, { usedAt: this.clock.now() }), signInLinkFacts.made);
  }

  private async refuseBeyond(provider: IdentityProvider, person: string): Promise<void> {
    if (await this.isBeyond(provider, person)) throw refuse(SignInLinkRefused, { reason: 'beyond' });
  }

  /** A county's platform vouches for the county's people, not for the city's administrator who teaches there too. */
  private async isBeyond(provider: IdentityProvider, person: string): Promise<boolean> {
    const [beyond] = await this.store.read(
      sql`select 1 from post t join organisation at on at.id = t.organisation, organisation o
          where t.person = ${person} and not t.ended and o.id = ${provider.organisation} and not at.path <@ o.path limit 1`,
    );
    return beyond !== undefined;
  }

  private lookup(provider: IdentityProvider, subject: string): string {
    return this.sealer.lookup('upstreamSubject', `${provider.id}:${subject}`);
  }
}

interface Times {
  readonly madeBy: SignInLink['madeBy'];
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

async function remove(id: string, person: string, work: Work): Promise<void> {
  const [link] = await work.all(SignInLink, sql`t.id = ${id} and t.person = ${person}`, 1);
  assertThat(link, SignInLinkUnknown);
  await work.remove(link, signInLinkFacts.removed);
}
