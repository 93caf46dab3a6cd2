import { FILES, FolderFiles } from '@lianxue/files';
import { PersistenceModule } from '@lianxue/persistence';
import type { DynamicModule } from '@nestjs/common';
import { entities, rules } from './identity.module.js';
import { migrations } from './migrations/index.js';
import { ASK_FOR_WORK } from './posts/handing-over.js';
import { ANNOUNCE } from './signing-in/revocations.js';
import { senderFrom, TEXT_SENDER } from './text-messages/text-sender.js';

/** Where identity finds what it stands on. */
export interface Ground {
  readonly database: string;
  /** Its branch of the installation secret, base64url. */
  readonly secret: string;
  readonly files: string;
}

class Alone {}

/** Identity’s rules, jobs and relay without the wire: for trials of what the database does. */
export const identityAlone = ({ database, secret, files }: Ground): DynamicModule => ({
  module: Alone,
  global: true,
  imports: [PersistenceModule.forService('identity', { entities, migrations, url: database, secret: Buffer.from(secret, 'base64url') })],
  providers: [
    ...rules,
    { provide: FILES, useValue: new FolderFiles(files) },
    { provide: TEXT_SENDER, useFactory: () => senderFrom({}) },
    { provide: ANNOUNCE, useValue: () => undefined },
    { provide: ASK_FOR_WORK, useValue: async () => ({ items: [], unheard: [] }) },
  ],
});
