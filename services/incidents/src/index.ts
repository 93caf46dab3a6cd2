/** What threatens it: network-security incidents, reporting clocks, guard periods. */
export { entities } from './entities.js';
export { IncidentsModule } from './incidents.module.js';
export { migrations } from './migrations/index.js';
