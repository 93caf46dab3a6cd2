/** What is taught with: the catalogue, its review, search. */
export { ResourceEntity } from './catalogue/resource.entity.js';
export { migrations } from './migrations/index.js';
export { entities, ResourcesModule } from './resources.module.js';
