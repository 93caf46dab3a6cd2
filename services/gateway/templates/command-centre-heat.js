/** So many bars as the place has room for; the coolest are taken together in the last. */
export function hottest(lines, room) {
  if (lines.length <= room) return lines;
  const rest = lines.slice(room - 1);
  const sum = (of) => rest.reduce((all, line) => all + line[of], 0);
  return [...lines.slice(0, room - 1), { name: `其余 ${rest.length} 个`, today: sum('today'), week: sum('week') }];
}

/** Bars of the last seven days, today’s part of each in its own colour. */
export function heatOf(lines, size) {
  const text = { color: '#eaf2ff', fontSize: size };
  const bar = { type: 'bar', stack: 'all', barMaxWidth: size * 1.2 };
  return {
    animation: false,
    textStyle: { fontFamily: window.getComputedStyle(document.body).fontFamily },
    grid: { left: 0, right: size * 4, top: 0, bottom: 0, containLabel: true },
    xAxis: { type: 'value', show: false, max: ({ max }) => Math.max(max, 1) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map(({ name }) => name.replace(/教育(体育|和体育)?局$/, '')),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#24456f' } },
      axisLabel: { ...text, width: size * 8, overflow: 'truncate' },
    },
    series: [
      { ...bar, name: '前六日', color: '#4da3ff', data: lines.map(({ today, week }) => week - today) },
      {
        ...bar,
        name: '今日',
        color: '#38d39f',
        label: { show: true, position: 'right', ...text, fontWeight: 'bold', formatter: ({ dataIndex }) => String(lines[dataIndex].week) },
        data: lines.map(({ today }) => today),
      },
    ],
  };
}
