/** The edge: REST from the contracts, unified auth, federation, documentation and pages. */
export { migrations } from './migrations/index.js';
