import { Module, type DynamicModule } from '@nestjs/common';
import { publicContracts, type Contract } from '@lianxue/contracts';
import { LocalCalls, TokenVerifier, WireCalls } from '@lianxue/wire';
import type { Logger } from 'pino';
import { Watching } from './apps/watching.js';
import { HealthController } from './health/health.controller.js';
import { ServicesHealth } from './health/services-health.js';
import { Admitting } from './limits/admitting.js';
import { RequestLimits } from './limits/request-limits.js';
import { DocsController } from './openapi/docs.controller.js';
import { LandingController } from './pages/landing.controller.js';
import { ProblemsController } from './pages/problems.controller.js';
import { ProblemCatalogue } from './problems/catalogue.js';
import { AnswerWriter } from './rest/answer-writer.js';
import { ContractRoutes } from './rest/contract-routes.js';
import { EdgeCalls } from './rest/edge-calls.js';
import { Papers } from './rest/papers/papers.js';
import { Spreadsheets } from './rest/spreadsheet/spreadsheets.js';
import { Switches } from './sub-platforms/switches.js';
import { EDGE_SETTINGS, type EdgeSettings } from './settings.js';

const EDGE_LOG = Symbol('lianxue.edgeLog');

export interface EdgeOptions {
  readonly settings: EdgeSettings;
  readonly log: Logger;
  /** What is routed; every contract unless said. */
  readonly contracts?: readonly Contract[];
  /** Services that this process serves itself. */
  readonly own?: readonly string[];
}

/** The REST edge: routes from the contracts, limits, problems, documentation, pages, health. Wire is given by the application. */
@Module({})
export class EdgeModule {
  static of({ settings, log, contracts = publicContracts, own = [] }: EdgeOptions): DynamicModule {
    return {
      module: EdgeModule,
      global: true,
      controllers: [LandingController, ProblemsController, DocsController, HealthController],
      providers: [
        { provide: EDGE_SETTINGS, useValue: settings },
        { provide: EDGE_LOG, useValue: log },
        { provide: ProblemCatalogue, useFactory: () => new ProblemCatalogue(contracts) },
        { provide: RequestLimits, useFactory: () => new RequestLimits(settings) },
        {
          provide: Admitting,
          useFactory: (tokens: TokenVerifier, limits: RequestLimits) => new Admitting(tokens, limits),
          inject: [TokenVerifier, RequestLimits],
        },
        {
          provide: EdgeCalls,
          useFactory: (within: LocalCalls, beyond: WireCalls) => new EdgeCalls(new Set(own), within, beyond),
          inject: [LocalCalls, WireCalls],
        },
        {
          provide: AnswerWriter,
          useFactory: (catalogue: ProblemCatalogue, log: Logger) => new AnswerWriter(catalogue, new Spreadsheets(), new Papers(), log),
          inject: [ProblemCatalogue, EDGE_LOG],
        },
        {
          provide: ContractRoutes,
          useFactory: (
            calls: EdgeCalls,
            admitting: Admitting,
            answers: AnswerWriter,
            log: Logger,
            watching?: Watching,
            switches?: Switches,
          ) => new ContractRoutes(contracts, { calls, admitting, answers, log, deadlineMs: settings.deadlineMs, watching, switches }),
          inject: [EdgeCalls, Admitting, AnswerWriter, EDGE_LOG, { token: Watching, optional: true }, { token: Switches, optional: true }],
        },
        {
          provide: ServicesHealth,
          useFactory: (calls: EdgeCalls) => new ServicesHealth(calls, contracts),
          inject: [EdgeCalls],
        },
      ],
      exports: [EDGE_SETTINGS, EdgeCalls],
    };
  }
}
