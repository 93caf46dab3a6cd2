import type { Part } from '@lianxue/persistence';
import { Course } from './course.entity.js';
import { CourseHandlers } from './courses.handlers.js';
import { OfferingCourses } from './offering-courses.js';

export const courses: Part = { entities: [Course], rules: [OfferingCourses], handlers: [CourseHandlers] };
