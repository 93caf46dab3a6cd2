/** What is taught with: the catalogue, its review, search. */
export { entities } from './entities.js';
export { migrations } from './migrations/index.js';
export { ResourcesModule } from './resources.module.js';
