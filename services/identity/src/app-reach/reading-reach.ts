import { AppUnknown, CLOCK, identity, inBeijing, type Call, type Clock, type OutputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { App } from '../apps/app.entity.js';
import { Selection } from '../apps/selection.entity.js';
import { itself } from '../itself.js';
import { filingView } from '../filings/filing.js';

type Reached = OutputOf<typeof identity.myReach>['items'][number];
type Paging = { readonly limit: number; readonly cursor?: string | undefined };

interface Place {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

/** Which organisations an app may serve, and why it lost others. */
@Injectable()
export class ReadingReach {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of the app that asks: its token says which it is. */
  async ofCaller(paging: Paging, call: Call) {
    const app = await this.store.first(App, sql`t.client_id = ${call.caller.client}`, asItself(call));
    return app ? this.pageOf(app, paging, call) : { items: [] };
  }

  /** Of an app in the caller's reach; the organisations it serves need not be. */
  async ofApp(appId: string, paging: Paging, call: Call) {
    return this.pageOf(await this.store.one(App, appId, call, AppUnknown), paging, call);
  }

  private async pageOf(app: App, paging: Paging, call: Call) {
    const mine = { ...call, operation: identity.myReach };
    const where = sql`t.client = ${app.clientId}`;
    const page = await this.store.page(Selection, mine, { where, ...paging }, (row) => row);
    const ids = page.items.map(({ organisation }) => organisation);
    const places = await this.store.read<Place>(sql`select id, name, state from organisation_record where id = any(${ids}::uuid[])`);
    const now = this.clock.now();
    const items = page.items.map((row) =>
      reached(
        row,
        app,
        places.find(({ id }) => id === row.organisation)!,
        now,
      ),
    );
    return page.next === undefined ? { items } : { items, next: page.next };
  }
}

/** The app's own row, read by its client id and by nothing else. */
const asItself = (call: Call): Call => ({ ...call, caller: itself });

function reached(row: Selection, app: App, place: Place, now: Date): Reached {
  const why = lostBy(row, app, place, now);
  const expired = why === 'expired' ? row.until : null;
  const endedAt = why === null ? null : (expired ?? (why === 'suspended' || why === 'withdrawn' ? app.deskSince : row.updatedAt));
  return {
    selection: row.id,
    organisation: row.organisation,
    name: place.name,
    state: why === null ? 'serving' : 'lost',
    why,
    since: inBeijing(row.createdAt),
    until: row.until && inBeijing(row.until),
    endedAt: endedAt && inBeijing(endedAt),
    endedBy: endedBy(why, row),
    reason: row.endReason,
    scopes: row.scopes,
    profile: row.profile,
    providerFiling: filingView(app, now),
    userFiling: filingView(row, now),
  };
}

function lostBy(row: Selection, app: App, place: Place, now: Date): Reached['why'] {
  if (row.state === 'ended' && place.state !== 'open' && row.endedBy === null) return 'closed';
  if (row.state === 'ended') return app.state === 'withdrawn' ? 'withdrawn' : 'ended';
  if (app.state === 'withdrawn') return 'withdrawn';
  if (app.state === 'suspended') return 'suspended';
  if (row.held !== null) return row.held;
  return row.until !== null && row.until <= now ? 'expired' : null;
}

const endedBy = (why: Reached['why'], row: Selection): Reached['endedBy'] => {
  if (why === null) return null;
  return row.endedBy ?? (why === 'suspended' || why === 'closed' || why === 'filing' ? 'bureau' : 'platform');
};
