import { randomUUID } from 'node:crypto';
import { publishedBy } from './resources.js';
import type { Api, World } from './world.js';

/** Resources are counted by facet, found by what is like them, used, liked, recommended with a reason, and counted once. */
export async function findingStep(world: World): Promise<void> {
  const [author, colleague, pupil] = [
    await world.as('teacher', world.school),
    await world.as('teacher', world.school, 'colleague'),
    await world.as('pupil', world.school),
  ];
  const point = `通分${world.run}`;
  const ids: string[] = [];
  for (const [nth, type] of ['microLesson', 'courseware', 'exercise'].entries())
    ids.push(await publishedBy(world, author, { title: `${point}之${nth + 1}`, type, grades: [5], knowledgePoints: [point] }));
  const [first] = ids as [string];

  const { body: facets } = await colleague.get('/resources/facets', { query: { q: point, type: 'exercise' } });
  const types = (facets.type ?? []).map(({ value }: { value: string }) => value).sort();
  world.check(
    facets.count === 1 && types.join() === 'courseware,exercise,microLesson',
    'facets count what the other filters leave',
    facets,
  );
  const { body: none } = await colleague.get('/resources/facets', { query: { q: `${point}%` } });
  world.check(none.count === 0, 'a percent sign is a percent sign', none);
  const { body: similar } = await colleague.get(`/resources/${first}/similar`);
  world.check(
    similar.items?.length === 2 && similar.items.every((item: any) => item.points[0] === point),
    'what is about the same point is like it',
    similar,
  );

  await use(world, { colleague, pupil }, first);
  await recommend(world, colleague, point);
  world.say(`分面计数、相似资源、推荐理由；同一次使用报两遍只计一次，关闭个性化推荐后不再看其使用记录`);
}

async function use(world: World, { colleague, pupil }: Record<'colleague' | 'pupil', Api>, id: string): Promise<void> {
  const inClass = { id: randomUUID(), kind: 'inClass' };
  const told = [await colleague.post(`/resources/${id}/uses`, inClass), await colleague.post(`/resources/${id}/uses`, inClass)];
  world.check(told[0]!.body.counted === true && told[1]!.body.counted === false, 'a use in class that is sent twice counts once', told);
  await pupil.post(`/resources/${id}/uses`, { id: randomUUID(), kind: 'view' });
  for (let twice = 0; twice < 2; twice++) await pupil.post(`/resources/${id}/favourite`, { favourite: true });
  await pupil.post(`/resources/${id}/ratings`, { stars: 3 });
  const { body } = await pupil.post(`/resources/${id}/ratings`, { stars: 5 });
  const { views, inClass: taught, favourites, ratings, stars } = body;
  const exact = [views, taught, favourites, ratings, stars].join() === '1,1,1,1,5';
  world.check(exact, 'views, uses in class, favourites and ratings are exact', body);
  const { body: kept } = await pupil.get('/favourite-resources');
  world.check(kept.items?.[0]?.id === id, 'the pupil finds the favourite again', kept);
  const elsewhere = await colleague.post('/other-resource-uses', { id: randomUUID(), subject: 'mathematics' });
  world.check(elsewhere.body.counted === true, 'what came from elsewhere is counted too, for 资源平台提供率', elsewhere.body);
}

async function recommend(world: World, colleague: Api, point: string): Promise<void> {
  const ofPoint = (items: any[]) => items.filter(({ reason }) => reason.points.includes(point));
  const { body: on } = await colleague.get('/recommendations');
  world.check(on.personal === true && ofPoint(on.items).length === 2, 'two are recommended, for the point of what was used', on);
  await colleague.post('/recommendations/personal', { personal: false });
  const { body: off } = await colleague.get('/recommendations');
  const impersonal = off.items.every(({ reason }: { reason: { code: string } }) => reason.code === 'mostUsed');
  world.check(off.personal === false && impersonal, 'switched off, nothing rests on what was used', off);
}
