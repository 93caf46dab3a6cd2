import { inBeijing } from '@lianxue/contracts';
import type { Aggregate } from '@lianxue/persistence';

/** What every item carries besides its fact. */
export const itemOf = ({ id, version, createdAt, updatedAt }: Aggregate) => ({
  id,
  version,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
});
