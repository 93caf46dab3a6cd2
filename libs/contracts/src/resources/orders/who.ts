import { authorityReviewers } from '../../roles.js';

/** Who runs ordering at an authority: keeps the catalogue, announces rounds, confirms what schools order, delivers. */
export const orderKeepers = ['systemAdmin', 'centreHead', ...authorityReviewers] as const;

/** Who vets what may be ordered. */
export const titleVetters = ['resourceReviewer', ...orderKeepers] as const;

/** Who looks at rounds, orders and what they add up to. */
export const orderReaders = [...orderKeepers, 'bureauLeader', 'schoolAdmin', 'responsiblePerson', 'app'] as const;

/** Who complains about ordering: those it is about. A pupil’s guardian speaks for them. */
export const complainants = ['guardian', 'teacher', 'homeroomTeacher', 'schoolAdmin'] as const;
