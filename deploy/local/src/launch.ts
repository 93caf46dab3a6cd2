import { Hindrance, Installation } from './installation.js';
import { Platform } from './platform.js';
import { isFree } from './ports.js';
import { RunRecord } from './run-record.js';
import { makeFirstContent } from './region/first-content.js';
import { summary } from './summary.js';
import { takeTurn } from './turn.js';

const say = (line: string) => console.log(`· ${line}`);

/** Starts everything and stays in the foreground until it is told to stop. */
export async function launch(region?: string): Promise<void> {
  const installation = new Installation();
  const record = new RunRecord(installation.file('run.json'));
  const running = record.alive();
  if (running) return console.log(`Lianxue is already running at ${running.origin} (npm run stop ends it).`);
  const release = takeTurn(installation.file('launcher'));
  // Whoever reads our output may go away; that is no reason to die.
  process.stdout.on('error', () => {});
  const stop = stopSignal();

  if ((await record.endLeftovers()) > 0) say('Ended what an earlier start had left running');
  const address = installation.address();
  const { hostname } = new URL(address.origin);
  if (!(await isFree(address.port)))
    throw new Hindrance(
      `Port ${address.port} is in use by another program: stop that, or ${installation.decisions ? `free it for ${hostname}, where this installation lives` : 'choose another by LIANXUE_PORT=3001 npm start'}.`,
    );
  const decisions = installation.decisions ?? installation.decide({ region: region ?? 'demo', ...address, loaded: false });

  record.begin(address.origin);
  const platform = new Platform(installation, record, address, say);
  const finish = async () => {
    record.phase('stopping');
    await platform.stop();
    record.clear();
    release();
  };
  try {
    const up = bringUp(platform, installation, decisions);
    // Once we are asked to stop, nobody waits for how far the start came.
    up.catch(() => {});
    await Promise.race([stop.asked, up]);
    if (!stop.isAsked()) {
      record.phase('ready');
      console.log(summary(installation, address.origin));
      onRestart(platform, record);
      await stop.asked;
    }
    say('Stopping: gateway, services, NATS, PostgreSQL');
  } finally {
    await finish();
  }
  say('Stopped');
  process.exit(0);
}

async function bringUp(platform: Platform, installation: Installation, decisions: NonNullable<Installation['decisions']>): Promise<void> {
  say('Starting PostgreSQL and NATS');
  await platform.startServers();
  const applied = await platform.migrate();
  say(applied > 0 ? `Brought the database up to date (${applied} migrations)` : 'The database is up to date');
  say('Starting seven services');
  await platform.startServices();
  if (decisions.loaded) return;
  say(decisions.region === 'demo' ? 'Loading the demo region 抚州市' : `Founding the region ${decisions.region}`);
  await makeFirstContent({ installation, region: decisions.region, origin: decisions.origin, nats: { url: platform.natsUrl }, say });
  installation.decide({ ...decisions, loaded: true });
}

/** Ctrl-C, `npm run stop` and a closed terminal all stop properly. */
function stopSignal() {
  let asked = false;
  const promise = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        asked = true;
        resolve();
      });
  });
  return { asked: promise, isAsked: () => asked };
}

/** `npm run restart` sends SIGUSR2: the services start again, the servers stay. */
function onRestart(platform: Platform, record: RunRecord): void {
  let restarting = false;
  process.on('SIGUSR2', () => {
    if (restarting) return;
    restarting = true;
    record.phase('restarting');
    say('Restarting the services');
    platform
      .restartServices()
      .then(() => say('The services are ready again'))
      .catch((error: Error) => say(error.message))
      .finally(() => {
        restarting = false;
        record.phase('ready');
      });
  });
}
