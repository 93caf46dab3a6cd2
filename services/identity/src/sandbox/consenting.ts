import {
  CLOCK,
  consentFacts,
  consentLife,
  SandboxTokenRequired,
  refuse,
  type Call,
  type Clock,
  type DataPurpose,
} from '@lianxue/contracts';
import { newId, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AppPurposes } from '../consents/app-purposes.entity.js';
import { Consent } from '../consents/consent.entity.js';
import { askToDelete } from '../consents/ending-consents.js';
import { sandboxSchool } from './sandbox-school.js';

/** What an app that has declared nothing is consented to. */
const anyPurpose: z.output<typeof DataPurpose> = 'teaching';

/** A guardian of the synthetic school consents to what the app asks, and withdraws: so that a program shows how it follows. */
@Injectable()
export class SandboxConsenting {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  withdraw(call: Call): Promise<Consent> {
    const { sandbox: app, client } = call.caller;
    if (app === undefined) throw refuse(SandboxTokenRequired);
    const { school, people } = sandboxSchool(app);
    const guardian = people.find(({ role }) => role === 'guardian')!;
    return this.store.commit(call, async (work) => {
      const [declared] = await work.all(AppPurposes, sql`t.app = ${app}`, 1);
      const asked = declared?.purposes.filter(({ minors, basis }) => minors && basis === 'consent').map(({ purpose }) => purpose) ?? [];
      const consent = Object.assign(new Consent(), {
        id: newId(),
        organisation: school,
        child: guardian.about[0]!,
        client,
        guardian: guardian.id,
        bySelf: false,
        purposes: asked.length > 0 ? asked : [anyPurpose],
        textVersion: declared?.version ?? 1,
        state: 'given' as const,
      });
      await work.insert(consent, consentFacts.given);
      const now = this.clock.now();
      Object.assign(consent, { state: consentLife.after('given', 'withdraw'), endedAt: now });
      await work.update(consent, consentFacts.withdrawn);
      await askToDelete([consent], 'withdrawn', now, work);
      return consent;
    });
  }
}
