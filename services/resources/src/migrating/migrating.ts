import {
  actingOrganisation,
  assertThat,
  CLOCK,
  JobRightsLost,
  MigrationKeeperUnfit,
  MigrationManySteps,
  MigrationNotReviewer,
  MigrationReasonNeeded,
  refuse,
  resourceAuthors,
  resourceReviewers,
  TierNotFound,
  tierOf,
  type Caller,
  type Clock,
  type MigrationTerms,
  type OrganisationKind,
  type ReviewRule,
  type Role,
} from '@lianxue/contracts';
import { askingOf, askingWithin, JobSteps, sql, Store, type RunningJob, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Holding } from '../files/holding.js';
import { Transcodings } from '../files/transcodings.js';
import { CurrentPosts } from '../posts/current-posts.js';
import { ruleAt } from '../review/rules.js';
import { atOrBelow } from '../standing/tiers.js';
import type { Archives } from './archives.js';
import { Bringing, MigrationTally, type CountedHere, type Into, type Known, type ReadyRow } from './bringing.js';
import type { Brought, RowErrorFound } from './brought.js';
import { noteDuplicates, Repeats } from './duplicates.js';
import { knownOf, namedAt, organisationsOf } from './known-rows.js';
import { Meanings, MeantOrganisations } from './meant-organisations.js';
import { ReadyingFiles, type Readying } from './readying-files.js';
import { WrongRow } from './row-errors.js';
import { StillEntitled } from './still-entitled.js';

/** Rows of one transaction: each is up to some twenty statements, and all of them end well within the 2 s it may take. */
export const rowsAtOnce = 20;

/** Some rows, as far as they were understood, and where a job goes on after them. */
export interface Batch {
  readonly part: number;
  readonly upTo: number;
  readonly seen: number;
  readonly rows: readonly Brought[];
  readonly errors: readonly RowErrorFound[];
}

/** What is brought, and by which terms. */
export interface Migration {
  readonly platform: string;
  readonly source: string | null;
  readonly terms: MigrationTerms;
  readonly archives: Archives;
}

const isOneOf = (roles: readonly Role[], role: string): boolean => roles.some((each) => each === role);

