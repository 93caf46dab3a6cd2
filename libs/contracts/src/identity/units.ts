import { z } from 'zod';
import { Id } from '../shapes/shapes.js';
import { PostRoleCode } from './people.js';

/** Who answers for an organisation's figures, names and numbers masked as identity shows them to a service. */
export const UnitContact = z.object({ organisation: Id, person: Id, role: PostRoleCode, name: z.string(), phone: z.string().nullable() });

/** What the platform knows of an organisation without asking it 一数一源. */
export const UnitCounts = z.object({ pupils: z.int(), classes: z.int(), teachers: z.int(), teachingPoints: z.int() });
