import type { NatsLink } from '../process/nats-link.js';
import type { KeySet } from './key-ring.js';
import { gatewayKeysSubject } from './key-rings.js';

/** Keys offered to all processes. */
export interface PublishedKeys {
  /** Tells everyone at once; call it after the keys changed. */
  announce(): void;
}

/** Answers and announces an issuer's public keys; the gateway's own by default. */
export function publishKeys(link: NatsLink, keys: () => KeySet, subject = gatewayKeysSubject): PublishedKeys {
  const encoded = () => JSON.stringify(keys());
  const announce = () => void link.publish(`${subject}.changed`, encoded());
  link.onConnected((nats) => {
    nats.subscribe(subject, { queue: subject, callback: (error, message) => void (error ? undefined : message.respond(encoded())) });
    announce();
  });
  link.onReturned(announce);
  return { announce };
}
