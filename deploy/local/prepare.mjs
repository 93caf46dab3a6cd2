// Installs and builds, from whatever state a checkout is in. Plain Node: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Ready to run the built platform: checks Node, installs what is missing, builds what has changed (`everything`: with tests and trials). */
export async function prepare({ everything = false } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) stop(`Lianxue needs Node 20.19 or newer; this is ${process.versions.node}.`);
  await install();
  await build(everything);
}

/** Installs when there is nothing yet, or when the lock file has changed since the last time. */
async function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const note = join(root, 'node_modules', '.lianxue-lock');
  const installed = existsSync(join(root, 'node_modules', '.package-lock.json'));
  if (installed && existsSync(note) && readFileSync(note, 'utf8') === lock) return;
  // Somebody installed by hand, after the lock file came: that will do.
  const byHand =
    installed && statSync(join(root, 'node_modules', '.package-lock.json')).mtimeMs > statSync(join(root, 'package-lock.json')).mtimeMs;
  if (!byHand) {
    say('Installing packages (a minute or two, once)');
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error', '--progress=false'];
    if (!(await run('npm', ['ci', ...quietly])) && !(await run('npm', ['install', '--no-save', ...quietly])))
      stop('The packages could not be installed; what npm said is above.');
  }
  writeFileSync(note, lock);
}

/** The services and what they stand on; unchanged sources take a second. */
async function build(everything) {
  say(existsSync(join(root, 'deploy', 'local', 'dist', 'main.js')) ? 'Building what has changed' : 'Building (half a minute, once)');
  const services = ['gateway', 'identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'];
  const projects = everything ? [] : [join('deploy', 'local'), ...services.map((name) => join('services', name))];
  if (!(await run(process.execPath, [join('node_modules', 'typescript-7', 'bin', 'tsc'), '-b', '--builders', '1', ...projects])))
    stop('The build failed; what the compiler said is above.');
}

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(false));
    child.once('exit', (code, signal) => (signal === 'SIGINT' ? process.exit(130) : resolve(code === 0)));
  });
}

function say(line) {
  console.log(`· ${line}`);
}

/** Ends with one sentence and no stack. */
export function stop(line, code = 1) {
  (code === 0 ? console.log : console.error)(line);
  process.exit(code);
}
