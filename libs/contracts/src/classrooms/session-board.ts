import { z } from 'zod';
import { Day, Id, Instant } from '../shapes/shapes.js';

const counts = {
  planned: z.int().describe('未开始 planned, and their time has not come or not passed'),
  running: z.int().describe('正在上课 running now'),
  held: z.int().describe('已上完 held'),
  missed: z.int().describe('缺课，含到时未开 missed, also those whose time passed without a start'),
  cancelled: z.int().describe('已取消 cancelled'),
};

const Line = z
  .object({ organisation: Id.describe('下级单位 organisation one level below'), name: z.string().describe('名称 name'), ...counts })
  .meta({ id: 'SessionBoardLine' });

const Running = z
  .object({
    session: Id.describe('课次 session'),
    host: z.string().describe('主讲端名称 name of the host'),
    subject: z.string().describe('学科 subject'),
    receivers: z.int().describe('接收端数 how many receivers'),
    startedAt: Instant.describe('开始时间 when it began'),
  })
  .meta({ id: 'RunningSession' });

/** The sessions of a day 今日课堂 below the acting organisation, as a wall shows them. */
export const SessionBoard = z
  .object({
    day: Day.describe('日期 day'),
    asOf: Instant.describe('截至 as of'),
    total: z.object(counts).describe('合计 all of them'),
    lines: z.array(Line).describe('按下级单位 by the organisations one level below'),
    running: z.array(Running).describe('正在上课的课次，最多 20 个 sessions running now, 20 at most, the latest first'),
  })
  .meta({ id: 'SessionBoard' });
export type SessionBoard = z.output<typeof SessionBoard>;
