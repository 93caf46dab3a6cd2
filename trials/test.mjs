// `npm test`: everything that must pass, from a fresh clone. Plain Node, since nothing may be installed yet.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../deploy/local/prepare.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const only = process.argv.slice(2);

/** Checks that are one command each: they pass or fail as a whole. */
const checks = [
  ['types', 'typescript-7/bin/tsc', '-p', 'tsconfig.specs.json'],
  ['lint', '.bin/eslint', '.'],
  ['format', '.bin/prettier', '--check', '--log-level', 'warn', '.'],
  ['boundaries', '.bin/depcruise', 'libs', 'services', 'deploy/local/src', 'trials/src', '--output-type', 'err'],
  ['unused code', '.bin/knip'],
  ['OpenAPI lint', '.bin/redocly', 'lint', 'docs/openapi.json'],
];

/** What proves the whole, at a hundredth of its full size: full figures are run before a release, and their JSON is committed. */
const trials = [
  ['the story', 'story/main.js', '--own'],
  ['torture of the feed', 'torture/feed.js'],
  ['the vendor guide', 'guide/main.js'],
  ['import of pupils', 'import/main.js'],
  ['tokens', 'tokens/main.js'],
  ['the storm', 'storm/main.js'],
  ['faults', 'fault/main.js', '--quick'],
  ['bench', 'bench/main.js', '--quick'],
];

await prepare({ everything: true });

let passed = 0;
let failed = 0;
const failures = [];
// Two at a time, one for each core.
const waiting = [...checks];
const take = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, program, ...args] = next;
    await check(name, join('node_modules', program), args);
  }
};
await Promise.all([take(), take()]);

if (!only.length || only.includes('tests')) {
  const folder = mkdtempSync(join(tmpdir(), 'lianxue-report-'));
  const report = join(folder, 'report.json');
  await run(process.execPath, [join('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`], 'inherit');
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A suite that could not be loaded has no tests to count and must still fail.
    const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
    passed += numPassedTests;
    failed += numFailedTests + unloaded;
    if (numFailedTestSuites) failures.push(`${numFailedTestSuites} test suites`);
  } catch {
    failed++;
    failures.push('the tests left no report');
  }
  rmSync(folder, { recursive: true, force: true });
}

for (const [name, file, ...args] of trials) await check(name, process.execPath, [join('trials', 'dist', file), ...args]);

if (failures.length) console.log(`Failed: ${failures.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);

/** One command that passes or fails as a whole; its words are shown only when it fails. */
async function check(name, program, args) {
  if (only.length && !only.includes(name)) return;
  const began = Date.now();
  const { code, output } = await run(program, args);
  if (code === 0) passed++;
  else {
    failed++;
    failures.push(name);
    console.log(output);
  }
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

function run(program, args, stdio = 'pipe') {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', stdio, stdio], env: { ...process.env, NX_DAEMON: 'false' } });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
