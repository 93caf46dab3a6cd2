import { classrooms } from '@lianxue/contracts';
import { serve } from '@lianxue/wire';
import { ClassroomsModule } from './classrooms.module.js';

await serve(ClassroomsModule, classrooms);
