import { identity } from '@lianxue/contracts';
import type { Clients } from '@lianxue/wire';
import type { History, OrganisationOfDay } from './history.js';

/** Organisations asked for at once. */
const atOnce = 2000;

/** Asks identity over the wire, page by page. */
export const historyOfIdentity =
  (clients: Clients): History =>
  async (below, on) => {
    const found: OrganisationOfDay[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await clients.of(identity).organisationsAsOf({ below, on, limit: atOnce, ...(after !== undefined && { after }) });
      found.push(...page.organisations);
      after = page.next;
    }
    return found;
  };
