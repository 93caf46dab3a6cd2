import { heatOf, hottest } from './command-centre-heat.js';

/** What each panel shows of a board; they know the page and ECharts, and nothing of how a board comes. */
const { document, echarts } = window;

const words = {
  levels: { I: '特别重大', II: '重大', III: '较大', IV: '一般' },
  incident: { reported: '已上报', acknowledged: '已接报', handling: '处置中', contained: '已控制' },
  refused: '登录人无权查看此项',
};

const at = (id, selector) => document.querySelector(`#${id} ${selector}`);

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** Shows why a panel is empty, or nothing of that; answers what it may show. */
function shownOf(id, panel) {
  const refused = at(id, '.refused');
  if (refused) {
    refused.hidden = 'shown' in panel;
    refused.textContent = words.refused;
  }
  return panel.shown;
}

function numbers(id, entries) {
  at(id, '.numbers').replaceChildren(
    ...entries.map(([name, count, className]) => {
      const entry = element('div');
      entry.append(element('dt', name), element('dd', String(count), count > 0 ? className : ''));
      return entry;
    }),
  );
}

function rows(id, entries) {
  at(id, '.rows').replaceChildren(
    ...entries.map(([left, right, className]) => {
      const entry = element('li');
      entry.append(element('span', left), element('span', right, className));
      return entry;
    }),
  );
}

const timeOf = (instant) => instant.slice(11, 16);
const dayAndTimeOf = (instant) => `${Number(instant.slice(5, 7))}月${Number(instant.slice(8, 10))}日 ${timeOf(instant)}`;

const levelsDue = [
  ['school', '学校填报'],
  ['county', '县级审核'],
  ['city', '市级审核'],
  ['province', '省级审核'],
];

/** The next deadline of a period, and how long until then; told anew each second. */
export function deadlineOf({ due }, now) {
  const next = levelsDue.map(([level, name]) => [name, due[level]]).find(([, instant]) => instant && Date.parse(instant) > now);
  if (!next) return '已截止';
  const seconds = Math.floor((Date.parse(next[1]) - now) / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const left = days > 0 ? `${days}天${hours}小时` : `${hours}小时${minutes}分${seconds % 60}秒`;
  return `${next[0]}截止 ${dayAndTimeOf(next[1])} · 余${left}`;
}

const series = [
  ['approved', '已通过', '#38d39f'],
  ['waiting', '待审核', '#4da3ff'],
  ['returned', '已退回', '#ffb84d'],
  ['drafts', '填报中', '#8fa6cc'],
  ['missing', '未填报', '#4a6288'],
];

const withDrafts = (counts) => ({ ...counts, drafts: counts.filled - counts.waiting - counts.returned - counts.approved });

/** What is missing turns red once the schools' time is over. */
const colorOf = (key, color, late) => (key === 'missing' && late ? '#ff6b6b' : color);

function chartOf({ lines, due }, size) {
  const late = Date.parse(due.school) < Date.now();
  const counted = lines.map(withDrafts);
  const text = { color: '#eaf2ff', fontSize: size };
  return {
    animation: false,
    textStyle: { fontFamily: window.getComputedStyle(document.body).fontFamily },
    grid: { left: 0, right: size, top: size * 2.6, bottom: 0, containLabel: true },
    legend: { top: 0, left: 0, itemGap: size, textStyle: text, data: series.map(([, name]) => name) },
    xAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: '#24456f' } } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map(({ name }) => name),
      axisLabel: { ...text, width: size * 9, overflow: 'truncate' },
    },
    series: series.map(([key, name, color]) => ({
      type: 'bar',
      stack: 'all',
      name,
      color: colorOf(key, color, late),
      barMaxWidth: size * 3,
      label: {
        show: true,
        color: key === 'missing' ? '#eaf2ff' : '#071426',
        fontSize: size,
        fontWeight: 'bold',
        formatter: ({ value }) => (value > 0 ? String(value) : ''),
      },
      data: counted.map((line) => line[key]),
    })),
  };
}

const charts = new Map();

