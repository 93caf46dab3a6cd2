import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Jobs } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Importing } from './importing.js';
import { RosterExport } from './roster-export.js';
import { RosterImport } from './roster-import.js';
import { reasonOf } from './row-errors.js';

@Controller()
export class ImportingHandlers {
  constructor(
    private readonly importing: Importing,
    private readonly imports: RosterImport,
    private readonly exports: RosterExport,
    private readonly progress: Jobs,
  ) {}

  @Handles(identity.importRoster)
  importRoster(input: InputOf<typeof identity.importRoster>, call: Call) {
    return this.importing.import(input, call);
  }

  @Handles(identity.importRosterFile)
  importRosterFile(input: InputOf<typeof identity.importRosterFile>, call: Call) {
    return this.imports.order(input, call);
  }

  @Handles(identity.exportRoster)
  exportRoster(input: InputOf<typeof identity.exportRoster>, call: Call) {
    return this.exports.order(input, call);
  }

  @Handles(identity.rosterTemplate)
  rosterTemplate(_input: InputOf<typeof identity.rosterTemplate>, call: Call) {
    return this.exports.template(call);
  }

  @Handles(identity.jobs)
  jobs(input: InputOf<typeof identity.jobs>, call: Call) {
    return this.progress.list(input, call);
  }

  @Handles(identity.job)
  job({ jobId }: InputOf<typeof identity.job>, call: Call) {
    return this.progress.one(jobId, call);
  }

  @Handles(identity.jobErrors)
  async jobErrors({ jobId, ...paging }: InputOf<typeof identity.jobErrors>, call: Call) {
    const { items, ...rest } = await this.progress.errors(jobId, paging, call);
    return { items: items.map((row) => ({ ...row, reason: reasonOf(row.code, call.language) })), ...rest };
  }

  @Handles(identity.confirmJob)
  confirmJob({ jobId }: InputOf<typeof identity.confirmJob>, call: Call) {
    return this.progress.confirm(jobId, call);
  }

  @Handles(identity.cancelJob)
  cancelJob({ jobId }: InputOf<typeof identity.cancelJob>, call: Call) {
    return this.progress.cancel(jobId, call);
  }
}
