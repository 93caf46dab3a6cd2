import { sql, type Work } from '@lianxue/persistence';
import { Consent } from '../consents/consent.entity.js';
import { DeletionRequest } from '../consents/deletion-request.entity.js';
import { GuardianInvitation } from '../guardians/guardian-invitation.entity.js';
import { SignInLink } from '../identity-providers/sign-in-link.entity.js';
import { Account } from '../people/account.entity.js';
import type { Person } from '../people/person.entity.js';
import { SecondFactor } from '../second-factors/second-factor.entity.js';
import { Duplicate } from './duplicate.entity.js';
import type { PassingOver } from './passing-over.js';

/** One sign-in is enough: the successor's own, or else the one that comes over, with its second factor. */
export async function passAccount(from: Person, into: Person, passing: PassingOver, work: Work): Promise<void> {
  const accounts = await work.all(Account, sql`t.person in (${from.id}, ${into.id}) and not t.closed`);
  const [leaving, held] = [from.id, into.id].map((id) => accounts.find(({ person }) => person === id));
  if (!leaving) return;
  if (held) return passing.change('account', leaving, { closed: true });
  await passing.change('account', leaving, { person: into.id, organisation: into.organisation });
  await work.query('insert into registrant (person, since) select $2, since from registrant where person = $1 on conflict do nothing', [
    from.id,
    into.id,
  ]);
  const factors = await work.all(SecondFactor, sql`t.person in (${from.id}, ${into.id})`);
  const [factor] = factors.filter(({ person }) => person === from.id);
  if (factor && factors.length === 1) await passing.change('secondFactor', factor, { person: into.id, organisation: into.organisation });
}

/** Platforms above go on knowing the person, except where they know the successor already. */
export async function passSignInLinks(from: Person, into: Person, passing: PassingOver, work: Work): Promise<void> {
  const links = await work.all(SignInLink, sql`t.person in (${from.id}, ${into.id})`);
  const known = links.filter(({ person }) => person === into.id).map(({ provider }) => provider);
  for (const link of links.filter(({ person, provider }) => person === from.id && !known.includes(provider)))
    await passing.change('signInLink', link, { person: into.id, organisation: into.organisation });
}

/** What was agreed to for the one person holds for the other, unless something has been decided there. */
export async function passConsents(from: string, into: string, passing: PassingOver, work: Work): Promise<void> {
  const stands = ({ state }: Consent) => state === 'given' || state === 'refused';
  const consents = await work.all(Consent, sql`t.child in (${from}, ${into}) or t.guardian = ${from}`);
  const decided = consents.filter((one) => one.child === into && stands(one)).map(({ client }) => client);
  for (const consent of consents) {
    const child = consent.child === from && !(stands(consent) && decided.includes(consent.client)) ? into : consent.child;
    const guardian = consent.guardian === from ? into : consent.guardian;
    if (child !== consent.child || guardian !== consent.guardian) await passing.change('consent', consent, { child, guardian });
  }
  for (const invitation of await work.all(GuardianInvitation, sql`t.pupil = ${from} or t.claimant = ${from}`)) {
    const pupil = invitation.pupil === from ? into : invitation.pupil;
    await passing.change('invitation', invitation, { pupil, claimant: invitation.claimant === from ? into : invitation.claimant });
  }
}

/** What apps are still asked to delete is read by the family under the successor's id; what they answered is a record of then. */
export async function passDeletions(from: string, into: string, passing: PassingOver, work: Work): Promise<void> {
  for (const request of await work.all(DeletionRequest, sql`t.child = ${from} and t.state = 'asked'`))
    await passing.change('deletionRequest', request, { child: into });
}

/** A picture and a PIN come along with the enrolment in their class, unless the successor has some there; a QR code that is being shown, too. */
export async function passWaysIn(from: string, into: string, passing: PassingOver, work: Work): Promise<void> {
  await passing.moveAll('pupilPin', from, into, (row, held) => (held.some((other) => other.class === row.class) ? 'stays' : undefined));
  await work.query('update pupil_qr set person = $2 where person = $1 and spent_at is null', [from, into]);
}

/** Nobody is asked any more whether this record looks like a third one: its successor may. */
export async function settlePairs(from: string, into: string, passing: PassingOver, work: Work): Promise<void> {
  const pairs = await work.all(Duplicate, sql`${from} in (t.one, t.other) and ${into} not in (t.one, t.other) and t.state = 'open'`);
  for (const pair of pairs) await passing.change('duplicate', pair, { state: 'settled' });
}
