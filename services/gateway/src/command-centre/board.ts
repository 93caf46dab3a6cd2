import {
  classrooms,
  identity,
  inBeijing,
  incidents,
  reporting,
  TokenInvalid,
  type AnyOperation,
  type ApplicationBoard,
  type IncidentBoard,
  type Page,
  type Period,
  type RollUp,
  type SessionBoard,
} from '@lianxue/contracts';
import type { Calls } from '@lianxue/wire';

/** What one panel shows, or the code of the refusal for which it shows nothing. */
export type Panel<T> = { readonly shown: T } | { readonly refused: string };

/** A period that is being filled in or reviewed, against its deadline. */
interface RunningPeriod {
  readonly name: string;
  readonly state: Period['state'];
  readonly due: Period['due'];
  readonly total: Omit<RollUp['total'], 'figures'>;
  readonly lines: readonly Omit<RollUp['lines'][number], 'figures'>[];
}

/** 信息指挥中心: what a wall shows, as the person who opened it may see it. */
export interface Board {
  readonly submissions: Panel<readonly RunningPeriod[]>;
  readonly sessions: Panel<SessionBoard>;
  readonly incidents: Panel<IncidentBoard>;
  readonly applications: Panel<ApplicationBoard>;
}

/** The token holds no more: nothing is shown until another comes. */
export class TokenOver extends Error {}

/** As many periods as a wall has room for, those first whose deadline is nearest. */
const periodsShown = 2;

/** Reads the board by the same operations, and under the same rights, as everybody else reads them. */
export class Boards {
  constructor(
    private readonly calls: Calls,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async read(token: string): Promise<Board> {
    const [submissions, sessions, incidentsNow, applications] = await Promise.all([
      this.submissions(token),
      this.ask<SessionBoard>(classrooms.board, token),
      this.ask<IncidentBoard>(incidents.board, token),
      this.ask<ApplicationBoard>(identity.applicationBoard, token),
    ]);
    return { submissions, sessions, incidents: incidentsNow, applications };
  }

  private async submissions(token: string): Promise<Board['submissions']> {
    const periods = await this.ask<Page<Period>>(reporting.periods, token, { query: { limit: '200' } });
    if ('refused' in periods) return periods;
    const now = inBeijing(this.now());
    const running = periods.shown.items
      .filter(({ state }) => state === 'filling' || state === 'reviewing')
      .sort((one, other) => nextDue(one, now).localeCompare(nextDue(other, now)))
      .slice(0, periodsShown);
    const rollUps = await Promise.all(running.map(({ id }) => this.ask<RollUp>(reporting.rollUp, token, { params: { periodId: id } })));
    const refused = rollUps.find((rollUp) => 'refused' in rollUp);
    if (refused) return refused;
    return {
      shown: running.map(({ name, state, due }, index) => {
        const { total, lines } = (rollUps[index] as { shown: RollUp }).shown;
        return { name, state, due, total: withoutFigures(total), lines: lines.map(withoutFigures) };
      }),
    };
  }

  private async ask<T>(
    operation: AnyOperation,
    token: string,
    more: { params?: Record<string, string>; query?: Record<string, string> } = {},
  ): Promise<Panel<T>> {
    const { status, body } = await this.calls.call({ operation, token, language: 'zh', ...more });
    const told = JSON.parse(Buffer.from(body).toString('utf8')) as { code?: string };
    if (status === 200) return { shown: told as T };
    if (status === TokenInvalid.status) throw new TokenOver();
    return { refused: told.code ?? 'accident' };
  }
}

/** The next deadline that lies ahead. */
const nextDue = ({ due }: Period, now: string): string =>
  [due.school, due.county, due.city, due.province ?? due.city].find((instant) => instant > now) ?? due.city;

const withoutFigures = <T extends { figures: unknown }>({ figures: _, ...counts }: T): Omit<T, 'figures'> => counts;