/** Brings resources of another platform into the catalogue, whichever way they are told of. */
@Injectable()
export class Migrating {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CurrentPosts) private readonly posts: CurrentPosts,
    @Inject(MeantOrganisations) private readonly meant: MeantOrganisations,
    @Inject(StillEntitled) private readonly entitled: StillEntitled,
    @Inject(ReadyingFiles) private readonly readying: ReadyingFiles,
    @Inject(Holding) private readonly holding: Holding,
    @Inject(Transcodings) private readonly transcodings: Transcodings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses terms by which this caller may not bring resources; answers the rule of their tier, and where its keeper works. */
  async hold({ enter, reason, keeper }: MigrationTerms, caller: Caller): Promise<{ rule: ReviewRule; keptAt: string[] }> {
    const tier = actingOrganisation(caller);
    const rule = await ruleAt(tier, askingOf(this.store));
    if (enter === 'published') {
      assertThat(isOneOf(resourceReviewers, caller.role), MigrationNotReviewer);
      assertThat(reason !== undefined, MigrationReasonNeeded);
      if (rule.steps.length > 1) throw refuse(MigrationManySteps, { steps: rule.steps });
    }
    const posts = await this.posts.of(keeper ?? caller.subject);
    const kept = posts.filter(({ role }) => isOneOf(resourceAuthors, role)).map(({ organisation }) => organisation);
    const here = kept.length > 0 ? await atOrBelow(kept, tier, askingOf(this.store)) : new Set<string>();
    // What is published at once needs nobody to complete it: where nobody is named it is kept by who brought it.
    const keptAt = [...new Set(kept)].filter((organisation) => here.has(organisation));
    assertThat(keptAt.length > 0 || (enter === 'published' && keeper === undefined), MigrationKeeperUnfit);
    return { rule, keptAt };
  }

  /** Brings batch by batch, each with its place. `behind` says how many rows of a part an earlier run has behind it. */
  async run(
    job: RunningJob,
    { platform, source, terms, archives }: Migration,
    batches: (behind: (part: number) => number) => AsyncIterable<Batch>,
  ): Promise<Record<string, unknown>> {
    const { caller } = job.call();
    this.entitled.forget(caller);
    await this.entitled.ask(caller);
    assertThat(this.entitled.is(caller), JobRightsLost);
    const { rule, keptAt } = await this.hold(terms, caller);
    const tier = job.organisation;
    // What says nothing else belongs to the tier, or to where its keeper works below it.
    const home = keptAt.length === 0 || keptAt.includes(tier) ? tier : keptAt[0]!;
    const about = {
      job: job.id,
      tier,
      by: caller.subject,
      keeper: terms.keeper ?? caller.subject,
      platform,
      source,
      terms,
      rule,
      home,
      keptAt,
    };
    const into = { ...about, named: await namedAt(tier, askingOf(this.store)), dryRun: terms.dryRun };
    const meanings = new Meanings(this.meant, tier);
    const repeats = new Repeats(tier, terms.sameTitle === 'leave');
    const readying: Readying = { archives, caller, tier: tierOf(await this.kindOf(tier)), dryRun: terms.dryRun };
    const steps = new JobSteps<CountedHere>(job, this.store, terms.dryRun, new MigrationTally());
    for await (const batch of batches((part) => steps.behind(part))) {
      await this.entitled.ask(caller);
      await this.step(batch, { ...into, repeats, meanings, now: this.clock.now() }, readying, steps);
    }
    const { resources, files, duplicates } = steps.total.counts;
    return { resources, files: files.added, duplicates: duplicates.unchanged, changed: steps.total.changed, dryRun: terms.dryRun };
  }

  private async step(batch: Batch, into: Into, readying: Readying, steps: JobSteps<CountedHere>): Promise<void> {
    const errors: RowErrorFound[] = [...batch.errors];
    const ready = await this.ready(batch.rows, into, readying, errors);
    let bringing: Bringing | undefined;
    await steps.step(
      batch.part,
      batch.upTo,
      batch.seen,
      errors,
      async (work) => {
        await work.within(into.tier, TierNotFound);
        // Two migrations from one platform at once would not see each other's rows.
        await work.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`migration ${into.tier} ${into.platform}`]);
        await into.repeats.awaitOthers(
          ready.map(({ row, ...about }) => ({ content: row.content, ...about })),
          work,
        );
        bringing = new Bringing(into, this.holding, this.transcodings, work);
        const known = await this.known(batch.rows, into, work);
        for (const row of ready) await bringing.bring(row, known.get(row.row.idThere));
        return bringing.tally;
      },
      (work) => noteDuplicates(into.job, bringing!.duplicates, work),
    );
  }

  /** Rows whose organisation is known and whose files are there; an error for each of the others. */
  private async ready(rows: readonly Brought[], into: Into, readying: Readying, errors: RowErrorFound[]): Promise<ReadyRow[]> {
    const ask = askingOf(this.store);
    const known = await knownOf(into.tier, into.platform, rows, ask);
    const written = rows.map(({ organisation }) => organisation);
    const meant = await into.meanings.of(written);
    const organisations = await organisationsOf(into, [...meant.values()], ask);
    const organisationOf = (name: string) => (name === '' ? { id: into.home, isKept: true } : organisations.get(meant.get(name) ?? ''));
    const unknown = await this.unknownAmong(rows);
    const ready: ReadyRow[] = [];
    for (const row of rows) {
      try {
        const organisation = organisationOf(row.organisation);
        if (!organisation) throw new WrongRow(row.headingOf('organisation'), 'organisation.unknown');
        if (into.terms.enter === 'draft' && !organisation.isKept) throw new WrongRow(row.headingOf('organisation'), 'keeper.beyond');
        const before = known.get(row.idThere)?.files ?? [];
        const named = known.get(row.idThere)?.said.contributors ?? [];
        const isUnknown = (person: string) => unknown.has(person) && !named.some((one) => one.person === person);
        if (row.content.contributors.some(({ person }) => isUnknown(person)))
          throw new WrongRow(row.headingOf('contributors'), 'contributor.unknown');
        const files = [];
        for (const file of row.files) files.push(await this.readying.ready(file, before, readying));
        ready.push({ row, organisation: organisation.id, files });
      } catch (error) {
        if (!(error instanceof WrongRow)) throw error;
        errors.push({ file: row.file, line: row.line, field: error.field, code: error.code });
      }
    }
    return ready;
  }

  /** Contributors who hold no post anywhere. Asked before the transaction, which must not wait for the wire. */
  private async unknownAmong(rows: readonly Brought[]): Promise<ReadonlySet<string>> {
    const people = [...new Set(rows.flatMap(({ content }) => content.contributors.map(({ person }) => person)))];
    const posts = await Promise.all(people.map((person) => this.posts.of(person)));
    return new Set(people.filter((_, index) => posts[index]!.length === 0));
  }

  private known(rows: readonly Brought[], { tier, platform }: Into, work: Work): Promise<ReadonlyMap<string, Known>> {
    return knownOf(tier, platform, rows, askingWithin(work));
  }

  private async kindOf(organisation: string): Promise<OrganisationKind> {
    const [found] = await this.store.read<{ kind: OrganisationKind }>(sql`select kind from organisation where id = ${organisation}::uuid`);
    return found!.kind;
  }
}
