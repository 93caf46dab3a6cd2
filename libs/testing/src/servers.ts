import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { dockerAnswers, startNats, startPostgres, type NatsServer, type NatsUser } from '@lianxue/local';
import { noteProcess, oncePerRun, runFolder } from './run.js';

/** The images of a deployment; see docker-compose.yml. */
const POSTGRES_IMAGE = 'postgres:18-bookworm';

/** Programs fetched for `npm start` serve the tests too. */
const PROGRAMS = join(import.meta.dirname, '..', '..', '..', '.lianxue', 'programs');

const SERVICES = ['gateway', 'identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'];

/** The superuser's address of the run's PostgreSQL: the one given, else a container where Docker answers, else an embedded one. */
export async function postgresOfRun(): Promise<string> {
  const given = process.env.LIANXUE_TEST_DATABASE_URL;
  if (given) return given;
  const { url } = await oncePerRun('postgres', async () => (dockerAnswers() && (await containedPostgres())) || embeddedPostgres());
  return url;
}

async function embeddedPostgres(): Promise<{ url: string }> {
  const server = await startPostgres({
    folder: join(runFolder(), 'postgres'),
    password: randomBytes(18).toString('base64url'),
    durable: false,
  });
  // Immediate shutdown: the data is thrown away with the run.
  noteProcess(server.mark, 'SIGQUIT');
  return { url: server.url };
}

/** Its reaper removes it when this process ends. Undefined where the image cannot be had, e.g. without a registry. */
async function containedPostgres(): Promise<{ url: string } | undefined> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  try {
    const container = await new PostgreSqlContainer(POSTGRES_IMAGE)
      .withUsername('postgres')
      .withPassword(randomBytes(18).toString('base64url'))
      .withEnvironment({ POSTGRES_INITDB_ARGS: '--encoding=UTF8 --locale=C.UTF-8' })
      .withCommand(['postgres', '-c', 'max_connections=200', '-c', 'fsync=off'])
      .start();
    return { url: container.getConnectionUri() };
  } catch {
    return undefined;
  }
}

export interface TestNats {
  readonly url: string;
  /** With the credentials of a service, or of `deploy`. */
  urlOf(user: string): string;
  stop(): Promise<void>;
  /** Starts again on the same port, with the same streams, after a stop. */
  startAgain(): Promise<void>;
}

/** A NATS server of the test's own (30 ms), since the names of streams and subjects are fixed. Stop it in `afterAll`. */
export async function testNats(): Promise<TestNats> {
  const users: NatsUser[] = [...SERVICES, 'deploy'].map((name) => ({ name, password: randomBytes(18).toString('base64url') }));
  const folder = join(runFolder(), `nats-${randomBytes(6).toString('hex')}`);
  const start = async (port?: number) => {
    const server = await startNats({ folder, programs: PROGRAMS, users, ...(port && { port }) });
    noteProcess(server.mark, 'SIGTERM');
    return server;
  };
  let server: NatsServer = await start();
  return {
    url: server.urlOf('deploy'),
    urlOf: (user) => server.urlOf(user),
    stop: () => server.stop(),
    startAgain: async () => {
      server = await start(server.port);
    },
  };
}
