import type { SignInPolicyFact, SignInRules } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

export type Rules = z.output<typeof SignInRules>;

/** What one authority or school asks of signing in, for itself and all below. */
@Entity('sign_in_policy')
export class SignInPolicy extends Aggregate<z.output<typeof SignInPolicyFact>> implements Rules {
  @Column('text')
  passwords!: Rules['passwords'];

  @Column('text', { name: 'administrators_second_factor' })
  administratorsSecondFactor!: Rules['administratorsSecondFactor'];

  @Column('int', { name: 'idle_minutes_administrators' })
  idleMinutesAdministrators!: number;

  @Column('int', { name: 'idle_minutes_others' })
  idleMinutesOthers!: number;

  fact(): z.output<typeof SignInPolicyFact> {
    const { id, version, organisation } = this;
    return { id, version, organisation, ...rulesOf(this) };
  }
}

export const rulesOf = ({ passwords, administratorsSecondFactor, idleMinutesAdministrators, idleMinutesOthers }: Rules): Rules => ({
  passwords,
  administratorsSecondFactor,
  idleMinutesAdministrators,
  idleMinutesOthers,
});

/** What both ask: of each rule the stricter. */
export function both(one: Rules, two: Rules): Rules {
  const passwords = [one, two].some((rules) => rules.passwords === 'djbh-l3') ? 'djbh-l3' : 'nist';
  const required = passwords === 'djbh-l3' || [one, two].some((rules) => rules.administratorsSecondFactor === 'required');
  return {
    passwords,
    administratorsSecondFactor: required ? 'required' : 'offered',
    idleMinutesAdministrators: Math.min(one.idleMinutesAdministrators, two.idleMinutesAdministrators),
    idleMinutesOthers: Math.min(one.idleMinutesOthers, two.idleMinutesOthers),
  };
}
