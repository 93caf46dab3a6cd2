import type { Part } from '@lianxue/persistence';
import { Pairs } from './pairs.js';
import { Duplicate } from './duplicate.entity.js';
import { LookAlikes } from './look-alikes.js';
import { Merger } from './merger.entity.js';
import { Merging } from './merging.js';
import { MergingHandlers } from './merging.handlers.js';

/** Duplicates of people: found, told apart, merged, and the merging undone. */
export const merging: Part = { entities: [Duplicate, Merger], rules: [LookAlikes, Merging, Pairs], handlers: [MergingHandlers] };
