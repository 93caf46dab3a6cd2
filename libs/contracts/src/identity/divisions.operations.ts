import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { value } from '../shapes/shapes.js';
import { Division, DivisionUnknown } from './divisions.js';

export const divisionOperations = {
  division: operation('get', '/divisions/:code', {
    summary: '查看行政区划代码 Read a division code',
    description: '公开数据；停用的代码仍可查到，并给出替代代码。 Public; a code out of use is still found, with the one in use instead.',
    permits: 'anyone',
    reach: 'public',
    params: z.object({
      code: z
        .string()
        .regex(/^\d{6}$/)
        .describe('六位行政区划代码 division code, six digits'),
    }),
    returns: value(Division),
    fails: [DivisionUnknown],
  }),
};
