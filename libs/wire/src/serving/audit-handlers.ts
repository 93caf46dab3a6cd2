import { Controller, Inject, type Type } from '@nestjs/common';
import { AUDIT, type auditOf, type AuditSource, type Call, type Contract, type InputOf } from '@lianxue/contracts';
import { Handles } from './handling.js';

type Audit = ReturnType<typeof auditOf>;

/** Serves the `auditTrail` and `auditChain` of a contract from what the service keeps, so that no service writes it again. */
export function auditHandlers(contract: Contract): Type[] {
  const { auditTrail, auditChain } = contract as Partial<Audit>;
  if (!auditTrail || !auditChain) return [];

  @Controller()
  class AuditHandlers {
    constructor(@Inject(AUDIT) private readonly audit: AuditSource) {}

    @Handles(auditTrail as Audit['auditTrail'])
    auditTrail(input: InputOf<Audit['auditTrail']>, call: Call) {
      return this.audit.entries(input, call);
    }

    @Handles(auditChain as Audit['auditChain'])
    auditChain({ after }: InputOf<Audit['auditChain']>) {
      return this.audit.chain(after);
    }
  }
  return [AuditHandlers];
}
