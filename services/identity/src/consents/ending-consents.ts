import { consentFacts, dayInBeijing, deletionLife, deletionRequestFacts } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import type { Post } from '../people/post.entity.js';
import { Consent, type Ending } from './consent.entity.js';
import { DeletionRequest } from './deletion-request.entity.js';

/** 十五个工作日 is what some vendors promise; calendar days are what a family counts. */
const deletionDays = 15;

/** Ends consents that nobody withdrew, and asks the apps' providers to delete what they have. */
export async function endConsents(consents: readonly Consent[], ending: Ending, now: Date, work: Work): Promise<void> {
  for (const consent of consents) Object.assign(consent, { state: 'ended', ending, endedAt: now });
  await work.updateAll(consents, consentFacts.ended);
  await askToDelete(consents, ending, now, work);
}

export async function askToDelete(consents: readonly Consent[], why: DeletionRequest['why'], now: Date, work: Work): Promise<void> {
  const dueOn = dayInBeijing(new Date(now.getTime() + deletionDays * 24 * 3600_000));
  const requests = consents.map(({ id: consent, organisation, child, client }) =>
    Object.assign(new DeletionRequest(), { id: newId(), organisation, child, client, consent, why, dueOn }),
  );
  await work.insertAll(requests, deletionRequestFacts.asked);
}

/** Whoever decides now has consented to all of it again, before the provider deleted anything: there is nothing to delete. A withdrawal stands. */
export async function liftDeletions({ child, client, organisation, purposes }: Consent, work: Work): Promise<void> {
  const open = await work.all(
    DeletionRequest,
    sql`t.child = ${child} and t.client = ${client} and t.organisation = ${organisation} and t.state = 'asked' and t.why in ('until', 'birthday', 'unbound')`,
  );
  for (const request of open) {
    const [ended] = await work.all(Consent, sql`t.id = ${request.consent}`, 1);
    if (!ended?.purposes.every((purpose) => purposes.includes(purpose))) continue;
    request.state = deletionLife.after(request.state, 'lift');
    await work.update(request, deletionRequestFacts.lifted);
  }
}

/** As many as a class or a batch of an import may have given. */
const atOnce = 20_000;

/**
 * What ends with posts that have just ended: of a pupil's, what was consented to at that school; of a guardian's, what they consented
 * to for wards whose guardian they are nowhere any more.
 */
export async function endConsentsWith(posts: readonly Post[], work: Work): Promise<void> {
  const pupils = posts.filter(({ role }) => role === 'pupil').map(({ person }) => person);
  const now = posts[0]?.updatedAt;
  if (pupils.length > 0) {
    const consents = await work.all(
      Consent,
      sql`t.child = any(${pupils}::uuid[]) and t.state = 'given'
          and not exists (select 1 from post p where p.person = t.child and p.role = 'pupil' and not p.ended and p.organisation = t.organisation)`,
      atOnce,
    );
    await endConsents(consents, 'left', now!, work);
  }
  const guardians = posts.filter(({ role }) => role === 'guardian');
  if (guardians.length > 0)
    await endConsentsBy(
      guardians.flatMap(({ person: guardian, about }) => about.map((ward) => ({ guardian, ward }))),
      now!,
      work,
    );
}

/** Consents of people who were the guardians of these pupils. */
export async function endConsentsBy(ties: readonly { guardian: string; ward: string }[], now: Date, work: Work): Promise<void> {
  const [guardians, wards] = [ties.map(({ guardian }) => guardian), ties.map(({ ward }) => ward)];
  const consents = await work.all(
    Consent,
    sql`t.child = any(${wards}::uuid[]) and (t.guardian, t.child) in (select * from unnest(${guardians}::uuid[], ${wards}::uuid[]))
        and not t.by_self and t.state = 'given'
        and not exists (select 1 from post p where p.person = t.guardian and p.role = 'guardian' and not p.ended and p.about @> array[t.child])`,
    atOnce,
  );
  await endConsents(consents, 'unbound', now, work);
}
