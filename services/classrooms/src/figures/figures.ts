import { dayInBeijing, type AttendanceCell, type ClassSessionState, type DeliveredClassFigures, type FigureRule } from '@lianxue/contracts';

/** A session as the figures need it. */
export interface CountedSession {
  readonly id: string;
  readonly number: number;
  readonly startsAt: Date;
  readonly status: ClassSessionState;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly makesUp: string | null;
}

/** A ledger entry as the figures need it. */
export interface CountedEntry {
  readonly session: string;
  readonly receiver: string;
  readonly kind: 'signedIn' | 'joined' | 'left';
  readonly at: Date;
}

type Totals = DeliveredClassFigures['total'];

/** What became of each session at each receiver, and added up. Entries come in the order of time. */
export function figuresOf(
  sessions: readonly CountedSession[],
  entries: readonly CountedEntry[],
  receivers: readonly { readonly id: string; readonly name: string }[],
  rule: FigureRule,
): DeliveredClassFigures {
  const cells = sessions.flatMap((session) =>
    receivers.map(({ id }) =>
      cellOf(
        session,
        id,
        entries.filter((entry) => entry.session === session.id && entry.receiver === id),
        rule,
      ),
    ),
  );
  return {
    rule,
    total: addUp(cells, rule),
    receivers: receivers.map(({ id, name }) => ({
      receiver: id,
      name,
      ...addUp(
        cells.filter((cell) => cell.receiver === id),
        rule,
      ),
    })),
    cells,
  };
}

function cellOf(session: CountedSession, receiver: string, entries: readonly CountedEntry[], rule: FigureRule): AttendanceCell {
  const share = session.status === 'held' ? shareOf(session, entries) : 0;
  return {
    session: session.id,
    number: session.number,
    day: dayInBeijing(session.startsAt),
    receiver,
    outcome: outcomeOf(session, entries),
    share: Math.round(share * 1000) / 1000,
    valid: session.status === 'held' && share >= rule.minShare,
    makesUp: session.makesUp,
  };
}

function outcomeOf({ status }: CountedSession, entries: readonly CountedEntry[]): AttendanceCell['outcome'] {
  if (status === 'cancelled' || status === 'missed') return status;
  if (status !== 'held') return 'planned';
  return entries.some(({ kind }) => kind !== 'left') ? 'received' : 'absent';
}

/** The share of the held time during which the receiver was there: from each coming to the next leaving, or to the end. */
function shareOf({ startedAt, endedAt }: CountedSession, entries: readonly CountedEntry[]): number {
  const [begin, end] = [startedAt!.getTime(), endedAt!.getTime()];
  const clipped = (at: number) => Math.min(Math.max(at, begin), end);
  let present = 0;
  let since: number | undefined;
  for (const { kind, at } of entries) {
    if (kind !== 'left') since ??= clipped(at.getTime());
    else if (since !== undefined) {
      present += clipped(at.getTime()) - since;
      since = undefined;
    }
  }
  if (since !== undefined) present += end - since;
  return present / (end - begin);
}

function addUp(cells: readonly AttendanceCell[], rule: FigureRule): Totals {
  const regular = cells.filter(({ makesUp }) => makesUp === null);
  const count = (fits: (cell: AttendanceCell) => boolean) => regular.filter(fits).length;
  const madeUp = (fits: (cell: AttendanceCell) => boolean) =>
    count(
      (cell) =>
        cell.outcome === 'missed' &&
        cells.some((other) => other.makesUp === cell.session && other.receiver === cell.receiver && fits(other)),
    );
  const cancelled = count(({ outcome }) => outcome === 'cancelled');
  const planned = regular.length;
  const held = count(({ outcome }) => outcome === 'received' || outcome === 'absent');
  const valid = count((cell) => cell.valid);
  const made = madeUp(({ outcome }) => outcome === 'received');
  const base = rule.cancelledCounts ? planned : planned - cancelled;
  return {
    planned,
    held,
    received: count(({ outcome }) => outcome === 'received'),
    valid,
    cancelled,
    missed: count(({ outcome }) => outcome === 'missed'),
    madeUp: made,
    openRate: perCent(held + (rule.makeUpCounts ? made : 0), base),
    validRate: perCent(valid + (rule.makeUpCounts ? madeUp((cell) => cell.valid) : 0), base),
  };
}

const perCent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10);
