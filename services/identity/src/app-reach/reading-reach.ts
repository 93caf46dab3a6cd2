import { AppUnknown, CLOCK, dayInBeijing, identity, inBeijing, type Call, type Clock, type OutputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { App } from '../apps/app.entity.js';
import { Selection } from '../apps/selection.entity.js';
import { itself } from '../itself.js';
import { filingView } from '../filings/filing.js';
import type { FilingNotice } from '../filings/filing-notice.entity.js';
import type { FilingPolicy } from '../filings/filing-policy.entity.js';

type Reached = OutputOf<typeof identity.myReach>['items'][number];
type Filing = Reached['providerFiling'];
type Paging = { readonly limit: number; readonly cursor?: string | undefined };

interface Place {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly mode: FilingPolicy['mode'] | null;
  readonly from: string | null;
  readonly byVendor: boolean;
}

interface Told extends Pick<FilingNotice, 'organisation' | 'kind' | 'days' | 'lapsesOn'> {
  readonly at: Date;
}

/** What a selection is judged by. */
interface Around {
  readonly place: Place;
  readonly notices: readonly Told[];
  readonly now: Date;
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
    const places = await this.placesOf(ids, app);
    const notices = await this.store.read<Told>(
      sql`select organisation, kind, days, lapses_on as "lapsesOn", created_at as at from filing_notice
          where app = ${app.id} and organisation = any(${ids}::uuid[]) and (days = 0 or lapses_on >= ${dayInBeijing(this.clock.now())}) order by id`,
    );
    const items = page.items.map((row) =>
      reached(row, app, {
        place: places.find(({ id }) => id === row.organisation)!,
        notices: notices.filter(({ organisation }) => organisation === row.organisation),
        now: this.clock.now(),
      }),
    );
    return page.next === undefined ? { items } : { items, next: page.next };
  }

  /** With what is asked of filings there: by the nearest authority above that asks anything. */
  private placesOf(ids: readonly string[], app: App): Promise<Place[]> {
    return this.store.read<Place>(
      sql`select r.id, r.name, r.state, policy.mode, policy.from_day as "from",
                 exists (select 1 from organisation_record v where v.id = ${app.organisation} and v.kind = 'vendor') as "byVendor"
          from organisation_record r join organisation o on o.id = r.id
            left join lateral (select p.mode, p.from_day from filing_policy p join organisation q on q.id = p.organisation
                                where q.path @> o.path order by nlevel(q.path) desc limit 1) policy on true
          where r.id = any(${ids}::uuid[])`,
    );
  }
}

/** The app's own row, read by its client id and by nothing else. */
const asItself = (call: Call): Call => ({ ...call, caller: itself });

function reached(row: Selection, app: App, { place, notices, now }: Around): Reached {
  const why = lostBy(row, app, place, now);
  const expired = why === 'expired' ? row.until : null;
  const endedAt = why === null ? null : (expired ?? (why === 'suspended' || why === 'withdrawn' ? app.deskSince : row.updatedAt));
  const filings = { provider: filingView(app, now), user: filingView(row, now) };
  const warning = why === null ? warningOf(filings, place, now) : null;
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
    providerFiling: filings.provider,
    userFiling: filings.user,
    warning,
    // That something is lacking is told again only while it is.
    notices: notices
      .filter(({ days, kind }) => days > 0 || warning?.lacks.includes(kind))
      .map(({ kind, days, lapsesOn, at }) => ({ kind, days, lapsesOn, at: inBeijing(at) })),
  };
}

/** Said where a region warns, and ahead of the day from which it enforces; where it only observes nothing is said. */
function warningOf(filings: Record<'provider' | 'user', Filing>, { mode, from, byVendor }: Place, now: Date): Reached['warning'] {
  if (from === null || (mode !== 'warn' && mode !== 'enforce')) return null;
  if (mode === 'warn' && from > dayInBeijing(now)) return null;
  const isLacking = ({ state }: Filing) => state === 'none' || state === 'lapsed';
  const lacks = (['provider', 'user'] as const).filter((kind) => isLacking(filings[kind]) && (kind === 'user' || byVendor));
  return lacks.length === 0 ? null : { mode, from, lacks };
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
