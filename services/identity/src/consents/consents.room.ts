import { identity, type Call, type FieldProfileName } from '@lianxue/contracts';
import { withApps, type Apps } from '../apps/apps.room.js';
import { openPupils, type PupilsRoom } from '../pupils/pupils.room.js';
import type { Purpose } from './app-purposes.entity.js';
import type { Consent } from './consent.entity.js';
import { Deciding } from './deciding.js';
import { Declaring } from './declaring.js';

export const byConsent: Purpose = { purpose: 'recommendation', basis: 'consent', minors: true, notice: '推荐练习；学年末删除' };

/** Schools, pupils, and apps that ask for consent; for specs. */
export interface ConsentsRoom extends PupilsRoom, Apps {
  /** An app selected there for `teaching`, with these purposes declared. */
  appFor(purposes: readonly Purpose[], profile?: FieldProfileName, at?: string): Promise<{ id: string; client: string }>;
  /** A decision in the platform's own pages, for the one purpose that {@link byConsent} declares. */
  decide(
    child: string,
    client: string,
    call: Call,
    decision?: 'give' | 'refuse',
    more?: { until?: string; textVersion?: number },
  ): Promise<Consent>;
}

export async function openConsents(): Promise<ConsentsRoom> {
  const room = await withApps(await openPupils());
  return {
    ...room,
    async appFor(purposes, profile = 'teaching', at = room.school) {
      const { app: made } = await room.register({ organisation: room.city, name: '智慧作业', profile: 'teaching' });
      await room.select(made.clientId, at, { profile });
      if (purposes.length > 0) await room.get(Declaring).declare({ appId: made.id, purposes: [...purposes] }, room.bureau());
      return { id: made.id, client: made.clientId };
    },
    decide: (child, client, call, decision = 'give', more = {}) =>
      room.get(Deciding).decide(
        {
          personId: child,
          client,
          decision,
          purposes: decision === 'give' ? ['recommendation'] : [],
          textVersion: 1,
          ...more,
        },
        { ...call, operation: identity.decideConsent },
      ),
  };
}
