import type { ClockRule, IncidentLevel, OperatorKind, ReportingClock } from '@lianxue/contracts';
import { inBeijing } from '@lianxue/contracts';

/** What a clock says when somebody reported to an authority outside and noted it here. */
interface Note {
  readonly at: string;
  readonly channel: string;
  readonly reference: string | null;
}

/** A clock as an incident keeps it; instants are ISO 8601 in UTC. */
export interface KeptClock {
  readonly rule: string;
  readonly name: ClockRule['name'];
  readonly recipient: ClockRule['recipient'];
  readonly metBy: ClockRule['metBy'];
  readonly startsAt: string;
  readonly warnAt: string;
  readonly dueAt: string;
  readonly metAt: string | null;
  readonly note: Note | null;
}

/** The moments of an incident from which clocks run and by which they are met. */
export interface Moments {
  readonly level: IncidentLevel;
  readonly operatorKind: OperatorKind;
  readonly discoveredAt: Date;
  readonly reportedAt: Date;
  readonly supplementedAt: Date | null;
  readonly containedAt: Date | null;
  readonly closedAt: Date | null;
}

/**
 * The clocks of an incident: one for each rule that holds for its level and operator and whose start has come. What was
 * met under an earlier level stays, since it was done; everything else follows the rules of now.
 */
export function clocksOf(rules: readonly ClockRule[], incident: Moments, before: readonly KeptClock[] = []): KeptClock[] {
  const held = rules.flatMap((rule) => {
    const start = startOf(rule, incident);
    if (!start || !rule.levels.includes(incident.level) || !rule.operatorKinds.includes(incident.operatorKind)) return [];
    return [wound(rule, start, incident, before.find((clock) => clock.rule === rule.id)?.note ?? null)];
  });
  const done = before.filter((clock) => clock.metAt !== null && !held.some(({ rule }) => rule === clock.rule));
  return [...done, ...held];
}

function wound(rule: ClockRule, start: Date, incident: Moments, note: Note | null): KeptClock {
  const due = new Date(start.getTime() + rule.minutes * 60_000);
  const warn = new Date(due.getTime() - rule.warnMinutes * 60_000);
  const met = rule.metBy === 'noted' ? note?.at : metAt(rule.metBy, incident)?.toISOString();
  return {
    rule: rule.id,
    name: rule.name,
    recipient: rule.recipient,
    metBy: rule.metBy,
    startsAt: start.toISOString(),
    warnAt: warn.toISOString(),
    dueAt: due.toISOString(),
    metAt: met ?? null,
    note,
  };
}

const startOf = ({ starts }: ClockRule, { discoveredAt, reportedAt, containedAt }: Moments): Date | null =>
  ({ discovered: discoveredAt, reported: reportedAt, contained: containedAt })[starts];

const metAt = (by: 'registered' | 'supplemented' | 'closed', { reportedAt, supplementedAt, closedAt }: Moments): Date | null =>
  ({ registered: reportedAt, supplemented: supplementedAt, closed: closedAt })[by];

/** When the next unmet clock ends. */
export function nextDue(clocks: readonly KeptClock[]): Date | null {
  const due = clocks.filter(({ metAt }) => metAt === null).map(({ dueAt }) => Date.parse(dueAt));
  return due.length === 0 ? null : new Date(Math.min(...due));
}

/** A clock as it stands at this moment, in 北京时间. */
export function clockView({ rule, name, recipient, startsAt, warnAt, dueAt, metAt, note }: KeptClock, now: Date): ReportingClock {
  return {
    rule,
    name,
    recipient,
    startsAt: inBeijing(new Date(startsAt)),
    warnAt: inBeijing(new Date(warnAt)),
    dueAt: inBeijing(new Date(dueAt)),
    metAt: metAt && inBeijing(new Date(metAt)),
    state: stateOf(Date.parse(warnAt), Date.parse(dueAt), metAt === null ? null : Date.parse(metAt), now.getTime()),
    channel: note?.channel ?? null,
    reference: note?.reference ?? null,
  };
}

function stateOf(warn: number, due: number, met: number | null, now: number): ReportingClock['state'] {
  if (met !== null) return met <= due ? 'met' : 'metLate';
  if (now > due) return 'overdue';
  return now >= warn ? 'warning' : 'running';
}
