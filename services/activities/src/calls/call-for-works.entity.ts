import { Column, Entity } from 'typeorm';
import {
  callLifeCycle,
  inBeijing,
  type CallFact,
  type CallForWorks as CallView,
  type CallSettings,
  type CallState,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import type { CallTerms } from './terms.js';

/** An authority calls for works 征集; those below it meet the call once it is no draft any more. */
@Entity('call_for_works')
export class CallForWorks extends Aggregate<CallFact> implements CallTerms {
  static readonly reach: ReachColumns = { handedDown: `t.status <> 'draft'` };

  @Column('text')
  status: CallState = 'draft';

  /** All an administrator may choose, with the times as they were given. */
  @Column('jsonb')
  settings!: CallSettings;

  make(move: keyof typeof callLifeCycle.table): void {
    this.status = callLifeCycle.after(this.status, move);
  }

  /** The settings with their times as an officer reads them. */
  get told(): Omit<CallView, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'organisation' | 'status' | 'moves'> {
    const { opens, closes, ...rest } = this.settings;
    return { ...rest, opens: inBeijing(new Date(opens)), closes: inBeijing(new Date(closes)) };
  }

  override fact(): CallFact {
    const { id, organisation, status } = this;
    const { description: _, ...told } = this.told;
    return { id, organisation, ...told, status };
  }
}
