import { subPlatformFacts } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { SubPlatform } from './sub-platform.entity.js';

/** The sub-platform of an authority ends with it; what it was and its address are kept. */
export async function closeSubPlatformOf(organisation: string, today: string, work: Work): Promise<void> {
  for (const row of await work.all(SubPlatform, sql`t.organisation = ${organisation} and t.state = 'open'`))
    await work.update(Object.assign(row, { state: 'closed', closedOn: today }), subPlatformFacts.closed);
}

/** The sub-platform of an authority that goes up in another goes on there, unless that one has its own. */
export async function passSubPlatform(from: string, into: string, today: string, work: Work): Promise<void> {
  const [own] = await work.all(SubPlatform, sql`t.organisation = ${into}`);
  if (own) return closeSubPlatformOf(from, today, work);
  for (const row of await work.all(SubPlatform, sql`t.organisation = ${from} and t.state = 'open'`))
    await work.update(Object.assign(row, { organisation: into }), subPlatformFacts.moved);
}
