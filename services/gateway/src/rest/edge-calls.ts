import { Calls, type CallAnswer, type CallRequest } from '@lianxue/wire';

/** Carries a call to the service that serves it: within this process for what the gateway serves itself, over NATS for all else. */
export class EdgeCalls extends Calls {
  constructor(
    private readonly own: ReadonlySet<string>,
    private readonly within: Calls,
    private readonly beyond: Calls,
  ) {
    super();
  }

  call(request: CallRequest): Promise<CallAnswer> {
    return (this.own.has(request.operation.service) ? this.within : this.beyond).call(request);
  }
}
