import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** Holds a small tree of files to the project's rules; answers the names of the rules that were broken. */
function broken(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lianxue-boundaries-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'tsconfig.cruise.json'])
      cpSync(join(root, name), join(folder, name));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "dependencies": { "pino": "*", "zod": "*" } }');
    const { stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', 'depcruise'), ['libs', 'services', '--output-type', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (!stdout) throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const nothing = 'export const one = 1;\n';
const using = (path: string) => `import { one } from '${path}';\nexport const two = one;\n`;

describe('the boundaries', () => {
  it('let a service use the libraries', () => {
    const files = {
      'libs/contracts/src/index.ts': nothing,
      'services/a/src/a.handlers.ts': using('@lianxue/contracts'),
    };
    expect(broken(files)).toEqual([]);
  });

  it.each([
    [
      'a service another service',
      'a-service-never-uses-another',
      { 'libs/x.ts': nothing, 'services/b/src/b.ts': nothing, 'services/a/src/a.ts': using('../../b/src/b.js') },
    ],
    [
      'contracts the wire',
      'contracts-use-nothing',
      { 'services/x.ts': nothing, 'libs/wire/src/index.ts': nothing, 'libs/contracts/src/index.ts': using('@lianxue/wire') },
    ],
    [
      'contracts a package but zod',
      'contracts-use-nothing',
      {
        'services/x.ts': nothing,
        'node_modules/pino/package.json': '{ "main": "index.js" }',
        'node_modules/pino/index.js': nothing,
        'libs/contracts/src/index.ts': "import pino from 'pino';\nexport const log = pino();\n",
      },
    ],
    [
      'persistence the wire',
      'wire-and-persistence-use-contracts-only',
      { 'services/x.ts': nothing, 'libs/wire/src/index.ts': nothing, 'libs/persistence/src/index.ts': using('@lianxue/wire') },
    ],
    [
      'production code the test builders',
      'testing-only-from-tests',
      { 'libs/testing/src/index.ts': nothing, 'services/a/src/a.ts': using('@lianxue/testing') },
    ],
    [
      'a rule the wire',
      'only-handlers-know-the-wire',
      { 'libs/wire/src/index.ts': nothing, 'services/a/src/rule.ts': using('@lianxue/wire') },
    ],
    [
      'a rule a handler',
      'rules-do-not-use-handlers',
      { 'libs/x.ts': nothing, 'services/a/src/a.handlers.ts': nothing, 'services/a/src/rule.ts': using('./a.handlers.js') },
    ],
    [
      'two files each other',
      'no-circles',
      { 'libs/x.ts': nothing, 'services/a/src/a.ts': `${using('./b.js')}export const one = 1;\n`, 'services/a/src/b.ts': using('./a.js') },
    ],
  ])('refuse that %s uses', (_, rule, files) => {
    expect(broken(files as unknown as Record<string, string>)).toContain(rule);
  });
});
