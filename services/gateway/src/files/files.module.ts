import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CLOCK, VAULT, type Clock, type Vault } from '@lianxue/contracts';
import { FILES, filesFolder, keptFiles, type Files } from '@lianxue/files';
import { Module } from '@nestjs/common';
import { FilesComing } from './files-coming.js';
import { FilesHandlers } from './files.handlers.js';
import { ForgettingFiles } from './forgetting-files.js';
import { Tickets } from './tickets.js';

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
    {
      provide: FilesComing,
      useFactory: (files: Files, tickets: Tickets, clock: Clock) =>
        new FilesComing(files, tickets, clock, join(filesFolder(), 'resumable')),
      inject: [FILES, Tickets, CLOCK],
    },
    {
      provide: ForgettingFiles,
      useFactory: (files: Files, coming: FilesComing, clock: Clock) => new ForgettingFiles(files, coming, clock),
      inject: [FILES, FilesComing, CLOCK],
    },
  ],
})
export class FilesModule {}
