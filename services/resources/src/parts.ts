import type { Part } from '@lianxue/persistence';
import { orders } from './orders/part.js';
import { productTests } from './product-tests/part.js';

/** One line for each subject of the service. */
export const parts: readonly Part[] = [orders, productTests];
