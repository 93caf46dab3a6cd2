import type { GradebookCollection } from '@lianxue/contracts';
import { commonFields, fieldOf, sql, type Collection, type Near, type Sql } from '@lianxue/persistence';

const { text, id, instant, number } = fieldOf;
const title = { title: text(sql`t.title`) };

/** What this app is told something is called: by the name it gave, whatever others wrote by its id. */
export const nameFor = (client: string, row: Sql): Sql =>
  sql`case when ${row}.writer = ${client} and ${row}.called is not null then ${row}.called else ${row}.id::text end`;

const ofClass = (one: string): Sql => sql`t.class = ${one}::uuid`;
const ofSchool = (one: string): Sql => sql`t.organisation = ${one}::uuid`;

/** The gradebook over our tables, with the names by which this app knows it. */
export function collectionsFor(client: string): Readonly<Record<GradebookCollection, Collection>> {
  const common = {
    ...commonFields(sql`case when t.ended then 'tobedeleted' else 'active' end`),
    sourcedId: text(nameFor(client, sql`t`)),
  };
  const named = (table: Sql, of: Sql): Sql => sql`(select ${nameFor(client, sql`n`)} from ${table} n where n.id = ${of})`;
  const collection = (
    from: Sql,
    fields: ReturnType<Collection['fields']>,
    within: Collection['within'],
    among = (near: Near) => near.holds(sql`t.organisation`),
  ): Collection => ({ from, fields: () => ({ ...common, ...fields }), within, stamped: sql`t.id`, among });
  return {
    categories: collection(
      sql`grade_category t`,
      { ...title, weight: number(sql`t.weight`) },
      // A category is of no class; those of a class are those its lines use.
      { class: (one) => sql`exists (select 1 from line_item l where l.category = t.id and l.class = ${one}::uuid and not l.ended)` },
      (near) => near.holdsOrAbove(sql`t.organisation`),
    ),
    scoreScales: collection(
      sql`score_scale t`,
      { ...title, type: text(sql`t.type`), 'class.sourcedId': id(sql`t.class`), 'course.sourcedId': id(sql`t.course`) },
      { class: ofClass, school: ofSchool },
    ),
    lineItems: collection(
      sql`line_item t`,
      {
        ...title,
        assignDate: instant(sql`t.assign_date`),
        dueDate: instant(sql`t.due_date`),
        'class.sourcedId': id(sql`t.class`),
        'school.sourcedId': id(sql`t.organisation`),
        'category.sourcedId': text(named(sql`grade_category`, sql`t.category`)),
        'academicSession.sourcedId': id(sql`t.academic_session`),
        'gradingPeriod.sourcedId': id(sql`t.grading_period`),
      },
      { class: ofClass },
    ),
    // Neither score nor status: whoever may not read them of a pupil must not find them out by asking.
    results: collection(
      sql`grade_result t`,
      {
        'lineItem.sourcedId': text(named(sql`line_item`, sql`t.line_item`)),
        'student.sourcedId': id(sql`t.person`),
        'class.sourcedId': id(sql`t.class`),
      },
      {
        class: ofClass,
        lineItem: (one) => sql`t.line_item = ${one}::uuid`,
        student: (one) => sql`t.person = ${one}::uuid`,
      },
    ),
  };
}
