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
  type InputOf,
} from '@lianxue/contracts';
import { FILES, type Files, type KeptFile } from '@lianxue/files';
import { newId, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { linkMs, maxBytesOf, ticketMs, Tickets } from './tickets.js';

@Controller()
export class FilesHandlers {
  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(Tickets) private readonly tickets: Tickets,
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EDGE_SETTINGS) private readonly settings: EdgeSettings,
  ) {}

  @Handles(files.ticket)
  async ticket({ kind, name, size }: InputOf<typeof files.ticket>, call: Call) {
    const { subject, client, role } = call.caller;
    assertThat((fileKinds[kind].permits as readonly string[]).includes(role), RoleNotPermitted);
    const maxBytes = maxBytesOf({ kind });
    if (size !== undefined && size > maxBytes) throw refuse(FileTooLarge, { maxBytes });
    return this.store.commit(call, async (work) => {
      const id = newId();
      const until = this.clock.now().getTime() + ticketMs;
      const ticket = this.tickets.ticket({ id, kind, name, subject, client, until });
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
    const { id, kind, name, size, sha256, until } = await this.own(fileId, call);
    return { id, kind, name, size, sha256, forgottenAt: inBeijing(until) };
  }

  @Handles(files.link)
  async link({ fileId }: InputOf<typeof files.link>, call: Call) {
    const { id, kind } = await this.own(fileId, call);
    const until = this.clock.now().getTime() + linkMs;
    return this.store.commit(call, async (work) => {
      work.note('file.linked', id, { kind });
      return { url: this.settings.origin + this.tickets.link(id, until), expiresAt: inBeijing(new Date(until)) };
    });
  }

  /** A file belongs to whoever sent or ordered it; to everyone else it does not exist. */
  private async own(id: string, { caller }: Call): Promise<KeptFile> {
    const file = await this.files.about(id);
    const own = file && file.owner.subject === caller.subject && file.owner.client === caller.client && file.until > this.clock.now();
    if (!own) throw refuse(FileUnknown);
    return file;
  }
}
