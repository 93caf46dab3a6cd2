import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import {
  FileActive,
  FileAltered,
  FileBomb,
  FileBroken,
  FileEncrypted,
  fileKinds,
  FileNameLies,
  FileNotAllowed,
  FilePolyglot,
  FileTooLarge,
  FileUnrecognised,
  refuse,
  type Clock,
  type FileFamily,
  type FileMegabytes,
  type Refusal,
} from '@lianxue/contracts';
import { endingAs, lies, Unfit, type About, type Files, type KeptFile, type Watch } from '@lianxue/files';
import type { Allowances } from './allowances.js';
import type { Ticket } from './tickets.js';

/** How long a file that was sent stays; what was made of it stays longer. */
const keptMs = 30 * 24 * 3600_000;
const megabyte = 1024 * 1024;

/** What has arrived whole: held to what was said of it, looked at where its kind asks for that, then kept or refused. */
export class TakingIn {
  constructor(
    private readonly files: Files,
    private readonly watch: Watch,
    private readonly allowances: Allowances,
    private readonly clock: Clock,
  ) {}

  /** Takes a file from this machine's disk. Refuses what is not taken; nothing of it stays then. */
  async take(path: string, ticket: Ticket): Promise<KeptFile> {
    if (ticket.sha256 !== undefined && (await hashOf(path)) !== ticket.sha256) throw refuse(FileAltered);
    const about = this.aboutOf(ticket);
    if (!fileKinds[ticket.kind].looked) return this.files.adopt(path, about);
    const { content, drawn } = await this.watch.look(path).catch((error: unknown) => {
      throw error instanceof Unfit ? refusalOf(error) : error;
    });
    try {
      if (lies(ticket.name, content.kind)) throw refuse(FileNameLies, { is: content.kind });
      const megabytes = await this.allowances.of(ticket.organisation);
      await assertAllowed(path, content.family, megabytes);
      const { kind, organisation } = ticket;
      const sentFor = kind === 'archive' && organisation !== undefined && { sentFor: { organisation, megabytes } };
      return await this.files.adopt(drawn ?? path, { ...about, name: endingAs(ticket.name, content.kind), content, ...sentFor });
    } finally {
      if (drawn) await rm(drawn, { force: true });
    }
  }

  private aboutOf({ id, kind, name, subject, client }: Ticket): About {
    return { id, kind, name, owner: { subject, client }, until: new Date(this.clock.now().getTime() + keptMs) };
  }
}

/** What was sent is held to the allowance, though a picture may be smaller when it is kept. */
async function assertAllowed(path: string, found: FileFamily, megabytes: FileMegabytes): Promise<void> {
  const most = megabytes[found];
  if (most === undefined) throw refuse(FileNotAllowed, { found, allowed: Object.keys(megabytes) as FileFamily[] });
  const maxBytes = most * megabyte;
  if ((await stat(path)).size > maxBytes) throw refuse(FileTooLarge, { maxBytes });
}

function refusalOf({ fault, does }: Unfit): Refusal {
  if (fault === 'active') return refuse(FileActive, { does: does ?? 'script' });
  const kinds = { unknown: FileUnrecognised, polyglot: FilePolyglot, bomb: FileBomb, broken: FileBroken, encrypted: FileEncrypted };
  return refuse(kinds[fault]);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: megabyte }) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}
