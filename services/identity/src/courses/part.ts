import type { Part } from '../part.js';
import { Course } from './course.entity.js';
import { CourseHandlers } from './courses.handlers.js';
import { OfferingCourses } from './offering-courses.js';

export const courses: Part = { entities: [Course], rules: [OfferingCourses], handlers: [CourseHandlers] };
