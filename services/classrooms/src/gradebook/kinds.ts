import { gradeCategoryFacts, gradeResultFacts, lineItemFacts, scoreScaleFacts, type GradebookCollection, isUuid } from '@lianxue/contracts';
import { sql, type AggregateClass, type FactOf, type Sql } from '@lianxue/persistence';
import { GradeCategory } from './grade-category.entity.js';
import type { GradebookRow } from './gradebook-row.js';
import { GradeResultEntity } from './grade-result.entity.js';
import { LineItem } from './line-item.entity.js';
import { ScoreScale } from './score-scale.entity.js';

/** An entry of any kind. */
export type AnyRow = GradebookRow<unknown>;

/** One kind of entry: its class, its table, its facts, and what of it stays as it was first written. */
interface Kind {
  readonly type: AggregateClass<AnyRow>;
  readonly table: Sql;
  readonly facts: { readonly put: FactOf<AnyRow>; readonly dropped: FactOf<AnyRow> };
  readonly fixed: readonly string[];
}

export const kinds: Readonly<Record<GradebookCollection, Kind>> = {
  categories: { type: GradeCategory, table: sql`grade_category`, facts: gradeCategoryFacts, fixed: ['organisation'] },
  scoreScales: { type: ScoreScale, table: sql`score_scale`, facts: scoreScaleFacts, fixed: ['class'] },
  lineItems: { type: LineItem, table: sql`line_item`, facts: lineItemFacts, fixed: ['class'] },
  results: { type: GradeResultEntity, table: sql`grade_result`, facts: gradeResultFacts, fixed: ['lineItem', 'person'] },
};

/** The entry `t` that an app means by a name: one it wrote itself under it, or whichever has it as its id. */
export const meant = (name: string, client: string): Sql =>
  isUuid(name)
    ? sql`(t.id = ${name}::uuid or (t.writer = ${client} and t.called = ${name}))`
    : sql`(t.writer = ${client} and t.called = ${name})`;