function drawPeriods(periods, size) {
  const place = at('submissions', '.periods');
  for (const chart of charts.values()) chart.dispose();
  charts.clear();
  if (periods.length === 0) return place.replaceChildren(element('p', '当前没有正在进行的填报期', 'refused'));
  place.replaceChildren(
    ...periods.map((period) => {
      const card = element('div', undefined, 'period');
      const title = element('h3');
      const deadline = element('time');
      deadline.dataset.period = JSON.stringify({ due: period.due });
      deadline.textContent = deadlineOf(period, Date.now());
      const { approved, expected } = period.total;
      title.append(element('span', `${period.name}：已通过 ${approved} / 应报 ${expected}`), deadline);
      card.append(title, element('div', undefined, 'chart'));
      return card;
    }),
  );
  place.querySelectorAll('.chart').forEach((box, index) => {
    const chart = echarts.init(box);
    chart.setOption(chartOf(periods[index], size));
    charts.set(box, chart);
  });
}

let heat;

function drawApplications({ total, lines, apps }, size) {
  at('applications', '.totals').replaceChildren(
    element('span', `今日 ${total.today}`, 'good'),
    element('span', `近七日 ${total.week}`, 'waiting'),
  );
  rows(
    'applications',
    apps.map(({ name, week }) => [name, `${week} 次`]),
  );
  const box = at('applications', '.chart');
  const shown = hottest(lines, Math.max(1, Math.floor(box.clientHeight / (size * 1.5))));
  heat?.dispose();
  heat = echarts.init(box);
  heat.setOption(heatOf(shown, size));
}

export function draw(board) {
  const size = parseFloat(window.getComputedStyle(document.documentElement).fontSize);
  const periods = board.submissions.shown;
  if (periods) drawPeriods(periods, size);
  else at('submissions', '.periods').replaceChildren(element('p', words.refused, 'refused'));

  const applications = shownOf('applications', board.applications);
  at('applications', '.heat').hidden = !applications;
  if (applications) drawApplications(applications, size);

  const sessions = shownOf('sessions', board.sessions);
  if (sessions) {
    const { running, planned, held, missed } = sessions.total;
    numbers('sessions', [
      ['正在上课', running, 'good'],
      ['未开始', planned, 'waiting'],
      ['已上完', held, ''],
      ['缺课', missed, 'bad'],
    ]);
    const now = sessions.running.map(({ host, receivers, startedAt }) => [
      `${host} → ${receivers} 个接收端`,
      `${timeOf(startedAt)} 开始`,
      'good',
    ]);
    const below = sessions.lines.map(({ name, running: here, held: done, missed: lost }) => [
      name,
      `上课 ${here} · 完成 ${done} · 缺 ${lost}`,
      lost > 0 ? 'bad' : '',
    ]);
    rows('sessions', [...now.slice(0, 3), ...below]);
  }

  const incidents = shownOf('incidents', board.incidents);
  if (incidents) {
    const [guard] = incidents.guards;
    numbers('incidents', [
      ['未办结事件', incidents.total.open, 'warning'],
      ['报告超时', incidents.total.overdue, 'bad'],
      ['今日应报', guard?.expected ?? 0, ''],
      ['尚未报', guard ? guard.expected - guard.filed : 0, 'warning'],
    ]);
    rows('incidents', [
      ...incidents.guards.map(({ name, dueAt, expected, filed }) => [
        `${name} 零报告`,
        `${filed} / ${expected} · ${timeOf(dueAt)} 截止`,
        filed < expected ? 'warning' : 'good',
      ]),
      ...incidents.incidents.map(({ level, category, organisation, status, nextDueAt }) => [
        `${words.levels[level]} ${category} · ${organisation}`,
        nextDueAt ? `${words.incident[status]} · ${dayAndTimeOf(nextDueAt)} 前报` : words.incident[status],
        level === 'I' || level === 'II' ? 'bad' : 'warning',
      ]),
    ]);
  }
}

/** A screen that is turned or resized is drawn anew. */
export const resized = (board) => board && draw(board);
