import { reporting } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { dataSet, readers, submission } from './reporting.js';
import { each, handedDown, subtree } from './words.js';

/** What is printed: a filled-in form goes as far as the submission itself, an empty one is handed down. */
export const bulletinRows: readonly MatrixRow[] = [
  { operation: reporting.submissionPaper, owner: 'school', ask: submission, expect: each(readers, subtree) },
  {
    operation: reporting.formPaper,
    owner: 'county',
    ask: async (world, owner) => ({ params: { formId: (await dataSet(world, owner)).form } }),
    expect: each(readers, handedDown),
  },
];
