import { connect, type NatsConnection } from '@nats-io/transport-node';

/** A connection for consumers; it outlives the server. */
export function connectAs(url: string): Promise<NatsConnection> {
  const { username, password, host } = new URL(url);
  return connect({ servers: host, user: username, pass: decodeURIComponent(password), maxReconnectAttempts: -1, reconnectTimeWait: 250 });
}
