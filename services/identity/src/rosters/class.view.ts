import { inBeijing } from '@lianxue/contracts';
import type { PersonShown } from '../people/people-fields.js';
import type { Enrolment } from './enrolment.entity.js';
import type { SchoolClass } from './school-class.entity.js';

export const classView = ({ createdAt, updatedAt, ...kept }: SchoolClass) => ({
  ...kept,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
});

export const enrolmentView = (
  { id, version, createdAt, updatedAt, class: inClass, person, role, primary, since, until, ended }: Enrolment,
  { name, masked, consent }: PersonShown,
) => ({
  id,
  version,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
  class: inClass,
  person,
  name,
  masked,
  consent,
  role,
  primary,
  since,
  until,
  ended,
});
