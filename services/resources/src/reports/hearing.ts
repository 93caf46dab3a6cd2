import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  refuse,
  ReportExists,
  ReportNotFound,
  resourceReportFacts,
  ResourceNotFound,
  ResourceOwn,
  shelfKeepers,
  type Call,
  type Caller,
  type InputOf,
  type Page,
  type ResourceReport,
  type resources,
} from '@lianxue/contracts';
import { allOf, askingWithin, sql, Store, type Work } from '@lianxue/persistence';
import { madeBy, ResourceEntity } from '../catalogue/resource.entity.js';
import { takeDownWithin } from '../standing/withdrawing.js';
import { reportView, ResourceReportEntity } from './resource-report.entity.js';

/** Readers report what should not be there; the tier that shows it to them hears it, and may take it down in the same moment. */
@Injectable()
export class Hearing {
  constructor(@Inject(Store) private readonly store: Store) {}

  file({ resourceId, grounds, words }: InputOf<typeof resources.reportResource>, call: Call): Promise<ResourceReportEntity> {
    return this.store.commit(call, async (work) => {
      const resource = await work.one(ResourceEntity, resourceId, ResourceNotFound);
      const reporter = call.caller.subject;
      const open = await work.all(
        ResourceReportEntity,
        sql`t.resource = ${resourceId} and t.reporter = ${reporter} and t.status = 'filed'`,
        1,
      );
      if (open.length > 0) throw refuse(ReportExists);
      const organisation = await nearestTier(resource, actingOrganisation(call.caller), work);
      const report = Object.assign(new ResourceReportEntity(), { organisation, resource: resourceId, reporter, grounds, words });
      await work.insert(report, resourceReportFacts.filed);
      await work.assign(report, { person: reporter });
      return report;
    });
  }

  page({ resource, status, limit, cursor }: InputOf<typeof resources.resourceReports>, call: Call): Promise<Page<ResourceReport>> {
    const { caller } = call;
    const hears = shelfKeepers.some((role) => role === caller.role);
    const where = allOf(
      resource !== undefined && sql`t.resource = ${resource}`,
      status !== undefined && sql`t.status = ${status}`,
      !hears && sql`t.reporter = ${caller.subject}::uuid`,
    );
    return this.store.pageTogether(ResourceReportEntity, call, { where, limit, cursor }, (reports) => this.views(reports, caller));
  }

  async view(report: ResourceReportEntity, { caller }: Call): Promise<ResourceReport> {
    const [view] = await this.views([report], caller);
    return view!;
  }

  answer({ reportId, decision, answer, takeDown }: InputOf<typeof resources.answerReport>, call: Call): Promise<ResourceReportEntity> {
    return this.store.commit(call, async (work) => {
      const report = await work.target(ResourceReportEntity, reportId, ReportNotFound);
      const [resource] = await work.all(ResourceEntity, sql`t.id = ${report.resource}`, 1);
      if (resource!.isMadeBy(call.caller.subject)) throw refuse(ResourceOwn);
      report.make(decision);
      report.answer = answer;
      await work.update(report, decision === 'uphold' ? resourceReportFacts.upheld : resourceReportFacts.dismissed);
      if (decision === 'uphold' && takeDown) {
        const by = actingOrganisation(call.caller);
        await takeDownWithin(resource!, { reason: answer, codes: [report.grounds], by }, work);
      }
      return report;
    });
  }

  private async views(reports: readonly ResourceReportEntity[], caller: Caller): Promise<ResourceReport[]> {
    const about = reports.map(({ resource }) => resource);
    const own = await this.store.read<{ id: string }>(
      sql`select t.id from resource t where t.id = any(${about}::uuid[]) and ${madeBy(caller.subject)}`,
    );
    return reports.map((report) =>
      reportView(
        report,
        caller,
        own.some(({ id }) => id === report.resource),
      ),
    );
  }
}

/** The nearest tier at or above the reader that shows it; for a reader from above, where it belongs. */
async function nearestTier({ sharedBy, organisation }: ResourceEntity, acting: string, work: Work): Promise<string> {
  const [nearest] = await askingWithin(work)<{ id: string }>(
    sql`select o.id from organisation o join organisation here on here.id = ${acting}
        where o.id = any(${sharedBy}::uuid[]) and o.path @> here.path order by nlevel(o.path) desc limit 1`,
  );
  return nearest?.id ?? organisation;
}
