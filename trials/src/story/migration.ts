import { zipOf } from '@lianxue/files';
import { download, jobEnded, rowsOf, sendFile } from './files-of-story.js';
import type { Api, World } from './world.js';

const headings = '原平台编号,标题,类型,学段,学科,年级,单位,文件,原网址,使用方法,应用场景,典型案例';
const usage = '先看后练,复习课,第一小学三年级';

/** A county leaves its old platform: the list is tried, mended, brought; the same again changes nothing; old addresses lead here. */
export async function migrationStep(world: World): Promise<void> {
  const [county] = world.counties;
  const reviewer = await world.as('resourceReviewer', county);
  const keeper = await world.as('subjectResearcher', county);
  const { run } = world;
  const row = (nth: number, title: string, file: string, school = world.school.id) =>
    `${run}-${nth},${title} ${run},微课,小学,数学,3-4年级,${school},${file},https://old.example/${run}/${nth},${usage}`;
  const archive = await sendFile(
    world,
    reviewer,
    { kind: 'archive', name: '文件.zip' },
    zipOf({ '分数.txt': `几分之一 ${run}`, '时间.txt': `时分秒 ${run}` }),
  );
  const bring = async (rows: readonly string[], more: object = {}) => {
    const list = await sendFile(
      world,
      reviewer,
      { kind: 'migration', name: '旧平台清单.csv' },
      Buffer.from([headings, ...rows].join('\r\n')),
    );
    const terms = { platform: '县资源网', list, archives: [archive], keeper: keeper.person, ...more };
    const ordered = await reviewer.post('/resource-migrations', terms);
    world.check(ordered.status === 201, 'a migration is ordered', ordered.body);
    return jobEnded(world, reviewer, ordered.body, '/resource-jobs');
  };
  // One row names the school by its id, the other as somebody types its name.
  const typed = world.school.name.replace(' ', '');
  const good = [row(1, '认识几分之一', '分数.txt'), row(2, '时、分、秒', '时间.txt', typed)];
  const tried = await bring([...good, row(3, '又是几分之一', '分数.txt'), row(4, '没有文件', '空.txt')], { dryRun: true });
  world.check(tried.result?.resources.added === 2 && tried.errorCount === 1 && tried.result.duplicates === 1, 'tried first', tried);
  const marked = await rowsOf(await download(world, reviewer, tried.files[0].id as string));
  world.check(marked.at(-1)!.at(-1)!.startsWith('文件：'), 'the list says which file is missing', marked.at(-1));
  await atOnce(world, reviewer, bring, good);
}

async function atOnce(
  world: World,
  reviewer: Api,
  bring: (rows: readonly string[], more?: object) => Promise<{ result: Record<string, any>; id: string }>,
  good: readonly string[],
): Promise<void> {
  const brought = await bring(good, { enter: 'published', reason: '县资源网已审' });
  world.check(
    brought.result.resources.added === 2 && brought.result.files === 2,
    'it is brought, and shown by the county at once',
    brought,
  );
  const again = await bring(good, { enter: 'published', reason: '县资源网已审' });
  world.check(again.result.changed === 0, 'the same list changes nothing', again);
  const found = await reviewer.get('/migrated-resources', { query: { platform: '县资源网', idThere: `${world.run}-1` } });
  const [{ resource, address }] = found.body.items as [{ resource: string; address: string }];
  const neighbour = await world.as('teacher', world.sibling);
  const read = await neighbour.get(`/resources/${resource}`);
  world.check(read.status === 200 && read.body.level === 'county', 'a neighbouring school finds it under its new id', read.body);
  const { body } = await neighbour.get(`/resources/${resource}/provenance`);
  world.check(body.lines[0].what === 'imported' && body.lines[0].details.address === address, 'and where it comes from', body.lines);
  world.say('县资源网：试迁标出缺失的文件与一处重复；迁入 2 个资源由县级直接发布，来历可查，再迁变更 0');
}
