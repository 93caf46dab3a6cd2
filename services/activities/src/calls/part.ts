import type { Part } from '@lianxue/persistence';
import { Board } from './board.js';
import { CallForWorks } from './call-for-works.entity.js';
import { Calling } from './calling.js';
import { CallsHandlers } from './calls.handlers.js';
import { CallsWork } from './calls-work.js';
import { AssigningTasks } from './tasks/assigning-tasks.js';
import { CallTask } from './tasks/call-task.entity.js';
import { Shooting } from './tasks/shooting.js';
import { TasksHandlers } from './tasks/tasks.handlers.js';
import { Reminding, UrgingTasks } from './tasks/urging-tasks.js';
import { CallWork } from './works/call-work.entity.js';
import { CallWorksHandlers } from './works/call-works.handlers.js';
import { FilesOfWorks } from './works/files-of-works.js';
import { HandingIn } from './works/handing-in.js';
import { Judging } from './works/judging.js';
import { OpinionsHandlers } from './works/opinions.handlers.js';
import { Opining } from './works/opining.js';
import { WorkOpinion } from './works/work-opinion.entity.js';

/** Calls for works 征集: tasks, shooting plans, works, their review, and how far it has all come. */
export const calls: Part = {
  entities: [CallForWorks, CallTask, CallWork, WorkOpinion],
  rules: [Calling, Board, AssigningTasks, Shooting, UrgingTasks, Reminding, HandingIn, FilesOfWorks, Judging, Opining, CallsWork],
  handlers: [CallsHandlers, TasksHandlers, CallWorksHandlers, OpinionsHandlers],
};
