import { Controller, Inject } from '@nestjs/common';
import { actingOrganisation, incidents, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { CodeTables } from '../clocks/code-tables.js';
import { BoardOfIncidents } from './incident-board.js';
import { Following } from './following.js';
import { Handling } from './handling.js';
import { Reporting } from './reporting.js';

@Controller()
export class IncidentsHandlers {
  constructor(
    @Inject(CodeTables) private readonly tables: CodeTables,
    @Inject(Reporting) private readonly reporting: Reporting,
    @Inject(Handling) private readonly handling: Handling,
    @Inject(Following) private readonly following: Following,
    @Inject(BoardOfIncidents) private readonly incidentBoard: BoardOfIncidents,
  ) {}

  @Handles(incidents.categories)
  async categories() {
    return { categories: await this.tables.categories() };
  }

  @Handles(incidents.clockRules)
  async clockRules() {
    return { rules: await this.tables.rules() };
  }

  @Handles(incidents.board)
  board(_input: InputOf<typeof incidents.board>, call: Call) {
    return this.incidentBoard.now(actingOrganisation(call.caller), call);
  }

  @Handles(incidents.report)
  async report(input: InputOf<typeof incidents.report>, call: Call) {
    return this.following.view(await this.reporting.report(input, call), call);
  }

  @Handles(incidents.list)
  list(input: InputOf<typeof incidents.list>, call: Call) {
    return this.following.page(input, call);
  }

  @Handles(incidents.incident)
  incident({ incidentId }: InputOf<typeof incidents.incident>, call: Call) {
    return this.following.one(incidentId, call);
  }

  @Handles(incidents.supplement)
  async supplement(input: InputOf<typeof incidents.supplement>, call: Call) {
    return this.following.view(await this.reporting.supplement(input, call), call);
  }

  @Handles(incidents.supplements)
  async supplements({ incidentId }: InputOf<typeof incidents.supplements>, call: Call) {
    return { supplements: await this.following.supplements(incidentId, call) };
  }

  @Handles(incidents.noteReport)
  async noteReport(input: InputOf<typeof incidents.noteReport>, call: Call) {
    return this.following.view(await this.reporting.note(input, call), call);
  }

  @Handles(incidents.regrade)
  async regrade(input: InputOf<typeof incidents.regrade>, call: Call) {
    return this.following.view(await this.reporting.regrade(input, call), call);
  }

  @Handles(incidents.acknowledge)
  async acknowledge({ incidentId }: InputOf<typeof incidents.acknowledge>, call: Call) {
    return this.following.view(await this.handling.move(incidentId, 'acknowledge', call), call);
  }

  @Handles(incidents.handle)
  async handle({ incidentId }: InputOf<typeof incidents.handle>, call: Call) {
    return this.following.view(await this.handling.move(incidentId, 'handle', call), call);
  }

  @Handles(incidents.contain)
  async contain({ incidentId }: InputOf<typeof incidents.contain>, call: Call) {
    return this.following.view(await this.handling.move(incidentId, 'contain', call), call);
  }

  @Handles(incidents.close)
  async close({ incidentId, ...report }: InputOf<typeof incidents.close>, call: Call) {
    return this.following.view(await this.handling.close(incidentId, report, call), call);
  }

  @Handles(incidents.dismiss)
  async dismiss({ incidentId, reason }: InputOf<typeof incidents.dismiss>, call: Call) {
    return this.following.view(await this.handling.dismiss(incidentId, reason, call), call);
  }
}
