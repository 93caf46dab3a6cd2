import type { Part } from '@lianxue/persistence';
import { AssemblingTestPapers } from './assembling.js';
import { Blueprinting } from './blueprinting.js';
import { TestPaper } from './test-paper.entity.js';
import { TestPapersHandlers } from './test-papers.handlers.js';

/** 试卷: assembled from the banks, by hand or by a blueprint. */
export const testPapers: Part = { entities: [TestPaper], rules: [AssemblingTestPapers, Blueprinting], handlers: [TestPapersHandlers] };
