import { z } from 'zod';
import { Id, Instant } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';

const Figure = z
  .object({
    indicator: IndicatorCode.describe('指标代码 code of the indicator'),
    total: z.number().describe('合计 sum over the approved submissions'),
    units: z.int().describe('填报该指标的单位数 how many units gave it'),
  })
  .meta({ id: 'RollUpFigure' });

const counted = {
  expected: z.int().describe('应报单位数 units that should report'),
  filled: z.int().describe('已开始填报的单位数 units that have begun, whatever the state'),
  waiting: z.int().describe('待审核 submitted and waiting for review'),
  returned: z.int().describe('已退回修改 returned'),
  approved: z.int().describe('审核通过 approved'),
  missing: z.int().describe('未填报 units that have not begun'),
  onTime: z.int().describe('按时首次提交的单位数，获准延期的以延期为准 units that first submitted in time, or by that of an exception'),
  figures: z.array(Figure).describe('已审核通过数据的合计 figures over the approved submissions'),
};

const Line = z
  .object({
    organisation: Id.describe(
      '审核单位：县区，或直属学校所在的市 reviewing organisation: a county, or the city for the schools directly under it',
    ),
    name: z.string().describe('单位名称 name'),
    ...counted,
  })
  .meta({ id: 'RollUpLine' });

/** What a period has come to, by reviewing organisation 汇总. Only approved submissions are in its figures. */
export const RollUp = z
  .object({
    period: Id.describe('填报期 period'),
    organisation: Id.describe('汇总范围：该组织及其下级 scope: this organisation and what lies below it'),
    asOf: Instant.describe('截至 as of'),
    lines: z.array(Line).describe('分县区 by reviewing organisation'),
    total: z.object(counted).describe('总计 total'),
  })
  .meta({ id: 'RollUp' });
export type RollUp = z.output<typeof RollUp>;
