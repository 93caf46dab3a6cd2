export { entities } from './entities.js';
export { migrations } from './migrations/index.js';
export { ResourcesModule } from './resources.module.js';
