import type { Part } from '@lianxue/persistence';
import { CataloguingWorks } from './cataloguing-works.js';
import { CollectedWorksHandlers } from './collected-works.handlers.js';
import { HearingOfWorks } from './hearing-of-works.js';

/** Works that calls have accepted, on their way into the catalogue. */
export const collectedWorks: Part = { entities: [], rules: [CataloguingWorks, HearingOfWorks], handlers: [CollectedWorksHandlers] };
