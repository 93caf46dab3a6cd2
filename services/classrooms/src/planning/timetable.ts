import type { DeliveredClassInput } from '@lianxue/contracts';

const dayMs = 86_400_000;

/** When one session is planned. */
export interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

type Plan = Pick<DeliveredClassInput, 'from' | 'to' | 'slots' | 'exceptions'>;

/** How many days a plan spans, both ends included; zero or less when it runs backwards. */
export const daysOf = ({ from, to }: Plan): number => (Date.parse(to) - Date.parse(from)) / dayMs + 1;

/** The sessions of a plan in the order of time: each day runs the slots of its weekday, or what an exception says. */
export function timetable(plan: Plan): Times[] {
  const days = Array.from({ length: daysOf(plan) }, (_, index) => new Date(Date.parse(plan.from) + index * dayMs));
  return days
    .flatMap((date) => {
      const day = date.toISOString().slice(0, 10);
      const exception = plan.exceptions.find((each) => each.day === day);
      const weekday = exception ? exception.runs : date.getUTCDay() || 7;
      return plan.slots
        .filter((slot) => slot.weekday === weekday)
        .map(({ start, end }) => ({ startsAt: at(day, start), endsAt: at(day, end) }));
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);
