import { resources } from '@lianxue/contracts';
import { sendFile } from '../../story/files-of-story.js';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, staff, subtree } from './words.js';

const authors = ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin'] as const;
const content = { title: '矩阵资源', type: 'microLesson', stage: 'primary', subject: 'mathematics', grades: [3] };
const usage = { method: '先看后练', scene: '新授课', example: '三年级一班' };
const nobodys = '01939f6e-7c00-7000-8000-00000000000f';

/** A resource of a teacher of the owner's, with a file. */
async function withFile(world: World, owner: Place) {
  const teacher = await world.as('teacher', owner);
  const resource = await teacher.post('/resources', { ...content, usage });
  world.check(resource.status === 201, 'a resource for the matrix', resource.body);
  const file = await sendFile(world, teacher, { kind: 'resource', name: '第一课.pdf' }, Buffer.from('%PDF-1.7\n第一课'));
  const added = await teacher.post(`/resources/${resource.body.id}/files`, { file });
  world.check(added.status === 200, 'a file for the matrix', added.body);
  return { params: { resourceId: resource.body.id as string, fileId: added.body.id as string } };
}

/** The same, published. */
async function published(world: World, owner: Place) {
  const made = await withFile(world, owner);
  const path = `/resources/${made.params.resourceId}`;
  const submitted = await (await world.as('teacher', owner)).post(`${path}/submit`);
  const answer = await (await world.as('resourceReviewer', owner)).post(`${path}/publish`, {});
  world.check(submitted.status === 200 && answer.status === 200, 'it is published', answer.body);
  return made;
}

const ofResource = ({ params: { resourceId } }: Awaited<ReturnType<typeof withFile>>) => ({ params: { resourceId } });
const readers = [...staff, 'app', 'vendor'] as const;
const nowhere = '404 404 404 404 404';

/** A recording that waits to be transcoded: nobody here has one, so that everybody within reach is told what those out of reach are. */
const transcoding = async () => ({ params: { transcodingId: nobodys } });

/** Files go with their resource: whoever meets it meets them. */
export const resourceFileRows: readonly MatrixRow[] = [
  {
    operation: resources.addFile,
    owner: 'school',
    // Of a file that the caller has not sent everybody is told that there is none.
    ask: async (world, owner) => ({ ...ofResource(await withFile(world, owner)), body: { file: nobodys } }),
    expect: each(authors, nowhere),
  },
  {
    operation: resources.files,
    owner: 'school',
    ask: async (world, owner) => ofResource(await published(world, owner)),
    expect: { ...each(readers, handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') },
  },
  {
    operation: resources.fileLink,
    owner: 'school',
    ask: published,
    expect: { ...each(readers, handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') },
  },
  {
    operation: resources.releaseFiles,
    owner: 'school',
    ask: async (world, owner) => ({ params: { ...ofResource(await published(world, owner)).params, number: '1' } }),
    expect: { ...each(readers, handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') },
  },
  {
    operation: resources.releaseFileLink,
    owner: 'school',
    ask: async (world, owner) => ({ params: { ...(await published(world, owner)).params, number: '1' } }),
    expect: { ...each(readers, handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') },
  },
  { operation: resources.removeFile, owner: 'school', ask: withFile, expect: each(authors, subtree) },
  {
    operation: resources.transcodings,
    owner: 'school',
    ask: async () => ({ query: { limit: 1 } }),
    expect: each([...authors, 'resourceReviewer', 'centreHead', 'systemAdmin', 'app'], always),
  },
  { operation: resources.takeTranscoding, owner: 'school', ask: transcoding, expect: { app: nowhere } },
  {
    operation: resources.finishTranscoding,
    owner: 'school',
    ask: async () => ({ ...(await transcoding()), body: { file: nobodys } }),
    expect: { app: nowhere },
  },
  {
    operation: resources.failTranscoding,
    owner: 'school',
    ask: async () => ({ ...(await transcoding()), body: { reason: '音轨缺失' } }),
    expect: { app: nowhere },
  },
  { operation: resources.retryTranscoding, owner: 'school', ask: transcoding, expect: each(authors, nowhere) },
];
