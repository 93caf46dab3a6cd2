import type { Part } from '@lianxue/persistence';
import { CountingRegistrants } from './counting-registrants.js';
import { Registrants } from './registrants.js';
import { RegistrationTarget } from './registration-target.entity.js';
import { RegistrationHandlers } from './registration.handlers.js';

export const registration: Part = {
  entities: [RegistrationTarget],
  rules: [Registrants, CountingRegistrants],
  handlers: [RegistrationHandlers],
};
