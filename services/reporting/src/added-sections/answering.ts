import {
  actingOrganisation,
  AddedSectionNotFound,
  AddedSectionWithdrawn,
  assertThat,
  CLOCK,
  isAskedOf,
  refuse,
  sectionAnswerFacts,
  SubmissionNotFound,
  type Call,
  type Clock,
  type InputOf,
  type OrganisationKind,
  type OutputOf,
  type reporting,
  type SectionLine,
  type Values,
} from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { openToFilling } from '../submissions/asked-of.js';
import { refuseFaults } from '../submissions/document.js';
import { faultsIn } from '../submissions/form-rules.js';
import { Submission } from '../submissions/submission.entity.js';
import { AddedSection } from './added-section.entity.js';
import { addedSectionView } from './added-section.view.js';
import { SectionAnswer } from './section-answer.entity.js';

const most = 50;

/** Schools answer what their authority asks beside the form; it alone reads it, and they. */
@Injectable()
export class AnsweringSections {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(submissionId: string, call: Call): Promise<OutputOf<typeof reporting.sectionAnswers>> {
    const { id, organisation, period } = await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    const acting = actingOrganisation(call.caller);
    const rows = await this.store.read<AddedSection & { answered: Values; kind: OrganisationKind }>(sql`
      select s.id, s.version, s.created_at as "createdAt", s.updated_at as "updatedAt", s.organisation, s.data_set as "dataSet", s.prefix, s.name,
        s.name_en as "nameEn", s.indicators, s.withdrawn, coalesce(w.figures || w.words, '{}') as answered, o.kind
      from added_section s join period p on p.data_set = s.data_set join organisation a on a.id = s.organisation
        join organisation o on o.path <@ a.path join organisation c on c.path <@ a.path
        left join section_answer w on w.section = s.id and w.submission = ${id}
      where p.id = ${period} and o.id = ${organisation} and c.id = ${acting} and (not s.withdrawn or w.id is not null)
      order by nlevel(a.path), s.id limit ${most}`);
    return {
      items: rows.map(({ answered, kind, ...row }) => {
        const section = addedSectionView(Object.assign(new AddedSection(), row));
        return { section: { ...section, indicators: section.indicators.filter((one) => isAskedOf(one, kind)) }, values: answered };
      }),
    };
  }

  /** The whole section at once, as long as the submission may be filled in. */
  async fillIn(
    { submissionId, sectionId, values }: InputOf<typeof reporting.fillInSection>,
    call: Call,
  ): Promise<OutputOf<typeof reporting.sectionAnswers>> {
    await this.store.commit(call, async (work) => {
      const submission = await work.one(Submission, submissionId, SubmissionNotFound);
      const { organisation, period } = submission;
      const [asked] = await work.all(
        AddedSection,
        sql`t.id = ${sectionId} and exists (select 1 from period p where p.id = ${period} and p.data_set = t.data_set)
            and exists (select 1 from organisation a join organisation o on o.path <@ a.path where a.id = t.organisation and o.id = ${organisation})`,
      );
      if (!asked) throw refuse(AddedSectionNotFound);
      assertThat(!asked.withdrawn, AddedSectionWithdrawn);
      // Whether it may be filled in now is the submission's matter; it is not changed by this.
      await openToFilling(submission, work, call, this.clock.now());
      const [unit] = await work.query<{ kind: OrganisationKind }>('select kind from organisation where id = $1', [organisation]);
      const indicators = asked.indicators.filter((indicator) => isAskedOf(indicator, unit!.kind));
      refuseFaults(faultsIn(values, { indicators, rules: [] }, { complete: false, language: call.language }));
      const texts = new Set(indicators.filter(({ type }) => type === 'text').map(({ code }) => code));
      const given = Object.entries(values).filter(([, value]) => value !== null);
      const said = {
        figures: Object.fromEntries(given.filter(([code]) => !texts.has(code))),
        words: Object.fromEntries(given.filter(([code]) => texts.has(code))),
      };
      const [there] = await work.all(SectionAnswer, sql`t.submission = ${submissionId} and t.section = ${sectionId}`);
      if (there) await work.update(Object.assign(there, said), sectionAnswerFacts.saved);
      else {
        const answer = Object.assign(new SectionAnswer(), { organisation, period, section: sectionId, submission: submissionId, ...said });
        await work.insert(answer, sectionAnswerFacts.saved);
      }
    });
    return this.of(submissionId, call);
  }

  async lines({ sectionId, period, limit, cursor }: InputOf<typeof reporting.sectionLines>, call: Call) {
    await this.met(sectionId, call);
    const rows = sql`select t.id, t.organisation, o.name, t.submission, s.status, t.figures || t.words as "values"
      from section_answer t join organisation o on o.id = t.organisation join submission s on s.id = t.submission
      where t.section = ${sectionId} and t.period = ${period} and ${await this.reach(call)}`;
    return this.store.pageOf<SectionLine>(rows, call, { limit, cursor });
  }

  async totals(
    { sectionId, period }: InputOf<typeof reporting.sectionTotals>,
    call: Call,
  ): Promise<OutputOf<typeof reporting.sectionTotals>> {
    const section = await this.met(sectionId, call);
    const added = section.indicators.filter(({ type }) => type === 'integer' || type === 'number').map(({ code }) => code);
    const counted = sql`from section_answer t join submission s on s.id = t.submission
      where t.section = ${sectionId} and t.period = ${period} and s.status = 'approved' and ${await this.reach(call)}`;
    const [all] = await this.store.scan<{ units: number }>(sql`select count(*)::int as units ${counted}`);
    const totals = await this.store.scan<{ indicator: string; total: string; units: number }>(
      sql`select v.key as indicator, trim_scale(sum(v.value::text::numeric))::text as total, count(*)::int as units
          from (select t.figures ${counted}) w cross join lateral jsonb_each(w.figures) as v(key, value)
          where v.key = any(${added}::text[]) group by v.key order by v.key`,
    );
    return { units: all!.units, totals };
  }

  private reach(call: Call): Promise<Sql> {
    return this.store.reachOf({ reach: {} }, call);
  }

  /** A section that the acting organisation has added, or one above it: to whoever stands further up it does not exist. */
  private async met(sectionId: string, call: Call): Promise<AddedSection> {
    const section = await this.store.one(AddedSection, sectionId, call, AddedSectionNotFound);
    const [below] = await this.store.read(
      sql`select 1 from organisation a join organisation c on c.path <@ a.path where a.id = ${section.organisation} and c.id = ${actingOrganisation(call.caller)}`,
    );
    if (!below) throw refuse(AddedSectionNotFound);
    return section;
  }
}
