import { randomBytes } from 'node:crypto';
import { CLOCK, VAULT, type Clock, type Vault } from '@lianxue/contracts';
import type { Files } from '@lianxue/files';
import { Inject, Logger, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { FilesHandlers } from './files.handlers.js';
import { FILES, keptFiles } from './kept-files.js';
import { Tickets } from './tickets.js';

const everyMs = 3600_000;

/** Files: tickets, uploads, links. They lie in a folder that the services share. */
@Module({
  controllers: [FilesHandlers],
  providers: [
    { provide: FILES, useFactory: keptFiles },
    {
      provide: Tickets,
      useFactory: async (vault: Vault) => new Tickets(await vault.keep('files.tickets', async () => randomBytes(32).toString('base64url'))),
      inject: [VAULT],
    },
  ],
})
export class FilesModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Files');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const forget = () => this.files.forget(this.clock.now()).catch((error: Error) => this.log.warn(`Old files stay: ${error.message}`));
    this.timer = setInterval(() => void forget(), everyMs).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
