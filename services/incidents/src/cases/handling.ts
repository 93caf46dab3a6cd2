import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  incidentFacts,
  IncidentNotFound,
  OwnAcknowledgement,
  refuse,
  superiorMoves,
  type Call,
  type Clock,
  type FinalReport,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { rulesOn } from '../clocks/rules.js';
import { IncidentEntity } from './incident.entity.js';

const happened = {
  acknowledge: incidentFacts.acknowledged,
  handle: incidentFacts.handled,
  contain: incidentFacts.contained,
  close: incidentFacts.closed,
  dismiss: incidentFacts.dismissed,
} as const;

/** Superiors acknowledge, the unit handles, contains and closes with its final report. */
@Injectable()
export class Handling {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  move(id: string, move: 'acknowledge' | 'handle' | 'contain', call: Call): Promise<IncidentEntity> {
    return this.make(id, move, call);
  }

  close(id: string, report: FinalReport, call: Call): Promise<IncidentEntity> {
    return this.make(id, 'close', call, (row) => {
      row.finalReport = report;
    });
  }

  dismiss(id: string, reason: string, call: Call): Promise<IncidentEntity> {
    return this.make(id, 'dismiss', call, (row) => {
      row.dismissReason = reason;
    });
  }

  private make(
    id: string,
    move: keyof typeof happened,
    call: Call,
    also: (row: IncidentEntity) => void = () => {},
  ): Promise<IncidentEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(IncidentEntity, id, IncidentNotFound);
      if (superiorMoves.includes(move) && call.caller.organisation === row.organisation) throw refuse(OwnAcknowledgement);
      row.move(move, this.clock.now());
      also(row);
      row.wind(await rulesOn(row.discoveredOn, work));
      return work.update(row, happened[move]);
    });
  }
}
