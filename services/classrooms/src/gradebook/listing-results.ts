import { inBeijing, type Call, type classrooms, type GradeResult, type InputOf, type Page } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { GradeResultEntity } from './grade-result.entity.js';

interface Line {
  readonly id: string;
  readonly title: string;
  readonly dueDate: Date;
  readonly highest: number | null;
}

/** Results as schools and families read them. */
@Injectable()
export class ListingResults {
  constructor(@Inject(Store) private readonly store: Store) {}

  async page(
    { class: ofClass, lineItem, person, limit, cursor }: InputOf<typeof classrooms.gradeResults>,
    call: Call,
  ): Promise<Page<GradeResult>> {
    const where = allOf(
      sql`not t.ended`,
      ofClass !== undefined && sql`t.class = ${ofClass}::uuid`,
      lineItem !== undefined && sql`t.line_item = ${lineItem}::uuid`,
      person !== undefined && sql`t.person = ${person}::uuid`,
    );
    const { items, next } = await this.store.page(GradeResultEntity, call, { where, limit, cursor }, (row) => row);
    const lines = await this.store.read<Line>(
      sql`select id, title, due_date as "dueDate", result_value_max as highest from line_item where id = any(${items.map((row) => row.lineItem)}::uuid[])`,
    );
    const byId = new Map(lines.map((line) => [line.id, line]));
    return { items: items.map((row) => view(row, byId.get(row.lineItem)!)), ...(next !== undefined && { next }) };
  }
}

function view(row: GradeResultEntity, { dueDate, ...line }: Line): GradeResult {
  const { id, version, organisation, class: ofClass, person, scoreStatus, score, textScore, scoreDate, comment, writer } = row;
  return {
    ...{ id, version, createdAt: inBeijing(row.createdAt), updatedAt: inBeijing(row.updatedAt), organisation },
    ...{ class: ofClass, person, lineItem: { ...line, dueDate: inBeijing(dueDate) } },
    ...{ scoreStatus, score, textScore, scoreDate, comment, app: writer },
  };
}
