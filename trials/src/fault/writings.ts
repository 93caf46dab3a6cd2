import { randomBytes } from 'node:crypto';
import type { World } from '../story/world.js';
import type { Writing } from './writers.js';

const day = 24 * 3600_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A create of each service, as its users make it; each body is new. */
export async function writingsOf(world: World): Promise<Record<string, Writing>> {
  const admin = await world.as('systemAdmin', world.city);
  const nonce = randomBytes(3).toString('hex');
  const templates = await admin.get('/activity-templates');
  world.check(templates.status === 200 && templates.body.items?.[0], 'there is a template of an activity', templates.body);
  const { rules } = templates.body.items[0] as { rules: Record<string, unknown> };
  const span = (from: number, to: number) => ({
    opens: new Date(Date.now() + from * day).toISOString(),
    closes: new Date(Date.now() + to * day).toISOString(),
  });

  const monday = Date.now() + ((8 - new Date().getUTCDay()) % 7) * day;
  return {
    identity: {
      service: 'identity',
      api: admin,
      path: '/organisations',
      body: (n) => ({ parent: world.centralSchool.id, kind: 'teachingPoint', name: `试验教学点 ${nonce} ${n}` }),
    },
    resources: {
      service: 'resources',
      api: await world.as('teacher', world.school),
      path: '/resources',
      body: (n) => ({ title: `试验资源 ${nonce} ${n}`, type: 'microLesson', stage: 'primary', subject: 'mathematics' }),
    },
    classrooms: {
      service: 'classrooms',
      api: await world.as('schoolAdmin', world.centralSchool),
      path: '/delivered-classes',
      // Each in a week of its own, so that no receiver is ever asked to be in two classes at once.
      body: (n) => deliveredClass(world, `试验专递课堂 ${nonce} ${n}`, dayOf(monday + n * 7 * day), dayOf(monday + (n * 7 + 4) * day)),
    },
    reporting: {
      service: 'reporting',
      api: await world.as('cityReviewer', world.city),
      path: '/data-sets',
      body: (n) => ({
        organisation: world.city.id,
        code: `fault_${nonce}_${n}`,
        name: `试验数据集 ${n}`,
        nameEn: `A data set of a trial ${n}`,
        form: { indicators: [{ code: 'rooms', name: '教室', nameEn: 'Rooms', type: 'integer', required: true, min: 0 }] },
      }),
    },
    incidents: {
      service: 'incidents',
      api: await world.as('securityContact', world.school),
      path: '/incidents',
      body: (n) => ({
        title: `试验事件 ${nonce} ${n}`,
        category: 'NA02',
        level: 'IV',
        discoveredAt: new Date(Date.now() - 60_000).toISOString(),
        summary: '故障试验',
      }),
    },
    activities: {
      service: 'activities',
      api: admin,
      path: '/activities',
      body: (n) => ({
        organisation: world.city.id,
        settings: {
          ...rules,
          name: `试验活动 ${nonce} ${n}`,
          windows: { entry: span(-1, 5), recommendation: span(-1, 10), evaluation: span(-1, 15) },
        },
      }),
    },
  };
}

const deliveredClass = (world: World, term: string, from: string, to: string) => ({
  subject: 'music',
  stage: 'primary',
  grades: [3],
  term,
  from,
  to,
  receivers: [world.teachingPoints[0].id],
  slots: [{ weekday: 1, start: '09:00', end: '09:40' }],
});

/** A read of each service that an app with every read scope may make. */
export const readsOf: Readonly<Record<string, string>> = {
  identity: '/organisations?limit=1',
  resources: '/resources?limit=1',
  classrooms: '/delivered-classes?limit=1',
  reporting: '/data-sets?limit=1',
  incidents: '/incidents?limit=1',
  activities: '/activities?limit=1',
};
