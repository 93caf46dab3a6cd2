import { activities, resources } from '@lianxue/contracts';
import type { Clients } from '@lianxue/wire';
import type { AskForWork } from './handing-over.js';

/** The services that name persons for work; each needs a line in deploy/nats/permissions.conf. */
const naming = { activities, resources };

/** Asks them all at once, over the wire. */
export const askForWork =
  (clients: Clients): AskForWork =>
  async (holder) => {
    const asked = Object.entries(naming).map(async ([service, contract]) => {
      const answer = await clients
        .of(contract)
        .postWork(holder)
        .catch(() => undefined);
      return { service, items: answer?.items };
    });
    const answers = await Promise.all(asked);
    return {
      items: answers.flatMap(({ items }) => items ?? []),
      unheard: answers.filter(({ items }) => !items).map(({ service }) => service),
    };
  };
