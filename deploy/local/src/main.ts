import { setTimeout as sleep } from 'node:timers/promises';
import { foundFromEnvironment, migrateFromEnvironment, printKnown } from './containers/one-shots.js';
import { prepare } from './containers/prepare.js';
import { Hindrance, Installation, ROOT } from './installation.js';
import { launch } from './launch.js';
import { end } from './processes.js';
import { divisionOf } from './region/division.js';
import { knownOf } from './region/first-content.js';
import { signIn } from './region/sign-in.js';
import { RunRecord } from './run-record.js';

/**
 * `npm start`, `npm run init -- --region 361000`, `npm run stop`, `npm run restart`, `npm run -s sign-in -- admin`;
 * and what a container deployment runs once: `prepare`, `migrate`, `found`, `accounts`.
 */
export async function main(command: string, args: readonly string[]): Promise<void> {
  try {
    if (command === 'start') await launch();
    else if (command === 'init') await init(args);
    else if (command === 'stop') await stop();
    else if (command === 'restart') await restart();
    else if (command === 'sign-in') await printToken(args[0]);
    else if (command === 'prepare') await prepare(args[0] ?? '/prepared');
    else if (command === 'migrate') await migrateFromEnvironment();
    else if (command === 'found') await foundFromEnvironment();
    else if (command === 'accounts') printKnown();
    else throw new Hindrance(`There is no command ${command}: start, init, stop, restart, sign-in, prepare, migrate, found, accounts.`);
  } catch (error) {
    console.error(error instanceof Hindrance ? error.message : error);
    process.exitCode = 1;
  }
  process.exit();
}

/** Makes an empty real region; refused where an installation exists, since nothing that exists is emptied. */
async function init(args: readonly string[]): Promise<void> {
  const region = args[args.indexOf('--region') + 1];
  if (!args.includes('--region') || !region || !/^\d{6}$/.test(region))
    throw new Hindrance('Name the region by its division code of six digits: npm run init -- --region 361000');
  divisionOf(region);
  const { decisions, folder } = new Installation();
  if (decisions && decisions.region !== region)
    throw new Hindrance(`An installation (${decisions.region}) exists in ${folder}; a second one needs its own checkout or LIANXUE_HOME.`);
  if (decisions?.loaded) throw new Hindrance(`The region ${region} exists already: start it by npm start.`);
  await launch(region);
}

/** An access token of somebody whose password this installation knows, for who tries an operation from a shell. */
async function printToken(username: string | undefined): Promise<void> {
  const known = knownOf(new Installation());
  const person = known?.users.find((user) => user.username === username);
  const app = known?.clients.find(({ grants }) => grants.includes('authorization_code'));
  if (!known || !person || !app)
    throw new Hindrance(
      `Name one of the accounts that npm start made: ${known?.users.map((user) => user.username).join(', ') ?? 'none yet'}`,
    );
  console.log(await signIn(known.issuer, app, person));
}

async function stop(): Promise<void> {
  const record = new RunRecord(new Installation().file('run.json'));
  const running = record.alive();
  if (running) {
    await end(running.launcher, { patience: 60_000 });
    return console.log('Stopped.');
  }
  const left = await record.endLeftovers();
  record.clear();
  console.log(left > 0 ? 'Ended what a killed start had left running.' : 'Nothing is running.');
}

/** How long the services may take to drain and be ready again. */
const RESTARTING = 180_000;

async function restart(): Promise<void> {
  const record = new RunRecord(new Installation().file('run.json'));
  const running = record.alive();
  if (running?.phase !== 'ready') throw new Hindrance(`Nothing is ready to be restarted in ${ROOT}: start it by npm start.`);
  process.kill(running.launcher.pid, 'SIGUSR2');
  const deadline = Date.now() + RESTARTING;
  while (Date.now() < deadline) {
    const now = record.alive();
    if (!now) throw new Hindrance('The launcher ended while it restarted the services.');
    if (now.phase === 'ready' && now.generation > running.generation) return console.log(`Restarted; ready at ${now.origin}.`);
    await sleep(100);
  }
  throw new Hindrance('The services were not ready again in time; .lianxue/logs says why.');
}
