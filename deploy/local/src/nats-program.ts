import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How a NATS server can be run on this machine. */
export type NatsProgram = { readonly kind: 'program'; readonly path: string } | { readonly kind: 'container'; readonly image: string };

const IMAGE = 'nats:2.12-alpine';

/** Finds a NATS server: on the path, fetched earlier into `folder`, fetched now from the distribution, or as a container. */
export function natsProgram(folder: string, say: (line: string) => void = () => {}): NatsProgram {
  const path = onPath('nats-server') ?? fetched(folder) ?? fetch(folder, say);
  if (path) return { kind: 'program', path };
  if (dockerAnswers()) return { kind: 'container', image: IMAGE };
  throw new Error(
    'No NATS server was found: install nats-server (https://docs.nats.io/running-a-nats-service/introduction/installation), start Docker, or set NATS_URL to a server with JetStream.',
  );
}

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find(isExecutable);
}

export const dockerAnswers = (): boolean =>
  spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { stdio: 'ignore', timeout: 5000 }).status === 0;

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const fetched = (folder: string): string | undefined =>
  [join(folder, 'package', 'usr', 'sbin', 'nats-server'), join(folder, 'package', 'usr', 'bin', 'nats-server')].find(isExecutable);

/** Debian and Ubuntu: downloads the distribution's package and unpacks it here. Nothing is installed, no root is needed. */
function fetch(folder: string, say: (line: string) => void): string | undefined {
  if (!onPath('apt-get') || !onPath('dpkg-deb')) return undefined;
  say('Fetching the NATS server of this distribution');
  // Two may fetch at once: each works in a folder of its own and moves the result into place.
  const state = join(folder, `apt.${process.pid}`);
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'packages']) mkdirSync(join(state, part), { recursive: true });
  const settings = [
    `Dir::State=${join(state, 'state')}`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${join(state, 'cache')}`,
    'Acquire::Languages=none',
    // As root, apt would step down to a user who may not enter our folder.
    'APT::Sandbox::User=root',
  ].flatMap((setting) => ['-o', setting]);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...settings, ...args], {
      cwd: join(state, 'packages'),
      encoding: 'utf8',
      timeout: 180_000,
      env: { ...process.env, LC_ALL: 'C' },
    });
  const updated = apt('update');
  const downloaded = apt('download', 'nats-server');
  const archive = readdirSync(join(state, 'packages')).find((name) => name.endsWith('.deb'));
  if (downloaded.status !== 0 || !archive) {
    say(`The distribution gave no NATS server: ${(downloaded.stderr || updated.stderr || '').trim().split('\n')[0]}`);
    rmSync(state, { recursive: true, force: true });
    return undefined;
  }
  const unpacked = join(state, 'unpacked');
  spawnSync('dpkg-deb', ['-x', join(state, 'packages', archive), unpacked]);
  if (!fetched(folder)) renameSync(unpacked, join(folder, 'package'));
  rmSync(state, { recursive: true, force: true });
  return fetched(folder);
}
