import type { Part } from '@lianxue/persistence';
import { Composing } from './composing.js';
import { CourseStandardEntity } from './course-standard.entity.js';
import { CoursesHandlers } from './courses.handlers.js';
import { Covering } from './covering.js';
import { KeepingSeries } from './keeping-series.js';
import { MainSubjectsEntity } from './main-subjects.entity.js';
import { MainSubjects } from './main-subjects.js';
import { OnlineCourseEntity } from './online-course.entity.js';
import { SeriesEntity } from './series.entity.js';
import { SeriesHandlers } from './series.handlers.js';

/** Courses of ordered units, the series they stand in, the standards they meet, and what they cover. */
export const courses: Part = {
  entities: [SeriesEntity, CourseStandardEntity, OnlineCourseEntity, MainSubjectsEntity],
  rules: [KeepingSeries, Composing, Covering, MainSubjects],
  handlers: [SeriesHandlers, CoursesHandlers],
};
