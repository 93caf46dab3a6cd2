import { Module } from '@nestjs/common';
import { CatchUp } from './catch-up.js';
import { Feed } from './feed.js';
import { FederationHandlers } from './federation.handlers.js';
import { Reading } from './reading.js';

/** Synchronisation with the level above; persistence and wire are given by the gateway's module. */
@Module({ controllers: [FederationHandlers], providers: [Feed, CatchUp, Reading], exports: [Feed, Reading] })
export class FederationModule {}
