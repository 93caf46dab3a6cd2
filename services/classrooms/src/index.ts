/** Where and when: delivered classes, their sessions, attendance. */
export { ClassroomsModule } from './classrooms.module.js';
export { entities } from './entities.js';
export { migrations } from './migrations/index.js';
