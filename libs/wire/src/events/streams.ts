import { jetstreamManager, type JetStreamManager, type StreamConfig, type StreamState } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';

/** As long as an inbox remembers: what is delivered later might be applied twice. */
const keptMs = 30 * 24 * 3600_000;
/** A relay that repeats itself after a crash does so within this. */
const duplicateWindowMs = 120_000;

export const streamOf = (service: string): string => `LIANXUE_${service.toUpperCase().replaceAll('-', '_')}`;

const typePrefix = 'cn.lianxue.';

/** The subject of a type of fact, or of a pattern of types: `cn.lianxue.identity.organisation.*`. */
export function subjectOfType(type: string): string {
  if (!type.startsWith(typePrefix)) throw new Error(`A type of fact begins with ${typePrefix}, unlike ${type}.`);
  return `lianxue.fact.${type.slice(typePrefix.length)}`;
}

/** Finds the service's stream, or makes it: PostgreSQL is the truth, so a lost stream is made again and filled by the relay. */
export async function ensureStream(manager: JetStreamManager, service: string): Promise<StreamState> {
  const name = streamOf(service);
  try {
    return (await manager.streams.info(name)).state;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const configuration: Partial<StreamConfig> & { name: string } = {
    name,
    subjects: [`lianxue.fact.${service}.>`],
    retention: 'limits',
    storage: 'file',
    discard: 'old',
    max_age: nanos(keptMs),
    duplicate_window: nanos(duplicateWindowMs),
  };
  return (await manager.streams.add(configuration)).state;
}

/** Whether JetStream says that a stream, consumer or message is not there. */
const isMissing = (error: unknown): boolean => /not found/i.test(error instanceof Error ? error.message : '');

export const managerOf = (nats: NatsConnection): Promise<JetStreamManager> => jetstreamManager(nats, { checkAPI: false });
