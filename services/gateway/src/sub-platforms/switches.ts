import {
  Refusal,
  ServiceSwitchedOff,
  switchableServices,
  type AnyOperation,
  type Caller,
  type SwitchableService,
} from '@lianxue/contracts';
import type { SubPlatform, SubPlatforms } from './sub-platforms.js';

/** What administrators switched off is refused at the edge: by where the caller acts, and of several sub-platforms by the nearest. */
export class Switches {
  constructor(private readonly subPlatforms: SubPlatforms) {}

  /** Why a call is not passed on; nothing to wait for where nobody switched its service off. */
  refusal(op: AnyOperation, caller: Caller, organisation: string | undefined): Refusal | undefined | Promise<Refusal | undefined> {
    const service = op.service as SwitchableService;
    if (op.statutory || !switchableServices.includes(service) || (caller.kind !== 'person' && caller.kind !== 'app')) return undefined;
    const missed = this.subPlatforms.isMissedSomewhere(service);
    return missed === false ? undefined : this.judge(missed, service, caller, organisation);
  }

  private async judge(
    missed: boolean | Promise<boolean>,
    service: SwitchableService,
    caller: Caller,
    organisation: string | undefined,
  ): Promise<Refusal | undefined> {
    if (!(await missed)) return undefined;
    const without = await this.without(service, caller, organisation);
    return without && new Refusal(ServiceSwitchedOff, { service, subPlatform: without.id });
  }

  private async without(service: SwitchableService, caller: Caller, organisation: string | undefined): Promise<SubPlatform | undefined> {
    const acting = caller.kind === 'person' ? caller.organisation : organisation;
    if (acting === undefined) return this.subPlatforms.withoutFor(caller.client, service);
    const nearest = await this.subPlatforms.over(acting);
    return nearest && !nearest.services.includes(service) ? nearest : undefined;
  }
}
