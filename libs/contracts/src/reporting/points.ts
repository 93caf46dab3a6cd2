import { z } from 'zod';

/** What dimensions, criteria, grades and deductions are called in data: `A1`, `B12`. */
export const RubricCode = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/, 'code.malformed');

/** Points with at most two decimal places; added up exactly. */
export const Points = z.number().min(0).max(1000).multipleOf(0.01);
