import 'reflect-metadata';
import { logOf, whenToldToEnd } from '@lianxue/wire';
import { mountCommandCentre } from './command-centre/mount.js';
import { Edge } from './edge.js';
import { GatewayModule } from './gateway.module.js';
import { mountFiles } from './files/mount.js';
import { mountOaiPmh } from './oai-pmh/mount.js';
import { mountOidc } from './oidc/mount.js';
import { mountOneRoster } from './oneroster/mount.js';
import { settingsFrom } from './settings.js';

const log = logOf('gateway');
const ending = whenToldToEnd((error) => log.fatal({ err: error }, 'unhandled error'));
try {
  const settings = settingsFrom(process.env);
  const edge = await Edge.open(GatewayModule.with(settings, log), settings, log, async (app) => {
    await mountOidc(app);
    await mountFiles(app);
    await mountOneRoster(app);
    await mountOaiPmh(app);
    await mountCommandCentre(app);
  });
  log.info(`Serving ${settings.origin}`);
  process.exitCode = await ending;
  log.info('Ending: finishing what is in flight');
  await edge.close();
  log.info('Ended');
} catch (error) {
  log.fatal({ err: error }, 'the gateway cannot run');
  process.exitCode = 1;
}
// Whatever still holds the event loop open has had its time.
log.flush();
process.exit();
