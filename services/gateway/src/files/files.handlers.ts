import {
  assertThat,
  CLOCK,
  files,
  fileKinds,
  FileTooLarge,
  FileUnknown,
  inBeijing,
  refuse,
  RoleNotPermitted,
  type Call,
  type Clock,
  type FileKind,
  type InputOf,
} from '@lianxue/contracts';
import { FILES, LINKS, type Files, type KeptFile, type Links } from '@lianxue/files';
import { newId, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { Allowances } from './allowances.js';
import { ticketMs, Tickets } from './tickets.js';

const megabyte = 1024 * 1024;

@Controller()
export class FilesHandlers {
  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(Tickets) private readonly tickets: Tickets,
    @Inject(LINKS) private readonly links: Links,
    @Inject(Allowances) private readonly allowed: Allowances,
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EDGE_SETTINGS) private readonly settings: EdgeSettings,
  ) {}

  @Handles(files.ticket)
  async ticket({ kind, name, size, sha256 }: InputOf<typeof files.ticket>, call: Call) {
    const { subject, client, role, organisation } = call.caller;
    assertThat((fileKinds[kind].permits as readonly string[]).includes(role), RoleNotPermitted);
    const maxBytes = await this.mostOf(kind, organisation);
    if (size !== undefined && size > maxBytes) throw refuse(FileTooLarge, { maxBytes });
    return this.store.commit(call, async (work) => {
      const id = newId();
      const until = this.clock.now().getTime() + ticketMs;
      const ticket = this.tickets.ticket({ id, kind, name, subject, client, organisation, sha256, maxBytes, until });
      work.note('file.ticketed', id, { kind });
      const { origin } = this.settings;
      return {
        id,
        maxBytes,
        uploadUrl: `${origin}/files/upload/${ticket}`,
        resumableUrl: `${origin}/files/resumable`,
        ticket,
        expiresAt: inBeijing(new Date(until)),
      };
    });
  }

  @Handles(files.file)
  async file({ fileId }: InputOf<typeof files.file>, call: Call) {
    const { id, kind, name, size, sha256, content = null, until } = await this.own(fileId, call);
    return { id, kind, name, size, sha256, content, forgottenAt: inBeijing(until) };
  }

  @Handles(files.link)
  async link({ fileId }: InputOf<typeof files.link>, call: Call) {
    const { id, kind, content } = await this.own(fileId, call);
    return this.store.commit(call, async (work) => {
      work.note('file.linked', id, { kind });
      const { url, until } = this.links.to(id, this.clock.now(), content);
      return { url, expiresAt: inBeijing(until) };
    });
  }

  @Handles(files.allowances)
  allowances(input: InputOf<typeof files.allowances>, call: Call) {
    return this.allowed.inForce(input, call);
  }

  @Handles(files.setAllowance)
  setAllowance(input: InputOf<typeof files.setAllowance>, call: Call) {
    return this.allowed.set(input, call);
  }

  /** What it will be is known only when it is there: until then the family of which most is taken counts. */
  private async mostOf(kind: FileKind, organisation: string | undefined): Promise<number> {
    const { maxBytes, looked } = fileKinds[kind];
    if (!looked) return maxBytes;
    return Math.min(maxBytes, Math.max(0, ...Object.values(await this.allowed.of(organisation))) * megabyte);
  }

  /** A file belongs to whoever sent or ordered it; to everyone else it does not exist. */
  private async own(id: string, { caller }: Call): Promise<KeptFile> {
    const file = await this.files.about(id);
    const own = file && file.owner.subject === caller.subject && file.owner.client === caller.client && file.until > this.clock.now();
    if (!own) throw refuse(FileUnknown);
    return file;
  }
}
