export { app, anyone, callOf, person, service } from './callers.js';
export { emptyDatabase, type EmptyDatabase } from './database.js';
export { testId } from './ids.js';
export { testNats, type TestNats } from './servers.js';
