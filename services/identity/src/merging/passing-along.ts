import { sql, type Work } from '@lianxue/persistence';
import { Consent } from '../consents/consent.entity.js';
import { GuardianInvitation } from '../guardians/guardian-invitation.entity.js';
import { Account } from '../people/account.entity.js';
import type { Person } from '../people/person.entity.js';
import { SecondFactor } from '../second-factors/second-factor.entity.js';
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
