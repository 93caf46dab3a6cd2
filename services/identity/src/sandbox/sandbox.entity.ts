import { inBeijing, sandboxStepNames, sandboxSteps, type SandboxFact, type SandboxStep } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** The sandbox of an app 沙箱; it belongs to whoever provides the app. */
@Entity('sandbox')
export class Sandbox extends Aggregate<z.output<typeof SandboxFact>> {
  /** Read publicly only by the token it belongs to: see {@link KeepingSandboxes.ofCaller}. */
  static readonly reach: ReachColumns = { public: 'true' };

  @Column('uuid')
  app!: string;

  /** The OAuth client of the sandbox. */
  @Column('text')
  client!: string;

  @Column('uuid')
  county!: string;

  @Column('uuid')
  school!: string;

  /** Which steps were seen done, and when (ISO 8601). */
  @Column('jsonb')
  done: { [S in SandboxStep]?: string } = {};

  @Column('timestamptz', { name: 'reset_at' })
  resetAt!: Date;

  missing(needed: readonly SandboxStep[]): SandboxStep[] {
    return needed.filter((step) => !this.done[step]);
  }

  checklist(needed: readonly SandboxStep[]) {
    const items = sandboxStepNames.map((step) => {
      const at = this.done[step];
      return { step, ...sandboxSteps[step], needed: needed.includes(step), doneAt: at ? inBeijing(new Date(at)) : null };
    });
    const missing = this.missing(needed);
    return { items, missing, passed: missing.length === 0 };
  }

  fact(): z.output<typeof SandboxFact> {
    const { id, version, organisation, app, client, county, school, done } = this;
    return { id, version, organisation, app, client, county, school, done: Object.keys(done) };
  }
}
