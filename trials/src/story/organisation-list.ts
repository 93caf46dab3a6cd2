import { Workbook } from '@lianxue/files';
import { download, jobEnded, rowsOf, sendFile } from './files-of-story.js';
import type { Api, World } from './world.js';

type Row = readonly string[];
const headings = ['名称', '简称', '类别', '上级'];

/** The first list of schools in Excel: tried, mended, in; a teaching point is named before its central school. */
export async function aListOfSchools(world: World, admin: Api): Promise<void> {
  const template = await admin.post('/organisation-template');
  const [title] = await rowsOf(await download(world, admin, template.body.id as string));
  world.check(title?.includes('学校标识码'), 'a template for the list', title);
  const central = `${world.run}岭中心小学`;
  const good: Row[] = [
    [`${world.run}岭上坪教学点`, '', '教学点', central],
    [central, '', '中心校', ''],
    [`${world.run}岭实验小学`, `${world.run}岭实小`, '学校', ''],
  ];
  const bring = async (rows: readonly Row[], dryRun = false) => {
    const workbook = new Workbook<Row>(
      '学校名册',
      headings.map((heading, at) => ({ heading, text: true, valueOf: (row) => row[at] })),
    );
    workbook.add(rows);
    const file = await sendFile(world, admin, { kind: 'organisations', name: '学校名册.xlsx' }, workbook.finish());
    const ordered = await admin.post(`/organisations/${world.counties[0].id}/organisation-imports`, { file, dryRun });
    return jobEnded(world, admin, ordered.body);
  };
  const tried = await bring([...good, [`${world.run}岭外校`, '', '学校', '没有这个局']], true);
  world.check(tried.result?.organisations.added === 3 && tried.errorCount === 1, 'tried first, one row has no parent', tried);
  const marked = await rowsOf(await download(world, admin, tried.files[0].id as string));
  world.check(marked.at(-1)!.at(-1)!.startsWith('上级：'), 'the sheet says what is wrong', marked.at(-1));
  const brought = await bring(good);
  world.check(brought.result?.organisations.added === 3 && brought.errorCount === 0, 'then the list goes in', brought);
  const again = await bring(good);
  world.check(again.result?.changed === 0, 'and the same list changes nothing', again);
  world.say(`Excel 学校名册：先试导，标出上级不明的一行；再导入 ${brought.result.organisations.added} 所，重复导入变更 0`);
}
