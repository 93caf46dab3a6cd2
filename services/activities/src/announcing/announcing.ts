import { Inject, Injectable } from '@nestjs/common';
import {
  ActivityNotFound,
  CLOCK,
  entryFacts,
  entryLifeCycle,
  inBeijing,
  NoticeAwardUnknown,
  NoticeEntriesUnready,
  NoticeNotFound,
  NoticeRunning,
  NoticeTooShort,
  ObjectionUndecided,
  publicNoticeFacts,
  refuse,
  type activities,
  type Call,
  type Clock,
  type InputOf,
  type NoticeLine,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Activity } from '../organising/activity.entity.js';
import { holdRunning } from '../organising/stages.js';
import { Entry } from '../works/entry.entity.js';
import { PublicNotice } from './public-notice.entity.js';

const dayMs = 24 * 3600_000;

/** The organiser puts results in public notice and, when it has run its time without an open objection, recognises them. */
@Injectable()
export class Announcing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  announce({ activityId, awards, closes }: InputOf<typeof activities.announceResults>, call: Call): Promise<PublicNotice> {
    return this.store.commit(call, async (work) => {
      const activity = await work.one(Activity, activityId, ActivityNotFound);
      holdRunning(activity);
      const opens = this.clock.now();
      const ends = closes === undefined ? new Date(opens.getTime() + activity.settings.noticeDays * dayMs) : new Date(closes);
      if (ends <= opens) throw refuse(NoticeTooShort);
      holdToAwards(awards, activity);
      const entries = await readyEntries(awards, activity, work);
      const names = await namesOf([activity.organisation, ...entries.map(({ organisation }) => organisation)], work);
      const awardOf = new Map(awards.map(({ entry, award }) => [entry, award]));
      for (const entry of entries) {
        entry.make('announce');
        entry.award = awardOf.get(entry.id)!;
        await work.update(entry, entryFacts.announced);
      }
      const lines = awards.map(({ entry: id }) =>
        lineOf(
          entries.find((entry) => entry.id === id)!,
          activity,
          names,
        ),
      );
      const notice = Object.assign(new PublicNotice(), {
        id: newId(),
        organisation: activity.organisation,
        authority: names.get(activity.organisation)!,
        activity: activity.id,
        activityName: activity.settings.name,
        opens,
        closes: ends,
        lines,
      });
      return work.insert(notice, publicNoticeFacts.announced);
    });
  }

  finalise(noticeId: string, call: Call): Promise<PublicNotice> {
    return this.store.commit(call, async (work) => {
      const notice = await work.target(PublicNotice, noticeId, NoticeNotFound);
      notice.finalise();
      if (this.clock.now() <= notice.closes) throw refuse(NoticeRunning, { closes: inBeijing(notice.closes) });
      const [open] = await work.query<{ count: number }>(
        `select count(*)::int as count from objection where notice = $1 and status = 'filed'`,
        [notice.id],
      );
      if (open!.count > 0) throw refuse(ObjectionUndecided, { count: open!.count });
      const standing = notice.lines.filter(({ struck }) => !struck).map(({ entry }) => entry);
      for (const entry of await work.all(Entry, sql`t.id = any(${standing}::uuid[])`)) {
        entry.make('recognise');
        await work.update(entry, entryFacts.recognised);
      }
      return work.update(notice, publicNoticeFacts.finalised);
    });
  }
}

type Awards = InputOf<typeof activities.announceResults>['awards'];

function holdToAwards(awards: Awards, { settings }: Activity): void {
  const known = new Set(settings.awards.map(({ code }) => code));
  const unknown = [...new Set(awards.map(({ award }) => award).filter((award) => !known.has(award)))];
  if (unknown.length > 0) throw refuse(NoticeAwardUnknown, { awards: unknown });
}

/** Entries of the activity that have been evaluated; what is unknown and what is not ready are told alike. */
async function readyEntries(awards: Awards, { id }: Activity, work: Work): Promise<Entry[]> {
  const asked = awards.map(({ entry }) => entry);
  const found = await work.all(Entry, sql`t.activity = ${id} and t.id = any(${asked}::uuid[])`);
  const ready = found.filter(({ status }) => entryLifeCycle.table.announce.from.includes(status));
  const unready = asked.filter((entry) => !ready.some((each) => each.id === entry));
  if (unready.length > 0) throw refuse(NoticeEntriesUnready, { count: unready.length, entries: unready });
  return ready;
}

async function namesOf(organisations: readonly string[], work: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await work.query<{ id: string; name: string }>('select id, name from organisation where id = any($1::uuid[])', [
    organisations,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A result as everybody may read it, in words rather than codes. */
function lineOf(
  { id, organisation, title, group, category, award }: Entry,
  { settings }: Activity,
  names: ReadonlyMap<string, string>,
): NoticeLine {
  const named = (list: readonly { code: string; name: string }[], code: string) => list.find((each) => each.code === code)?.name ?? code;
  return {
    entry: id,
    organisation,
    school: names.get(organisation) ?? '',
    title,
    group: named(settings.groups, group),
    category: named(settings.categories, category),
    award: named(settings.awards, award!),
    struck: false,
  };
}
