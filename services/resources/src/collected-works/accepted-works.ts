import type { AcceptedWork } from '@lianxue/contracts';

/** Works that calls have accepted; activities knows. */
export abstract class AcceptedWorks {
  /** Undefined when there is no such work any more. */
  abstract of(work: string): Promise<AcceptedWork | undefined>;
}
