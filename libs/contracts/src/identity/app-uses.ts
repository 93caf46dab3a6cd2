import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { operation } from '../machinery/operation.js';
import { OrganisationRequired } from '../platform.refusals.js';
import { authorityReviewers } from '../roles.js';
import { Day, Id, Instant, text, value } from '../shapes/shapes.js';

/** How often people of an organisation signed in to an app on a day. Nobody is told of: who did so is not kept. */
const AppUseFact = z
  .object({
    id: Id.describe('标识 id'),
    organisation: Id.describe('使用者所在组织 organisation whose people used it'),
    client: text(100).describe('应用的 client_id client id of the app'),
    day: Day.describe('日期 day'),
    uses: z.int().describe('登录应用的次数 how often somebody signed in to it'),
  })
  .meta({ id: 'AppUseFact' });
export type AppUseFact = z.output<typeof AppUseFact>;

/** Told when the day is over, once; again only if something of that day came late. */
export const appUseFacts = facts('identity', 'app_use', AppUseFact, {
  counted: '应用当日的使用次数已统计 The uses of an app on a day were counted',
});

const counts = {
  today: z.int().describe('今日次数 uses today'),
  week: z.int().describe('近七日次数，含今日 uses in the last seven days, today among them'),
};

const Line = z
  .object({ organisation: Id.describe('下级单位 organisation one level below'), name: z.string().describe('名称 name'), ...counts })
  .meta({ id: 'ApplicationBoardLine' });

const Used = z
  .object({ client: z.string().describe('应用的 client_id client id of the app'), name: z.string().describe('应用名称 name'), ...counts })
  .meta({ id: 'ApplicationBoardApp' });

/** 应用热度: which apps are used how much below the acting organisation, as a wall shows it. */
export const ApplicationBoard = z
  .object({
    day: Day.describe('日期 day'),
    since: Day.describe('近七日自该日起 first of the seven days'),
    asOf: Instant.describe('截至 as of'),
    total: z.object(counts).describe('合计 all of them'),
    lines: z.array(Line).describe('按下级单位，最热在前，至多 30 个 by the organisations one level below, the busiest first, at most 30'),
    apps: z.array(Used).describe('最常用的应用，至多 10 个 the apps used most, at most 10'),
  })
  .meta({ id: 'ApplicationBoard' });
export type ApplicationBoard = z.output<typeof ApplicationBoard>;

export const appUseOperations = {
  applicationBoard: operation('get', '/application-board', {
    summary: '应用热度 How much apps are used',
    description:
      'How often people below the acting organisation signed in to apps, today and in the last seven days, one level down and by app.',
    scope: 'reporting.read',
    permits: ['bureauLeader', 'centreHead', ...authorityReviewers],
    returns: value(ApplicationBoard),
    fails: [OrganisationRequired],
  }),
};

export const appUsesInternal = {
  noteAppUses: operation('post', '/internal/app-uses', {
    summary: '登记应用使用次数 Note how often apps were used',
    internal: true,
    permits: ['service'],
    // The same batch counts once, however often it is sent.
    body: z.strictObject({
      batch: Id,
      uses: z
        .array(z.strictObject({ client: text(100), organisation: Id, day: Day, uses: z.int().min(1).max(1_000_000) }))
        .min(1)
        .max(500),
    }),
  }),
};
