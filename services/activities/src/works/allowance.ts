import type { Work } from '@lianxue/persistence';

/** Something of which a holder may use so many in one activity: recommendations of a group, entries of an expert. */
export interface Allowance {
  readonly activity: string;
  readonly purpose: string;
  readonly holder: string;
  readonly limit: number;
}

/** Uses one more; answers how many were used already when there is none left. Two at once cannot take the same last one. */
export async function useOne(
  { activity, purpose, holder, limit }: Allowance,
  work: Work,
): Promise<{ usedUp: false } | { usedUp: true; used: number }> {
  const taken = await work.query(
    `insert into allowance as a (activity, purpose, holder, used) select $1, $2, $3, 1 where $4 > 0
     on conflict (activity, purpose, holder) do update set used = a.used + 1 where a.used < $4 returning used`,
    [activity, purpose, holder, limit],
  );
  if (taken.length > 0) return { usedUp: false };
  const [row] = await work.query<{ used: number }>('select used from allowance where activity = $1 and purpose = $2 and holder = $3', [
    activity,
    purpose,
    holder,
  ]);
  return { usedUp: true, used: row?.used ?? 0 };
}

export async function giveOneBack({ activity, purpose, holder }: Omit<Allowance, 'limit'>, work: Work): Promise<void> {
  await work.query('update allowance set used = used - 1 where activity = $1 and purpose = $2 and holder = $3', [
    activity,
    purpose,
    holder,
  ]);
}
