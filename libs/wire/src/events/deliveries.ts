import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ONCE, type Follower, type Once } from '@lianxue/contracts';
import type { NatsLink } from '../process/nats-link.js';
import { Delivery, sourcesOf } from './delivery.js';

/** How a module names its followers: their classes, found wherever they are provided. */
export type FollowerToken = abstract new (...args: never[]) => Follower;

/** All deliveries of the process: one for each follower and service it listens to. */
@Injectable()
export class Deliveries implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private deliveries: readonly Delivery[] = [];

  constructor(
    private readonly link: NatsLink,
    private readonly modules: ModuleRef,
    private readonly followers: readonly FollowerToken[],
  ) {}

  onApplicationBootstrap(): void {
    if (this.followers.length === 0) return;
    const once = this.modules.get<Once>(ONCE, { strict: false });
    this.deliveries = this.followers
      .map((token) => this.modules.get<Follower>(token as never, { strict: false }))
      .flatMap((follower) => sourcesOf(follower).map((source) => new Delivery(this.link, once, follower, source)));
    for (const delivery of this.deliveries) delivery.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.deliveries.map((delivery) => delivery.stop()));
  }
}
