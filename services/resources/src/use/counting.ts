import { dayInBeijing, type ResourceContent } from '@lianxue/contracts';
import { newId, type Work } from '@lianxue/persistence';

/** What is counted of a day, by the column that counts it. */
export type Counted = 'views' | 'downloads' | 'in_class' | 'elsewhere' | 'favourites' | 'ratings';

/** One more for the organisation, subject and day. The last statement of a commit: schools share this row. */
export async function countOne(
  work: Work,
  what: Counted,
  { organisation, subject, at, now }: { organisation: string; subject: ResourceContent['subject']; at: Date; now: Date },
): Promise<void> {
  await work.query(
    `insert into resource_use as kept (id, version, organisation, created_at, updated_at, subject, day, ${what}) values ($1, 0, $2, $3, $3, $4, $5, 1)
     on conflict (organisation, subject, day) do update set ${what} = kept.${what} + 1, updated_at = excluded.updated_at`,
    [newId(), organisation, now, subject, dayInBeijing(at)],
  );
}
