import type { Part } from '@lianxue/persistence';
import { FindingPeople } from './finding-people.js';
import { HandingOver } from './handing-over.js';
import { Holding } from './holding.js';
import { Lapsing } from './lapsing.js';
import { PostHandlers } from './posts.handlers.js';
import { TaughtClasses } from './taught-classes.js';

/** Posts after they are given: for a time, stood in for, handed over; and finding whom to give one. */
export const posts: Part = {
  entities: [],
  rules: [Holding, TaughtClasses, HandingOver, Lapsing, FindingPeople],
  handlers: [PostHandlers],
};
