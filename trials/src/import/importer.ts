import 'reflect-metadata';
import { JobRunner } from '@lianxue/persistence';
import { identityAlone, type Ground } from '@lianxue/identity';
import { NestFactory } from '@nestjs/core';

/** What the process does: takes up whatever job waits, until it is killed or told to end. */
process.once('message', (ground: Ground) => {
  void NestFactory.createApplicationContext(identityAlone(ground), { logger: ['error', 'warn'] }).then((app) => {
    app.get(JobRunner).poke();
    process.on('message', () => void app.close().then(() => process.exit(0)));
    process.send?.('ready');
  });
});
