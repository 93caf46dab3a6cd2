import type { Part } from '@lianxue/persistence';
import { CalendarsHandlers } from './calendars.handlers.js';
import { Collecting } from './collecting.js';
import { CollectingHandlers } from './collecting.handlers.js';
import { DataSet } from './data-set.entity.js';
import { PeriodException } from './exception.entity.js';
import { Form } from './form.entity.js';
import { Granting } from './granting.js';
import { Holidays } from './holidays.entity.js';
import { KeepingHolidays } from './keeping-holidays.js';
import { Period } from './period.entity.js';

/** What is collected, and when. */
export const collecting: Part = {
  entities: [DataSet, Form, Period, Holidays, PeriodException],
  rules: [Collecting, KeepingHolidays, Granting],
  handlers: [CollectingHandlers, CalendarsHandlers],
};
