import type { Paper, PaperPart, YearSummary } from '@lianxue/contracts';

type Cell = string | number | null;

const table = (caption: string, headings: readonly string[], rows: Cell[][]): PaperPart => ({
  kind: 'table',
  caption,
  columns: headings.map((heading, index) => ({ heading, numeric: index > 0 })),
  rows,
});

/** A name, and its values of both years in two columns. */
const beside = (caption: string, rows: Cell[][]): PaperPart => table(caption, ['项目', '本年', '上年'], rows);

const percent = (share: number | string | null): string | null => (share === null ? null : `${share}%`);
const yuan = (fen: number | null): string | null =>
  fen === null ? null : `${Math.trunc(fen / 100)}.${String(Math.abs(fen % 100)).padStart(2, '0')}`;
const yesNo = (reached: boolean | null): string | null => (reached === null ? null : reached ? '是' : '否');

/** The summary on paper: part by part in the order of the answer, each with where it comes from. */
export function yearPaper(summary: YearSummary): Paper {
  const { name, year, asOf } = summary;
  const parts = [collected, figures, bulletins, assessments, funds, milestones, lapses, surveys]
    .map((write) => write(summary))
    // Of what there was nothing, nothing is said.
    .filter(({ body }) => body.length > 0)
    .flatMap(({ title, source, body }, index): PaperPart[] => [
      { kind: 'heading', level: 1, text: `${numerals[index]}、${title}` },
      ...body,
      { kind: 'note', text: `数据来源：${source}` },
    ]);
  return {
    mark: null,
    number: null,
    title: `${name}${year}年年终总结`,
    addressees: [],
    parts: [
      {
        kind: 'fields',
        items: [
          { label: '单位', value: name },
          { label: '年度', value: `${year}年` },
          { label: '截至', value: asOf.slice(0, 16).replace('T', ' ') },
        ],
      },
      ...parts,
    ],
    attachments: [],
    issuer: name,
    day: asOf.slice(0, 10),
    sealed: false,
    signatures: [],
  };
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八'];

interface Written {
  readonly title: string;
  readonly source: string;
  readonly body: PaperPart[];
}

function collected({ collected: { source, thisYear, lastYear } }: YearSummary): Written {
  const row = (label: string, of: (year: typeof thisYear) => Cell): Cell[] => [label, of(thisYear), of(lastYear)];
  const rows = [
    row('填报期数', ({ periods }) => periods),
    row('应报数', ({ expected }) => expected),
    row('实报数', ({ reported }) => reported),
    row('审核通过数', ({ approved }) => approved),
    row('未填报数', ({ missing }) => missing),
    row('完整率', ({ completeness }) => percent(completeness)),
    row('及时率', ({ timeliness }) => percent(timeliness)),
    row('通过率', ({ approval }) => percent(approval)),
  ];
  return { title: '数据填报与审核', source, body: [beside('填报与审核', rows)] };
}

function figures({ figures: { source, dataSets } }: YearSummary): Written {
  const body = dataSets.flatMap(({ name, periodName, figures: values, targets }): PaperPart[] => [
    table(
      `${name}（${periodName}）`,
      ['指标', '单位', '本年', '上年同期', '增减', '增减百分比'],
      values.map(({ name: title, unit, thisYear, lastYear, change, changePercent }) => [
        title,
        unit ?? '',
        thisYear,
        lastYear,
        change,
        percent(changePercent),
      ]),
    ),
    ...(targets.length === 0
      ? []
      : [
          table(
            `${name}达标情况`,
            ['达标要求', '应达标', '本年达标率', '是否达到', '上年达标率'],
            targets.map(({ name: title, asked, share, reached, lastYearShare }) => [
              title,
              percent(asked),
              percent(share),
              yesNo(reached),
              percent(lastYearShare),
            ]),
          ),
        ]),
  ]);
  return { title: '指标与达标', source, body };
}

function bulletins({ bulletins: { source, thisYear, lastYear } }: YearSummary): Written {
  const row = (label: string, of: keyof typeof thisYear): Cell[] => [label, thisYear[of], lastYear[of]];
  const rows = [row('印发数', 'issued'), row('其中已更正', 'replaced'), row('其中已撤回', 'withdrawn')];
  const followed = [row('主送单位次', 'addressed'), row('已签收', 'received'), row('异议', 'objections')];
  return { title: '通报', source, body: [beside('通报', [...rows, ...followed])] };
}

function assessments({ assessments: { source, thisYear, lastYear } }: YearSummary): Written {
  const years = [
    ['本年', thisYear],
    ['上年', lastYear],
  ] as const;
  const results = years.flatMap(([when, { results: own }]) =>
    own.map(({ name, total, grade, vetoed }): Cell[] => [name, when, total, vetoed ? '一票否决' : grade]),
  );
  const grades = years.flatMap(([when, { grades: spread }]) =>
    spread.map(({ name, grade, units }): Cell[] => [name, when, grade ?? '未达等次', units]),
  );
  const own = results.length > 0 ? [table('本单位考核结果', ['督导考核', '年度', '总分', '等次'], results)] : [];
  const spread = grades.length > 0 ? [table('下级单位等次分布', ['督导考核', '年度', '等次', '单位数'], grades)] : [];
  return { title: '督导考核', source, body: [...own, ...spread] };
}

function funds({ funds: { source, thisYear, lastYear } }: YearSummary): Written {
  const row = (label: string, of: 'budget' | 'allocated' | 'spent' | 'publicFunds'): Cell[] => [
    label,
    yuan(thisYear[of]),
    yuan(lastYear[of]),
  ];
  const rows = [
    row('预算（元）', 'budget'),
    row('下达（元）', 'allocated'),
    row('支出（元）', 'spent'),
    row('公用经费（元）', 'publicFunds'),
    ['信息化支出占公用经费', percent(thisYear.share), percent(lastYear.share)],
    ['是否达到 10%', yesNo(thisYear.reached), yesNo(lastYear.reached)],
  ];
  return { title: '专项资金', source, body: [beside('专项资金', rows)] };
}

function milestones({ milestones: { source, thisYear, lastYear } }: YearSummary): Written {
  const row = (label: string, of: keyof typeof thisYear): Cell[] => [label, thisYear[of], lastYear[of]];
  const rows = [row('到期', 'due'), row('已完成', 'reached'), row('其中逾期完成', 'late'), row('逾期未完成', 'overdue')];
  return { title: '建设里程碑', source, body: [beside('里程碑', rows)] };
}

const causeNames = { incidentClock: '事件报告', dailyReport: '每日报告' } as const;

function lapses({ lapses: { source, thisYear, lastYear } }: YearSummary): Written {
  const of = (year: typeof thisYear, cause: keyof typeof causeNames) => year.causes.find((each) => each.cause === cause);
  const rows = (Object.keys(causeNames) as (keyof typeof causeNames)[]).flatMap((cause): Cell[][] =>
    (['due', 'late', 'never'] as const).map((what) => [
      `${causeNames[cause]}${{ due: '应报', late: '迟报', never: '未报' }[what]}（次）`,
      of(thisYear, cause)?.[what] ?? 0,
      of(lastYear, cause)?.[what] ?? 0,
    ]),
  );
  const more: Cell[][] = [
    ['涉及的事件', thisYear.incidents, lastYear.incidents],
    ['扣分次数', thisYear.deductions, lastYear.deductions],
    ['扣分合计', thisYear.points, lastYear.points],
  ];
  return { title: '安全报告与扣分', source, body: [beside('安全报告与扣分', [...rows, ...more])] };
}

function surveys({ surveys: { source, thisYear, lastYear } }: YearSummary): Written {
  const rows = (
    [
      ['本年', thisYear],
      ['上年', lastYear],
    ] as const
  ).flatMap(([when, { surveys: asked }]) =>
    asked.flatMap(({ name, answered, scales }): Cell[][] =>
      scales.length === 0 ? [[name, when, '', answered, null]] : scales.map(({ question, mean }) => [name, when, question, answered, mean]),
    ),
  );
  const body = rows.length === 0 ? [] : [table('满意度', ['测评', '年度', '题目', '作答人数', '平均值（1–5）'], rows)];
  return { title: '满意度测评', source, body };
}
