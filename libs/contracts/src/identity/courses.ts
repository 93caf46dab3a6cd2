import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';

/** 课程等级, with its national code. */
export const courseLevels = {
  national: { zh: '国家课程', en: 'National course', code: '1' },
  local: { zh: '地方课程', en: 'Local course', code: '2' },
  school: { zh: '校本课程', en: 'School course', code: '3' },
} as const;

export const CourseLevel = z.enum(['national', 'local', 'school']).describe('课程等级：国家、地方或校本 national, local or of the school');

const courseShape = {
  organisation: Id.describe('开设课程的组织 organisation that offers it'),
  title: z.string().describe('课程名称 title'),
  code: z.string().nullable().describe('课程代码 code'),
  level: CourseLevel,
  subject: Subject.nullable().describe('学科 subject'),
  stage: Stage.nullable().describe('学段 stage'),
  grades: z.array(Grade).describe('年级 grades it is for'),
  ended: z.boolean().describe('是否已停开 whether it has ended'),
};

export const Course = z.object({ ...itemShape, ...courseShape }).meta({ id: 'Course' });

export const CourseFact = z.object({ id: Id, version: z.int(), ...courseShape });
export const courseFacts = facts('identity', 'course', CourseFact, {
  opened: '课程已开设 A course was opened',
  changed: '课程已变更 A course changed',
  ended: '课程已停开 A course ended',
});

export const CourseUnknown = refusal('course.unknown', 404, { zh: '找不到该课程', en: 'No such course' });
export const CourseEnded = refusal('course.ended', 409, { zh: '该课程已停开', en: 'This course has ended' });
