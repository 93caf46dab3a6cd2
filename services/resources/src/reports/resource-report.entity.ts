import {
  inBeijing,
  reportLifeCycle,
  type Caller,
  type ReportState,
  type ResourceReport,
  type ResourceReportFact,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 举报: what a reader holds against a resource. Its tier meets it; whoever filed it is told to nobody. */
@Entity('resource_report')
export class ResourceReportEntity extends Aggregate<ResourceReportFact> {
  static readonly reach: ReachColumns = { person: 'reporter' };

  @Column('uuid')
  resource!: string;

  @Column('uuid')
  reporter!: string;

  @Column('text')
  grounds!: ResourceReport['grounds'];

  @Column('text')
  words!: string;

  @Column('text')
  status: ReportState = 'filed';

  @Column('text', { nullable: true })
  answer: string | null = null;

  make(move: keyof typeof reportLifeCycle.table): void {
    this.status = reportLifeCycle.after(this.status, move);
  }

  fact(): ResourceReportFact {
    const { id, organisation, resource, grounds, status } = this;
    return { id, organisation, resource, grounds, status };
  }
}

/** Nobody answers what is held against their own. */
export const reportView = (report: ResourceReportEntity, caller: Caller, isOwn: boolean): ResourceReport => ({
  ...report.fact(),
  version: report.version,
  createdAt: inBeijing(report.createdAt),
  updatedAt: inBeijing(report.updatedAt),
  words: report.words,
  answer: report.answer,
  moves: isOwn ? [] : reportLifeCycle.movesFor(report.status, caller),
});
