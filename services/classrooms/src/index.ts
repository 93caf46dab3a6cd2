export { ClassroomsModule } from './classrooms.module.js';
export { entities } from './entities.js';
export { migrations } from './migrations/index.js';
