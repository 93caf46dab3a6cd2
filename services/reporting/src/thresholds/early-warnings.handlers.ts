import { Controller, Inject } from '@nestjs/common';
import { EarlyWarningNotFound, reporting, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { AnsweringWarnings } from './answering.js';
import { EarlyWarning } from './early-warning.entity.js';
import { earlyWarningView } from './thresholds.view.js';

@Controller()
export class EarlyWarningsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(AnsweringWarnings) private readonly answering: AnsweringWarnings,
  ) {}

  @Handles(reporting.earlyWarnings)
  earlyWarnings(input: InputOf<typeof reporting.earlyWarnings>, call: Call) {
    const { threshold, organisation, level, status, standing, limit, cursor } = input;
    const where = allOf(
      threshold !== undefined && sql`t.threshold = ${threshold}`,
      organisation !== undefined && sql`t.organisation = ${organisation}`,
      level !== undefined && sql`t.level = ${level}`,
      status !== undefined && sql`t.status = ${status}`,
      standing !== undefined && (standing === 'true' ? sql`t.cleared_at is null` : sql`t.cleared_at is not null`),
    );
    return this.store.page(EarlyWarning, call, { where, limit, cursor }, (row) => earlyWarningView(row, call.caller));
  }

  @Handles(reporting.earlyWarning)
  async earlyWarning({ warningId }: InputOf<typeof reporting.earlyWarning>, call: Call) {
    return earlyWarningView(await this.store.one(EarlyWarning, warningId, call, EarlyWarningNotFound), call.caller);
  }

  @Handles(reporting.receiveEarlyWarning)
  async receiveEarlyWarning(input: InputOf<typeof reporting.receiveEarlyWarning>, call: Call) {
    return earlyWarningView(await this.answering.receive(input, call), call.caller);
  }

  @Handles(reporting.closeEarlyWarning)
  async closeEarlyWarning(input: InputOf<typeof reporting.closeEarlyWarning>, call: Call) {
    return earlyWarningView(await this.answering.close(input, call), call.caller);
  }
}
