import { incidents } from '@lianxue/contracts';
import type { PersonColumns } from '@lianxue/persistence';

/** What a merging of people does with each column that may name one: none does but what is assigned; supplements say who wrote them then. */
export const personColumns: PersonColumns = { operation: incidents.changesAfter, follow: [], stay: {}, ofNobody: [] };
