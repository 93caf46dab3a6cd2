import { randomBytes } from 'node:crypto';
import { CLOCK, VAULT, type Clock, type Vault } from '@lianxue/contracts';
import { arrivingFolder, FILES, keptFiles, keptLinks, LINKS, Watch, type Files, type Links } from '@lianxue/files';
import { Module } from '@nestjs/common';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { Allowances } from './allowances.js';
import { FilesHandlers } from './files.handlers.js';
import { ForgettingFiles } from './forgetting-files.js';
import { GoingOut } from './going-out.js';
import { ResumableUploads } from './resumable-uploads.js';
import { TakingIn } from './taking-in.js';
import { largest, Tickets } from './tickets.js';
import { WholeUploads } from './whole-uploads.js';

/** Files: tickets, uploads, links. They lie in a folder that the services share, or in a bucket. */
@Module({
  controllers: [FilesHandlers],
  providers: [
    Allowances,
    { provide: FILES, useFactory: () => keptFiles() },
    {
      provide: LINKS,
      useFactory: ({ origin }: EdgeSettings) => keptLinks({ ...process.env, LIANXUE_ORIGIN: origin }),
      inject: [EDGE_SETTINGS],
    },
    {
      provide: Tickets,
      useFactory: async (vault: Vault) => new Tickets(await vault.keep('files.tickets', async () => randomBytes(32).toString('base64url'))),
      inject: [VAULT],
    },
    {
      provide: TakingIn,
      useFactory: (files: Files, allowances: Allowances, clock: Clock) => new TakingIn(files, new Watch(), allowances, clock),
      inject: [FILES, Allowances, CLOCK],
    },
    {
      provide: ResumableUploads,
      useFactory: (files: Files, tickets: Tickets, takingIn: TakingIn, clock: Clock) =>
        new ResumableUploads({ files, tickets, takingIn, clock, folder: arrivingFolder(), largest }),
      inject: [FILES, Tickets, TakingIn, CLOCK],
    },
    {
      provide: WholeUploads,
      useFactory: (tickets: Tickets, takingIn: TakingIn, clock: Clock) => new WholeUploads(tickets, takingIn, clock, arrivingFolder()),
      inject: [Tickets, TakingIn, CLOCK],
    },
    {
      provide: GoingOut,
      useFactory: (files: Files, links: Links, clock: Clock) => new GoingOut(files, links, clock),
      inject: [FILES, LINKS, CLOCK],
    },
    {
      provide: ForgettingFiles,
      useFactory: (files: Files, uploads: ResumableUploads, clock: Clock) => new ForgettingFiles(files, uploads, clock),
      inject: [FILES, ResumableUploads, CLOCK],
    },
  ],
})
export class FilesModule {}
