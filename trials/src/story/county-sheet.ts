import { laidOut, type LaidCell } from '@lianxue/files';
import { announced } from './announcing.js';
import { download, rowsOf, sendFile } from './files-of-story.js';
import type { Api, World } from './world.js';

const indicator = (code: string, name: string) => ({ code, name, nameEn: code, type: 'integer', required: true, min: 0 });

/** A county enters what it knows of its schools in one sheet; each school checks and submits. */
export async function countySheetStep(world: World): Promise<void> {
  const [place] = world.counties;
  const county = await world.as('countyReviewer', place);
  const school = await world.as('schoolAdmin', world.school);
  const period = await announce(world, county);
  const path = `/periods/${period}/county-sheet`;
  const made = await county.post(path, { organisation: place.id });
  world.check(made.status === 200, 'the sheet of the county’s schools is made', made.body);
  const sheet = await rowsOf(await download(world, county, made.body.id as string));
  world.check(sheet.some(([id]) => id === world.school.id) && sheet.some(([id]) => id === world.sibling.id), 'with a row for each', sheet);

  const wrong = await typed(sheet, { [world.school.id]: ['30', '28'], [world.sibling.id]: ['20', '21'] });
  const send = async (bytes: Buffer, dryRun: boolean) =>
    county.post(`${path}/fill-in`, { file: await sendFile(world, county, { kind: 'form', name: '汇总表.xlsx' }, bytes), dryRun });
  const tried = await send(wrong, true);
  world.check(tried.status === 200 && tried.body.faulty === 1 && tried.body.saved === 0, 'tried, it changes nothing', tried.body);
  const done = await send(wrong, false);
  world.check(done.body.saved === 1 && done.body.faults[0]?.rule === 'mm_within', 'one school goes in, one comes back', done.body);
  world.check(
    (await rowsOf(await download(world, county, done.body.file.id as string))).length === sheet.length,
    'in the sheet given back',
  );

  const mine = done.body.rows.find(({ organisation }: { organisation: string }) => organisation === world.school.id);
  const draft = await school.get(`/submissions/${mine.submission}`);
  world.check(
    draft.body.status === 'draft' && draft.body.filledBy === place.id,
    'the school finds a draft filled in on its behalf',
    draft.body,
  );
  const submitted = await school.post(`/submissions/${mine.submission}/submit`);
  world.check(submitted.status === 200, 'and submits it itself', submitted.body);
  const late = await send(await typed(sheet, { [world.school.id]: ['31', '28'] }), false);
  const told = late.body.rows.find(({ organisation }: { organisation: string }) => organisation === world.school.id);
  world.check(told.refused?.code === 'move.not_allowed', 'what was submitted is left alone', late.body);
  world.say(`县级汇总表：一校写入、一校逐格退回（${done.body.faults[0].words}），提交后不再改动`);
}

async function announce(world: World, county: Api): Promise<string> {
  const dataSet = await county.post('/data-sets', {
    organisation: world.counties[0].id,
    code: `county_sheet_${world.run.toLowerCase().replace(/[^a-z0-9]/g, '')}`.slice(0, 40),
    name: `班班通县级汇总 ${world.run}`,
    nameEn: `Classrooms of the county ${world.run}`,
    form: {
      indicators: [indicator('classrooms', '普通教室数'), indicator('mm_classrooms', '网络多媒体教室数')],
      rules: [
        {
          code: 'mm_within',
          left: { indicators: ['mm_classrooms'] },
          op: '<=',
          right: { indicators: ['classrooms'] },
          words: '网络多媒体教室数不得超过普通教室数',
          wordsEn: 'There are no more multimedia classrooms than classrooms',
        },
      ],
    },
  });
  world.check(dataSet.status === 201, 'the county defines a data set', dataSet.body);
  return announced(world, county, dataSet.body.id as string, `本季 ${world.run}`, [-5, 10]);
}

/** The sheet as somebody typed in it: the two values of some schools, by their id in the first column. */
const typed = (sheet: readonly (readonly string[])[], values: Readonly<Record<string, readonly [string, string]>>): Promise<Buffer> => {
  const rows = sheet.map((row) => {
    const given = values[row[0] ?? ''];
    const cells = given ? Object.assign([...row], { 4: given[0], 5: given[1] }) : row;
    return { cells: cells.map((value): LaidCell => ({ value })) };
  });
  return laidOut([{ name: '汇总表', widths: [], rows }]);
};
