import { Inject, Injectable } from '@nestjs/common';
import {
  BulletinFiguresMissing,
  CLOCK,
  inBeijing,
  PeriodNotFound,
  refuse,
  type Bulletin,
  type BulletinTemplate,
  type Call,
  type Clock,
  type InputOf,
  type PaperPart,
  type reporting,
  type RollUp,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Form } from '../collecting/form.entity.js';
import { Period } from '../collecting/period.entity.js';
import { RollingUp } from '../figures/roll-up.js';

type Asked = Pick<InputOf<typeof reporting.draftBulletin>, 'period' | 'indicators' | 'table' | 'organisation'>;

/** The figures a bulletin cites, as they are now, and what its words may say of them. */
export interface Cited {
  readonly parts: PaperPart[];
  readonly citation: Bulletin['citation'];
  readonly facts: Readonly<Record<string, string>>;
}

/** Takes figures for a bulletin: from a period’s roll-up, or as they are given. Kept with it, so that it reads the same for ever. */
@Injectable()
export class Citing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(RollingUp) private readonly rollingUp: RollingUp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async cite(asked: Asked, { figures }: Pick<BulletinTemplate, 'figures'>, call: Call): Promise<Cited> {
    if (figures === 'given') return this.given(asked);
    if (asked.period === undefined) throw refuse(BulletinFiguresMissing, { needs: 'period' });
    const period = await this.store.one(Period, asked.period, call, PeriodNotFound);
    const rollUp = await this.rollingUp.read(period, asked.organisation);
    const indicators = await this.named(asked.indicators, period);
    const { expected, approved } = rollUp.total;
    return {
      parts: [countyTable(rollUp, indicators)],
      citation: {
        period: period.id,
        indicators: indicators.map(({ code }) => code),
        source:
          '按隶属汇总，仅计审核通过的数据；完成率为审核通过数与应报数之比，及时率为按时首次提交数（获准延期的以延期为准）与应报数之比。',
        asOf: rollUp.asOf,
      },
      facts: {
        period: period.name,
        expected: String(expected),
        approved: String(approved),
        completeness: share(approved, expected)?.toFixed(2) ?? '—',
      },
    };
  }

  private given({ table }: Asked): Cited {
    if (!table) throw refuse(BulletinFiguresMissing, { needs: 'table' });
    const { columns, rows, source } = table;
    const asOf = inBeijing(this.clock.now());
    return { parts: [{ kind: 'table', columns, rows }], citation: { period: null, indicators: [], source, asOf }, facts: {} };
  }

  /** Only what adds up is shown; a percentage is never summed. */
  private async named(codes: readonly string[], { form: id }: Period): Promise<{ code: string; name: string }[]> {
    const [form] = await this.store.read<Pick<Form, 'indicators'>>(sql`select indicators from form where id = ${id}`);
    return codes.flatMap((code) => {
      const known = form!.indicators.find((each) => each.code === code && (each.type === 'integer' || each.type === 'number'));
      return known ? [{ code, name: known.unit ? `${known.name}（${known.unit}）` : known.name }] : [];
    });
  }
}

/** In hundredths of a percent, from whole numbers. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part * 10_000) / whole) / 100);

type Counted = RollUp['total'];

/** The lines are authorities: schools are never ranked. */
function countyTable({ lines, total }: RollUp, indicators: readonly { code: string; name: string }[]): PaperPart {
  // Of whole numbers, so that equal shares have equal rank.
  const above = (one: Counted, other: Counted) =>
    BigInt(one.approved) * BigInt(other.expected) > BigInt(other.approved) * BigInt(one.expected);
  const asked = lines.filter(({ expected }) => expected > 0);
  const rankOf = (line: Counted) => (line.expected === 0 ? null : asked.filter((other) => above(other, line)).length + 1);
  const row = (name: string, { expected, approved, missing, onTime, figures }: Counted, rank: number | null) => [
    name,
    expected,
    approved,
    missing,
    share(approved, expected),
    share(onTime, expected),
    rank,
    ...indicators.map(({ code }) => figures.find(({ indicator }) => indicator === code)?.total ?? null),
  ];
  return {
    kind: 'table',
    caption: '分单位情况',
    columns: [
      { heading: '单位', numeric: false },
      ...['应报', '审核通过', '未报', '完成率（%）', '及时率（%）', '完成率名次', ...indicators.map(({ name }) => name)].map((heading) => ({
        heading,
        numeric: true,
      })),
    ],
    rows: [...lines.map((line) => row(line.name, line, rankOf(line))), row('合计', total, null)],
  };
}
