import { until } from './until.js';
import type { World } from './world.js';

/** 大数据分析中心: what other services told becomes numbers with a meaning, for each reader what their role may see. */
export async function measuresStep(world: World): Promise<void> {
  const [near] = world.counties;
  const county = await world.as('countyReviewer', near);
  const { body: catalogue } = await county.get('/measures');
  const terms = (catalogue.items ?? []).find(({ code }: { code: string }) => code === 'resources_published');
  world.check(terms?.definition.includes('发布'), 'each measure of the catalogue says what exactly is counted', catalogue);

  const bySubject = { group: 'dimension', organisation: world.school.id };
  const read = () => county.get('/measures/resources_published', { query: bySubject });
  const isCounted = ({ body }: { body: any }) => body.lines?.some((line: any) => line.key === 'mathematics' && line.amount >= 1);
  world.check((await until(read, isCounted)) !== undefined, 'the resource the school published is counted by its subject', await read());
  const { body } = await read();
  world.check(body.total.lastYear.amount === 0 && body.measure.definition === terms.definition, 'beside last year, with its 口径', body);

  const byOrganisation = await county.get('/measures/schools', { query: { group: 'organisation' } });
  const sum = (byOrganisation.body.lines ?? []).reduce((all: number, { amount }: { amount: number }) => all + amount, 0);
  world.check(sum === byOrganisation.body.total.amount && sum > 0, 'lines come to their total', byOrganisation.body);
  const people = await county.get('/measures/pupils', { query: { group: 'organisation' } });
  const few = (people.body.lines ?? []).filter(({ amount }: { amount: number | null }) => amount !== null && amount > 0 && amount < 5);
  world.check(people.status === 200 && few.length === 0, 'and fewer than five pupils are never told', people.body);
  const daily = await county.get('/measures/pupils', { query: { group: 'day' } });
  world.check(daily.body.code === 'measure.span_unfit', 'nor counted by day', daily.body);

  const teacher = await world.as('teacher', world.school);
  const own = await teacher.get('/measures/resources_published');
  world.check(own.body.view === 'teacher' && own.body.organisation === world.school.id, 'a teacher reads of their own school', own.body);
  const elsewhere = await teacher.get('/measures/resources_published', { query: { organisation: near.id } });
  world.check(elsewhere.status === 404, 'and of no other', elsewhere.body);

  const admin = await world.as('systemAdmin', near);
  const { body: place } = await admin.get(`/organisations/${near.id}`);
  const asked = { division: place.divisionCode as string, group: 'organisation' };
  const open = await world.anyone.get('/public-measures/schools', { query: asked });
  world.check(open.status === 200 && open.body.view === 'public', 'anybody reads of a whole county, without a sign-in', open.body);
  world.check(!JSON.stringify(open.body).includes(world.school.name), 'in which no school has a name', open.body);
  const notOpen = await world.anyone.get('/public-measures/staff_posts', { query: asked });
  world.check(notOpen.body.code === 'measure.not_found', 'and of no measure that is not for the public', notOpen.body);

  const file = await county.post('/measures/schools/export', { format: 'xlsx', group: 'organisation' });
  const link = await county.post(`/files/${file.body.id}/link`);
  world.check(link.status === 200, 'what is read is taken along as Excel', [file.body, link.body]);
  const recounted = await admin.post('/measures/recount', { organisation: near.id });
  world.check(recounted.status === 200 && recounted.body.changed === 0, 'counted anew, nothing is otherwise', recounted.body);
  world.say(
    `数据中心：《${file.body.name}》；${catalogue.items.length} 项度量；${near.name}共 ${sum} 所学校；重新计算 ${recounted.body.totals} 个数，无一不同`,
  );
}
