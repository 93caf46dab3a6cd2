import type { World } from '../story/world.js';

/** A work of the school’s that was reviewed and published. */
export async function publishedWork(world: World, title: string): Promise<string> {
  const teacher = await world.as('teacher', world.school);
  const reviewer = await world.as('resourceReviewer', world.counties[0]);
  const usage = { method: '课前自学微课', scene: '新授课', example: '第一课时' };
  const work = {
    title,
    type: 'microLesson',
    stage: 'primary',
    subject: 'mathematics',
    grades: [3],
    usage,
    source: 'adapted',
    sourceUrl: 'https://source.example/1',
  };
  const registered = await teacher.post('/resources', work);
  world.check(registered.status === 201, 'a work is registered', registered.body);
  const id = registered.body.id as string;
  const submitted = await teacher.post(`/resources/${id}/submit`);
  world.check(submitted.status === 200, 'it is submitted', submitted.body);
  const published = await reviewer.post(`/resources/${id}/publish`, {});
  world.check(published.status === 200, 'it is published', published.body);
  return id;
}

/** Taken down by a reviewer. */
export async function withdraw(world: World, id: string): Promise<void> {
  const reviewer = await world.as('resourceReviewer', world.counties[0]);
  const answer = await reviewer.post(`/resources/${id}/withdraw`, { reason: '内容有误' });
  world.check(answer.status === 200, 'it is withdrawn', answer.body);
}
