import type { Work } from '@lianxue/persistence';
import type { TransferEntity } from './transfer.entity.js';

/** The releasing school and the authorities above it that do not stand above the receiving one: they reach the transfer by being named. */
export async function releasingSide({ from, organisation }: TransferEntity, work: Work): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `select a.id from organisation a join organisation f on f.id = $1 join organisation t on t.id = $2
     where a.path @> f.path and not a.path @> t.path`,
    [from, organisation],
  );
  return rows.map(({ id }) => id);
}
