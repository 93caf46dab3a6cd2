import type { Part } from '@lianxue/persistence';
import { ClientProgramFigures } from './client-figures.js';
import { ClientProgram } from './client-program.entity.js';
import { ClientProgramsHandlers } from './client-programs.handlers.js';
import { ClientUse } from './client-use.entity.js';
import { CountingUse } from './counting-use.js';
import { TakingReports } from './taking-reports.js';

/** 教学通: where a client program is installed and used, as its devices report. */
export const clientPrograms: Part = {
  entities: [ClientProgram, ClientUse],
  rules: [TakingReports, CountingUse, ClientProgramFigures],
  handlers: [ClientProgramsHandlers],
};
