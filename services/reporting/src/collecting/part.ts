import type { Part } from '@lianxue/persistence';
import { Collecting } from './collecting.js';
import { CollectingHandlers } from './collecting.handlers.js';
import { DataSet } from './data-set.entity.js';
import { Form } from './form.entity.js';
import { Period } from './period.entity.js';

/** What is collected, and when. */
export const collecting: Part = { entities: [DataSet, Form, Period], rules: [Collecting], handlers: [CollectingHandlers] };
