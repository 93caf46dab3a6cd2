import { creditFacts, type Credit, type ReviewRule } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import type { ResourceEntity } from '../catalogue/resource.entity.js';
import { CreditEntity } from './credit.entity.js';

/**
 * Credits everybody who made it, once for each tier that publishes it: its author, other contributors, and the organisation of each. Who
 * keeps what came from another platform has not made it.
 */
export async function grantCredits(row: ResourceEntity, { organisation: grantedBy, credits }: ReviewRule, work: Work): Promise<void> {
  const granted = await work.all(CreditEntity, sql`t.resource = ${row.id} and t.granted_by = ${grantedBy}`);
  const has = (person: string | null, organisation: string) =>
    granted.some((credit) => credit.person === person && credit.organisation === organisation);
  const due: [role: Credit['role'], person: string | null, organisation: string, points: number][] = [
    ...(row.source === 'migrated'
      ? []
      : [['author', row.author, row.organisation, credits.author] as [Credit['role'], string, string, number]]),
    ['school', null, row.organisation, credits.school],
  ];
  for (const { person, organisation } of row.contributors) {
    const counted = due.some(([, other, at]) => other === person && at === organisation);
    if (!counted && (person !== row.author || row.source === 'migrated'))
      due.push(['contributor', person, organisation, credits.contributor]);
  }
  for (const organisation of await otherOrganisations(row, work)) due.push(['school', null, organisation, credits.school]);
  const fresh = due.filter(([, person, organisation]) => !has(person, organisation));
  for (const [role, person, organisation, points] of fresh) {
    const credit = Object.assign(new CreditEntity(), { role, person, organisation, points, resource: row.id, grantedBy });
    await work.insert(credit, creditFacts.granted);
  }
}

/** Organisations of contributors besides the author's; of those that are known. */
async function otherOrganisations({ organisation, contributors }: ResourceEntity, work: Work): Promise<string[]> {
  const named = [...new Set(contributors.map((one) => one.organisation))];
  const known = await work.query<{ id: string }>('select id from organisation where id = any($1::uuid[]) and id <> $2 order by id', [
    named,
    organisation,
  ]);
  return known.map(({ id }) => id);
}

/** What was taken down everywhere is credited to nobody until it is restored. */
export async function suspendCredits(resource: string, work: Work): Promise<void> {
  await setCounting(resource, false, work);
}

export async function resumeCredits(resource: string, work: Work): Promise<void> {
  await setCounting(resource, true, work);
}

async function setCounting(resource: string, counts: boolean, work: Work): Promise<void> {
  const credits = await work.all(CreditEntity, sql`t.resource = ${resource} and t.counts <> ${counts}`);
  for (const credit of credits) credit.counts = counts;
  await work.updateAll(credits, counts ? creditFacts.resumed : creditFacts.suspended);
}
