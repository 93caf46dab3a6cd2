import { laidOut, type LaidCell } from '@lianxue/files';
import { announced, at, defined, mmWithinClassrooms } from './announcing.js';
import { download, rowsOf, sendFile } from './files-of-story.js';
import type { Api, World } from './world.js';

const indicators = [
  { code: 'classrooms', name: '普通教室数', nameEn: 'Classrooms', type: 'integer', unit: '间', required: true, min: 0, section: 'rooms' },
  {
    code: 'mm_classrooms',
    name: '网络多媒体教室数',
    nameEn: 'Multimedia classrooms',
    type: 'integer',
    unit: '间',
    required: true,
    section: 'rooms',
  },
  {
    code: 'access_mode',
    name: '接入方式',
    nameEn: 'Access',
    type: 'choice',
    required: true,
    section: 'rooms',
    options: [
      { code: 'fibre', name: '光纤' },
      { code: 'wireless', name: '无线' },
    ],
  },
];

/** A school fills in Excel: the form comes with its data, goes back wrong, comes back marked, goes in mended. */
export async function formInExcelStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const school = await world.as('schoolAdmin', world.school);
  const period = await announce(world, city);
  const begun = await school.post(`/periods/${period}/submissions`, { organisation: world.school.id, values: { classrooms: 30 } });
  world.check(begun.status === 201, 'the school begins its submission', begun.body);
  const path = `/submissions/${begun.body.id}`;

  const made = await school.post(`${path}/sheet`);
  world.check(made.status === 200, 'its form is made in Excel', made.body);
  const form = await rowsOf(await download(world, school, made.body.id as string));
  const row = form.find(([code]) => code === 'classrooms');
  world.check(row?.at(-1) === '30' && form.some(([cell]) => cell === '班班通'), 'the form has its sections and the school’s data', form);

  const wrong = await upload(world, school, path, await typed(form, { classrooms: '３０', mm_classrooms: '31', access_mode: '卫星' }));
  world.check(wrong.status === 422 && wrong.body.code === 'sheet.faulty', 'a sheet with faults is refused', wrong.body);
  const faults = wrong.body.faults as { cell: string; field: string; words: string }[];
  for (const { cell, words } of faults) world.say(`填报表 ${cell}：${words}`);
  const marked = await rowsOf(await download(world, school, wrong.body.file.id as string));
  world.check(
    faults.every(({ field, words }) =>
      marked
        .find(([code]) => code === field)
        ?.at(-1)
        ?.includes(words),
    ),
    'the same sheet comes back, marked',
    marked,
  );

  const right = await upload(world, school, path, await typed(form, { classrooms: '３０', mm_classrooms: '28 间', access_mode: '光纤' }));
  world.check(right.status === 200 && right.body.changed.length === 2, 'mended, it goes in', right.body);
  const again = await upload(world, school, path, await typed(form, {}));
  world.check(again.status === 409 && again.body.code === 'sheet.outdated', 'an old sheet overwrites nothing', again.body);
  world.check((await school.post(`${path}/submit`)).status === 200, 'the school submits what it filled in Excel');
  const pages = await school.post(`${path}/national-sheet`);
  world.check(pages.status === 200, 'what to copy into the national system is made', pages.body);
  const [page] = await rowsOf(await download(world, school, pages.body.id as string));
  world.check(page?.[0] === '第 1 页 班班通', 'in the order of its pages', page);
  const entered = await school.post(`${path}/national-entry`, { on: at(0).slice(0, 10) });
  world.check(entered.status === 200 && entered.body.nationalEntry?.role === 'schoolAdmin', 'it is noted as entered there', entered.body);
  world.say(`Excel 填报：错 ${faults.length} 格逐格退回，改正后写入 ${right.body.changed.length} 项，旧表不能覆盖`);
}

async function announce(world: World, city: Api): Promise<string> {
  const dataSet = await defined(world, city, {
    code: 'excel',
    name: '班班通季度数据',
    nameEn: 'Classrooms by quarter',
    form: {
      sections: [{ code: 'rooms', name: '班班通', nameEn: 'Classrooms' }],
      indicators,
      rules: [mmWithinClassrooms],
    },
  });
  return announced(world, city, dataSet, `本季 ${world.run}`, [-5, 10]);
}

/** The form as somebody typed in it: the cells of its last column by indicator. */
const typed = (form: readonly (readonly string[])[], values: Readonly<Record<string, string>>): Promise<Buffer> => {
  const rows = form.map((row) => {
    const [code = ''] = row;
    const cells = code in values ? Object.assign([...row], { 5: values[code]! }) : row;
    return { cells: cells.map((value): LaidCell => ({ value })) };
  });
  return laidOut([{ name: '填报表', widths: [], rows }]);
};

async function upload(world: World, school: Api, path: string, bytes: Buffer) {
  return school.post(`${path}/sheet/fill-in`, { file: await sendFile(world, school, { kind: 'form', name: '填报表.xlsx' }, bytes) });
}
