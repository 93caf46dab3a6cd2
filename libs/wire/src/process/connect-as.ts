import { Clients } from '../calls/clients.js';
import { WireCalls } from '../calls/wire-calls.js';
import { ServiceTokens } from '../tokens/service-tokens.js';
import { natsAddress, NatsLink, type NatsAddress } from './nats-link.js';

/** A program's way to the services. */
export interface Connected {
  readonly clients: Clients;
  close(): Promise<void>;
}

/**
 * Calls services from a program that is none itself, under its own name and with a key that lives as long as it does.
 * @example const { clients, close } = await connectAs('deploy'); await clients.of(identity).found({ ... });
 */
export async function connectAs(name: string, address: NatsAddress = natsAddress()): Promise<Connected> {
  const link = new NatsLink(name, () => address);
  const calls = new WireCalls(link);
  const kept = new Map<string, Promise<string>>();
  const vault = { keep: (key: string, make: () => Promise<string>) => kept.get(key) ?? kept.set(key, make()).get(key)! };
  const clients = new Clients(calls, new ServiceTokens(name, vault, link));
  await link.open();
  return {
    clients,
    close: async () => {
      calls.onApplicationShutdown();
      await link.onApplicationShutdown();
    },
  };
}
