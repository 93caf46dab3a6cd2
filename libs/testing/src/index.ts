export { app, anyone, callOf, person, service } from './callers.js';
export { emptyDatabase, testDatabase, type EmptyDatabase, type TestDatabase } from './database.js';
export { platform, type TestPlatform } from './platform.js';
export { plant, region, selection, type Region } from './region.js';
export { film } from './film.js';
export { openRoom, type Room } from './room.js';
export { testNats, type TestNats } from './servers.js';
export { until } from './until.js';
