import type { MatrixRow } from '../matrix.js';
import { federationRows } from './federation.js';

/** Every row of the authorization matrix; an operation without one fails the build. */
export const rows: readonly MatrixRow[] = [...federationRows];
