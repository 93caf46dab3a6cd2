import { ruleLifeCycle, type RuleCondition, type RuleState, type ValidationRuleFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** What an authority demands of what is reported below it 校验规则. Everybody below may read it. */
@Entity('validation_rule')
export class ValidationRule extends Aggregate<ValidationRuleFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('uuid', { name: 'data_set' })
  dataSet!: string;

  @Column('text')
  code!: string;

  @Column('jsonb')
  condition!: RuleCondition;

  @Column('text')
  severity!: ValidationRuleFact['severity'];

  @Column('boolean', { name: 'needs_remark' })
  needsRemark!: boolean;

  @Column('text')
  words!: string;

  @Column('text', { name: 'words_en' })
  wordsEn!: string;

  @Column('text')
  state: RuleState = 'draft';

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: string | null = null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null = null;

  /** Switches it on or off, or refuses. */
  make(move: 'switchOn' | 'switchOff'): void {
    this.state = ruleLifeCycle.after(this.state, move);
  }

  override fact(): ValidationRuleFact {
    const { id, organisation, dataSet, code, condition, severity, needsRemark, words, wordsEn, state, validFrom, validUntil } = this;
    const valid = { ...(validFrom !== null && { validFrom }), ...(validUntil !== null && { validUntil }) };
    return { id, organisation, dataSet, code, condition, severity, needsRemark, words, wordsEn, ...valid, state };
  }
}
