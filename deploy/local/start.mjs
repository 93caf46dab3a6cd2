// Runs before anything is installed or built: plain Node, nothing imported but what ships with it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [command = 'start', ...rest] = process.argv.slice(2);
const main = join(root, 'deploy', 'local', 'dist', 'main.js');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Lianxue needs Node 20.19 or newer; this is ${process.versions.node}.`);

if (command === 'start' || command === 'init' || !existsSync(main)) {
  if (command === 'stop' || command === 'restart')
    stop('Nothing is running here: it was never built. Start it by: npm start', command === 'stop' ? 0 : 1);
  await install();
  await build();
}
await (await import(pathToFileURL(main).href)).main(command, rest);

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
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    if (!(await run('npm', ['ci', ...quietly])) && !(await run('npm', ['install', '--no-save', ...quietly])))
      stop('The packages could not be installed; what npm said is above.');
  }
  writeFileSync(note, lock);
}

/** The services and what they stand on; unchanged sources take a second. */
async function build() {
  say(existsSync(main) ? 'Building what has changed' : 'Building (half a minute, once)');
  const services = ['gateway', 'identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'].map((name) =>
    join('services', name),
  );
  const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
  if (!(await run(process.execPath, [compiler, '-b', join('deploy', 'local'), ...services])))
    stop('The build failed; what the compiler said is above.');
}

function run(program, args, stdio = 'inherit') {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', stdio, stdio] });
    child.once('error', () => resolve(false));
    child.once('exit', (code, signal) => (signal === 'SIGINT' ? process.exit(130) : resolve(code === 0)));
  });
}

function say(line) {
  console.log(`· ${line}`);
}

function stop(line, code = 1) {
  console.error(line);
  process.exit(code);
}
