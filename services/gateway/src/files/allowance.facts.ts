import { AllowanceInput, facts } from '@lianxue/contracts';
import { z } from 'zod';

const AllowanceFact = z.object({ id: z.uuid(), version: z.int(), organisation: z.uuid(), ...AllowanceInput.shape });
export type AllowanceFact = z.output<typeof AllowanceFact>;

/** The gateway's own record of what changed. */
export const allowanceFacts = facts('gateway', 'file_allowance', AllowanceFact, {
  set: '可收哪些文件已规定 Which files are taken was set',
});
