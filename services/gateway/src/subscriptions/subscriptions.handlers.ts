import { inBeijing, subscriptions, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { DeliveryLog } from './delivery-log.js';
import { Owning } from './owning.js';
import { Pinging } from './pinging.js';
import { ProgressReading } from './progress.js';
import { Redelivering } from './redelivering.js';
import { Subscribing } from './subscribing.js';
import type { SubscriptionRecord } from './subscription.entity.js';
import { subscriptionView } from './subscription.view.js';

@Controller()
export class SubscriptionHandlers {
  constructor(
    private readonly owning: Owning,
    private readonly subscribing: Subscribing,
    private readonly progress: ProgressReading,
    private readonly pinging: Pinging,
    private readonly redelivering: Redelivering,
    private readonly log: DeliveryLog,
  ) {}

  @Handles(subscriptions.subscriptions)
  async subscriptions(input: InputOf<typeof subscriptions.subscriptions>, call: Call) {
    const { items, ...rest } = await this.owning.page(input, call);
    return { items: await this.views(items, call), ...rest };
  }

  @Handles(subscriptions.subscription)
  async subscription({ subscriptionId }: InputOf<typeof subscriptions.subscription>, call: Call) {
    return this.view(await this.owning.one(subscriptionId, call), call);
  }

  @Handles(subscriptions.subscribe)
  async subscribe(input: InputOf<typeof subscriptions.subscribe>, call: Call) {
    const { row, secret } = await this.subscribing.subscribe(input, call);
    return { ...(await this.view(row, call)), secret };
  }

  @Handles(subscriptions.changeSubscription)
  async changeSubscription(input: InputOf<typeof subscriptions.changeSubscription>, call: Call) {
    return this.view(await this.subscribing.change(input, call), call);
  }

  @Handles(subscriptions.endSubscription)
  async endSubscription({ subscriptionId }: InputOf<typeof subscriptions.endSubscription>, call: Call) {
    await this.subscribing.end(subscriptionId, call);
  }

  @Handles(subscriptions.pauseSubscription)
  async pauseSubscription({ subscriptionId }: InputOf<typeof subscriptions.pauseSubscription>, call: Call) {
    return this.view(await this.subscribing.pause(subscriptionId, call), call);
  }

  @Handles(subscriptions.resumeSubscription)
  async resumeSubscription({ subscriptionId }: InputOf<typeof subscriptions.resumeSubscription>, call: Call) {
    return this.view(await this.subscribing.resume(subscriptionId, call), call);
  }

  @Handles(subscriptions.rotateSecret)
  async rotateSecret({ subscriptionId, overlapHours }: InputOf<typeof subscriptions.rotateSecret>, call: Call) {
    const { previousUntil, ...rotated } = await this.subscribing.rotate(subscriptionId, overlapHours, call);
    return { ...rotated, previousUntil: inBeijing(previousUntil) };
  }

  @Handles(subscriptions.pingSubscription)
  async pingSubscription({ subscriptionId }: InputOf<typeof subscriptions.pingSubscription>, call: Call) {
    return this.pinging.ping(subscriptionId, call);
  }

  @Handles(subscriptions.deliveries)
  async deliveries(input: InputOf<typeof subscriptions.deliveries>, call: Call) {
    return this.log.read(input, call);
  }

  @Handles(subscriptions.redeliver)
  async redeliver(input: InputOf<typeof subscriptions.redeliver>, call: Call) {
    return this.redelivering.redeliver(input, call);
  }

  @Handles(subscriptions.deadLetters)
  async deadLetters(input: InputOf<typeof subscriptions.deadLetters>, call: Call) {
    return this.log.read({ ...input, state: 'dead' }, call);
  }

  @Handles(subscriptions.redriveDeadLetters)
  async redriveDeadLetters({ subscriptionId }: InputOf<typeof subscriptions.redriveDeadLetters>, call: Call) {
    return this.redelivering.redrive(subscriptionId, call);
  }

  private async view(row: SubscriptionRecord, call: Call) {
    return (await this.views([row], call))[0]!;
  }

  private async views(rows: readonly SubscriptionRecord[], { caller }: Call) {
    const progress = await this.progress.of(rows.map(({ id }) => id));
    return rows.map((row) => subscriptionView(row, progress.get(row.id)!, caller));
  }
}
