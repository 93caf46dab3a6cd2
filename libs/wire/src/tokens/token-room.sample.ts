import { NatsLink } from '../process/nats-link.js';
import { Issuer } from '../shelf.sample.js';
import { KeyRings } from './key-rings.js';
import { Revocations } from './revocations.js';
import { ServiceTokens } from './service-tokens.js';
import { TokenVerifier } from './token-verifier.js';

const vault = { keep: (_: string, make: () => Promise<string>) => make() };

/** A verifier as `resources` has it, with the gateway's keys, those of `classrooms` and (to be told apart) those of `identity`. */
export async function openTokenRoom(nats: { urlOf(user: string): string; stop(): Promise<void> }) {
  const [link, other, identity] = ['resources', 'classrooms', 'identity'].map(
    (name) => new NatsLink(name, () => ({ url: nats.urlOf(name) })),
  ) as [NatsLink, NatsLink, NatsLink];
  const issuer = await new Issuer(nats.urlOf('gateway')).open();
  const tokens = new ServiceTokens('classrooms', vault, other);
  const revocations = new Revocations(link, { revocations: async () => [] });
  const verifier = new TokenVerifier(new KeyRings(link), revocations);
  revocations.start();
  await Promise.all([tokens.token(), new ServiceTokens('identity', vault, identity).token()]);
  await Promise.all([link, other, identity].map((each) => each.open()));
  return {
    issuer,
    link,
    identity,
    tokens,
    revocations,
    verifier,
    close: async () => {
      revocations.onApplicationShutdown();
      await Promise.all([...[link, other, identity].map((each) => each.onApplicationShutdown()), issuer.close()]);
      await nats.stop();
    },
  };
}
