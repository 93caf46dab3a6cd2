import { sandboxStepNames, type SandboxStep } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';

/** Which steps of the checklist an app has to show: whoever hears no events receives none, whoever asks for no consent loses none. */
@Injectable()
export class NeededSteps {
  constructor(private readonly store: Store) {}

  async of(app: string): Promise<SandboxStep[]> {
    const [does] = await this.store.read<{ hears: boolean; asks: boolean }>(
      sql`select 'events.read' = any(a.scopes) as hears,
                 exists (select 1 from app_purposes u where u.app = a.id and u.purposes @> '[{"minors": true, "basis": "consent"}]') as asks
          from app a where a.id = ${app}`,
    );
    return sandboxStepNames.filter((step) => (step !== 'webhook' || does?.hears) && (step !== 'deletion' || does?.asks));
  }
}
