import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** A piece of a guide that its reader is to run. */
export interface Block {
  readonly language: 'sh' | 'ts';
  /** The name under which the reader keeps it. */
  readonly name: string;
  readonly text: string;
}

/** The blocks of a guide that can be run, in its order. */
export function blocksOf(file: string): Block[] {
  const fences = readFileSync(file, 'utf8').matchAll(/^```(sh|ts)(?: (\S+))?\n(.*?)^```$/gms);
  return [...fences].map(([, language, name, text]) => ({ language: language as Block['language'], name: name ?? '', text: text! }));
}

const root = resolve(import.meta.dirname, '../../..');

/** The client and what it needs, from the checkout: nothing is asked of a registry. */
const packages = ['libs/client', 'node_modules/openapi-fetch', 'node_modules/openapi-typescript-helpers'];

/**
 * Does what the guide says in one shell, as its reader would: in an empty folder far from the checkout, with the client as it is published
 * where there are programs. `given` is what the reader's shell knows. Answers everything that was printed. Throws when a step fails.
 */
export async function follow(blocks: readonly Block[], given: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxue-guide-'));
  try {
    const programs = blocks.filter(({ language }) => language === 'ts');
    if (programs.length > 0) await installClient(folder);
    for (const { name, text } of programs) writeFileSync(join(folder, name), text);
    if (programs.length > 0) assertTypes(programs.map(({ name }) => join(folder, name)));
    const script = ["trap 'kill $(jobs -p) 2>/dev/null || true' EXIT", ...blocks.map(stepOf)].join('\n');
    return await run(script, folder, { ...given, LIANXUE: root, PORT: String(await freePort()) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function installClient(folder: string): Promise<void> {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  await run(`npm pack --silent --ignore-scripts --pack-destination ${folder} ${packages.map((each) => `./${each}`).join(' ')}`, root);
  await run('npm install --offline --no-audit --no-fund --ignore-scripts ./*.tgz', folder);
}

/** A program that listens stays while the reader goes on. */
function stepOf({ language, name, text }: Block): string {
  if (language === 'sh') return text;
  const program = `node ${name.replace(/ts$/, 'js')}`;
  return text.includes('.listen(') ? `${program} &\nuntil (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; do sleep 0.1; done` : program;
}

/** The reader's editor would show these; the programs are compiled beside their sources. */
function assertTypes(files: readonly string[]): void {
  const program = ts.createProgram([...files], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    typeRoots: [join(root, 'node_modules', '@types')],
    types: ['node'],
  });
  const { diagnostics } = program.emit();
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0)
    throw new Error(
      ts.formatDiagnostics(faults, { getCanonicalFileName: String, getCurrentDirectory: process.cwd, getNewLine: () => '\n' }),
    );
}

function run(script: string, cwd: string, more: Record<string, string> = {}): Promise<string> {
  return new Promise((done, fail) => {
    const options = { cwd, env: { ...process.env, ...more }, timeout: 120_000 };
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done(said) : fail(new Error(`following the guide ended with ${code}:\n${said}`))));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
