import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
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

interface Place {
  /** A folder below the checkout, so that the reader's programs find the client as if it were installed. */
  readonly folder: string;
  readonly demo: string;
}

/** Does what the guide says in one shell, as its reader would; answers everything that was printed. Throws when a step fails. */
export async function follow(blocks: readonly Block[], { folder, demo }: Place): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const programs = blocks.filter(({ language }) => language === 'ts');
  for (const { name, text } of programs) writeFileSync(join(folder, name), text);
  assertTypes(programs.map(({ name }) => join(folder, name)));
  const script = ['set -euo pipefail', "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT", ...blocks.map(stepOf)].join('\n');
  return run(script, folder, { ...process.env, DEMO: demo, PORT: String(await freePort()) });
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
    types: ['node'],
  });
  const { diagnostics } = program.emit();
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0)
    throw new Error(
      ts.formatDiagnostics(faults, { getCanonicalFileName: String, getCurrentDirectory: process.cwd, getNewLine: () => '\n' }),
    );
}

function run(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn('bash', ['-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
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
