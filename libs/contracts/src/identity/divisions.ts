import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Day } from '../shapes/shapes.js';

/** A division of the country, in use or gone. */
export const Division = z
  .object({
    code: z.string().describe('行政区划代码 division code, GB/T 2260'),
    name: z.string().describe('名称 name'),
    level: z.enum(['province', 'city', 'county']).describe('级别：省、市、县 level'),
    parent: z.string().nullable().describe('上级区划代码 code of the division above'),
    validFrom: Day.nullable().describe('启用日期；一直使用的为空 first day of use; null when it has always been in use'),
    validTo: Day.nullable().describe('停用日期；仍在使用的为空 first day it was no longer in use; null while it is'),
    successor: z.string().nullable().describe('替代代码 the code in use instead'),
  })
  .meta({ id: 'Division' });

export const DivisionUnknown = refusal('division.unknown', 404, { zh: '没有这个行政区划代码', en: 'There is no such division code' });
