import {
  assertThat,
  classFacts,
  CLOCK,
  dayInBeijing,
  enrolmentFacts,
  movementFacts,
  OrganisationUnknown,
  PromotionExceptions,
  promotionFacts,
  PromotionNotYet,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Work, takeTurn } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { openOrganisation } from '../organisations/open-organisation.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { followPostsOf } from '../people/ending.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { gradeFits, gradeTitle, stageOf } from '../rosters/grades.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import { Revocations, type Revoked } from '../signing-in/revocations.js';
import { leavesByDefault, lookAt, type GradeOfSchool, type Repeater } from './grade-of-school.js';
import { movementOf } from './movement.entity.js';
import { into, outOf } from './moving-pupils.js';
import { Promotion } from './promotion.entity.js';
import { endSchooling, enrolmentIn, fitClass, pupilsAt } from './pupil-here.js';

/** Pupils of one commit: each who leaves takes posts, enrolments and guardians along, and a transaction has two seconds. */
const leavingAtOnce = 15;

/** 升级: the classes of a grade move up and stay who they are; the last grade leaves. */
@Injectable()
export class Promoting {
  constructor(
    private readonly store: Store,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async preview({ organisationId, exceptions, ...said }: InputOf<typeof identity.previewPromotion>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const asked = gradeAsked(organisationId, said);
    const { classes, done, pupils, suspended, problems } = await lookAt(asked, exceptions, this.store);
    const repeated = Math.min(exceptions.length, pupils);
    const moving = pupils - repeated;
    const counts = { promoted: asked.graduation ? 0 : moving, graduated: asked.graduation ? moving : 0, repeated, suspended };
    return { ...asked, classes: classes.length, ...counts, done, problems: [...problems] };
  }

  /** Class by class, each in commits of its own: whatever cuts it off, the next call goes on; a finished one is answered as it is. */
  async promote({ organisationId, exceptions, ...said }: InputOf<typeof identity.promoteGrade>, call: Call): Promise<Promotion> {
    await openOrganisation(organisationId, call, this.store);
    const asked = gradeAsked(organisationId, said);
    const from = `${asked.schoolYear}-07-01`;
    assertThat(dayInBeijing(this.clock.now()) >= from, PromotionNotYet, { from });
    const earlier = await this.store.first(Promotion, sameGrade(asked), call);
    if (earlier?.finished) return this.store.commit(call, async () => earlier);
    const outlook = await lookAt(asked, exceptions, this.store);
    // Repeaters of classes that moved in an earlier try have gone already.
    if (!earlier) assertThat(outlook.problems.length === 0, PromotionExceptions, { problems: [...outlook.problems] });
    const each: Call = { ...call, idempotencyKey: undefined };
    const promotion = earlier ?? (await this.begin(asked, outlook.suspended, each));
    for (const id of outlook.classes) {
      while (!(await this.moveUp(id, promotion.id, asked, exceptions, each)));
    }
    return this.store.commit(call, async (work) => {
      const row = await this.locked(promotion.id, work);
      row.finished = true;
      work.note('grade.promoted', row.id, { schoolYear: row.schoolYear, grade: row.grade, classes: row.classes });
      return work.update(row, promotionFacts.continued);
    });
  }

  private begin(asked: GradeOfSchool, suspended: number, call: Call): Promise<Promotion> {
    return this.store.commit(call, async (work) => {
      // Two who begin at once: the second goes on with what the first began.
      await takeTurn(work, `lianxue.identity.promotion.${asked.organisation}`);
      const [begun] = await work.all(Promotion, sameGrade(asked), 1);
      return begun ?? work.insert(Object.assign(new Promotion(), asked, { suspended }), promotionFacts.begun);
    });
  }

  /** One commit of one class; answers whether the class is through. */
  private moveUp(classId: string, promotion: string, asked: GradeOfSchool, repeaters: readonly Repeater[], call: Call): Promise<boolean> {
    return this.revocations.commit(call, async (work, revoke) => {
      const row = await this.locked(promotion, work);
      const [moving] = await work.all(SchoolClass, sql`t.id = ${classId} and not t.ended and t.grade_ordinal = ${asked.grade}`, 1);
      const marked = await work.query('select 1 from class_promotion where class = $1 and school_year = $2', [classId, asked.schoolYear]);
      if (!moving || marked.length > 0) return true;
      const enrolments = await work.all(Enrolment, sql`t.class = ${classId} and t.role = 'pupil' and not t.ended`);
      const staying = repeaters.filter(({ person }) => enrolments.some((enrolment) => enrolment.person === person));
      row.repeated += await this.repeat(moving, staying, asked, work);
      const others = enrolments.filter((enrolment) => !staying.some(({ person }) => person === enrolment.person));
      const through = asked.graduation
        ? await this.graduate(moving, others, row, asked, work, revoke)
        : await this.lift(moving, others, row, asked, work);
      if (through) {
        row.classes++;
        await work.query('insert into class_promotion (class, school_year) values ($1, $2)', [classId, asked.schoolYear]);
      }
      await work.update(row, promotionFacts.continued);
      return through;
    });
  }

  private async lift(moving: SchoolClass, enrolments: readonly Enrolment[], row: Promotion, asked: GradeOfSchool, work: Work) {
    const next = asked.grade + 1;
    const steps = enrolments.map(({ person, organisation }) =>
      movementOf({
        organisation,
        person,
        kind: 'promotion',
        on: this.dayOf(asked),
        ...outOf(moving),
        toClass: moving.id,
        toGrade: next,
      }),
    );
    await work.insertAll(steps, movementFacts.recorded);
    row.promoted += steps.length;
    moveGrade(moving, next, asked.schoolYear);
    await work.update(moving, classFacts.changed);
    return true;
  }

  private async graduate(
    leaving: SchoolClass,
    enrolments: readonly Enrolment[],
    row: Promotion,
    asked: GradeOfSchool,
    work: Work,
    revoke: (revoked: Revoked) => void,
  ): Promise<boolean> {
    const on = this.dayOf(asked);
    const some = enrolments.slice(0, leavingAtOnce);
    const pupils = await pupilsAt(
      asked.organisation,
      some.map(({ person }) => person),
      work,
    );
    const guardians = await endSchooling(pupils, 'graduation', on, work, revoke);
    const ids = pupils.map(({ post }) => post.person);
    await followPostsOf([...ids, ...guardians.map(({ person }) => person)], work);
    const steps = ids.map((person) => movementOf({ organisation: asked.organisation, person, kind: 'graduation', on, ...outOf(leaving) }));
    await work.insertAll(steps, movementFacts.recorded);
    row.graduated += steps.length;
    // An enrolment without a pupil's post is somebody else's leftover; it ends with the class.
    for (const one of some) if (!ids.includes(one.person)) await work.update(one.end(on), enrolmentFacts.ended);
    if (enrolments.length > some.length) return false;
    for (const teacher of await work.all(Enrolment, sql`t.class = ${leaving.id} and not t.ended`))
      await work.update(teacher.end(on), enrolmentFacts.ended);
    await work.update(Object.assign(leaving, { ended: true }), classFacts.ended);
    return true;
  }

  private async repeat(left: SchoolClass, repeaters: readonly Repeater[], asked: GradeOfSchool, work: Work): Promise<number> {
    const on = this.dayOf(asked);
    for (const { person, class: id } of repeaters) {
      const inClass = await fitClass(id, asked.organisation, work);
      const held = await work.all(Enrolment, sql`t.class = ${left.id} and t.person = ${person} and t.role = 'pupil' and not t.ended`);
      for (const enrolment of held) await work.update(enrolment.end(on), enrolmentFacts.ended);
      await work.insert(enrolmentIn(inClass, person, on), enrolmentFacts.made);
      const moved = { organisation: asked.organisation, person, kind: 'repetition' as const, on };
      await work.insert(movementOf({ ...moved, ...outOf(left), ...into(inClass), toGrade: asked.grade }), movementFacts.recorded);
    }
    return repeaters.length;
  }

  /** 1 September, or today when it is done earlier. */
  private dayOf({ schoolYear }: GradeOfSchool): string {
    const [today, first] = [dayInBeijing(this.clock.now()), `${schoolYear}-09-01`];
    return today < first ? today : first;
  }

  private async locked(id: string, work: Work): Promise<Promotion> {
    const [row] = await work.all(Promotion, sql`t.id = ${id}`, 1);
    return row!;
  }
}

const sameGrade = ({ organisation, schoolYear, grade, stage }: GradeOfSchool) =>
  sql`t.organisation = ${organisation} and t.school_year = ${schoolYear} and t.grade = ${grade} and coalesce(t.stage, '') = ${stage ?? ''}`;

function gradeAsked(
  organisation: string,
  {
    schoolYear,
    grade,
    stage,
    graduation = leavesByDefault(grade),
  }: Omit<InputOf<typeof identity.promoteGrade>, 'organisationId' | 'exceptions'>,
): GradeOfSchool {
  return { organisation, schoolYear, grade, stage: stage ?? null, graduation: graduation || grade === 12 };
}

/** 三年级一班 becomes 四年级一班; a class that enters another stage begins there this year. */
function moveGrade(moving: SchoolClass, next: number, schoolYear: number): void {
  const before = gradeTitle(moving.gradeOrdinal!);
  if (moving.title.startsWith(before)) moving.title = gradeTitle(next) + moving.title.slice(before.length);
  if (!gradeFits(moving.stage, next)) Object.assign(moving, { stage: stageOf(next), enrolYear: schoolYear });
  Object.assign(moving, { gradeOrdinal: next, grade: gradeTitle(next) });
}
