export { startPostgres, stopPostgres, type PostgresOptions, type Server } from './postgres.js';
export { startNats, stopNats, type NatsOptions, type NatsServer } from './nats.js';
export { natsConfiguration, type NatsConfiguration, type NatsUser } from './nats-configuration.js';
export { dockerAnswers } from './nats-program.js';
export { end, isAlive, markOf, spawnApart, untilReady, type Mark } from './processes.js';
export { freePort, isFree } from './ports.js';
export { branchOf, databasePassword, installationSecret, natsPassword, writePrivate } from './secrets.js';
export { Browser } from './region/browser.js';
export type { Known } from './region/first-content.js';
