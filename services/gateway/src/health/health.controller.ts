import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { Conditions } from '@lianxue/wire';
import type { FastifyReply } from 'fastify';
import { ServicesHealth } from './services-health.js';

/** Whether this process lives, and whether it can do its work; with what it hears of the services behind it. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Conditions) private readonly conditions: Conditions,
    @Inject(ServicesHealth) private readonly services: ServicesHealth,
  ) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live(): object {
    return { status: 'ok' };
  }

  /** A service that is away makes its own operations answer 503, not the whole edge: the edge stays in the balancer. */
  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const services = await this.services.standings();
    const missing = this.conditions.missing();
    reply
      .code(missing.length > 0 ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ status: missing.length > 0 ? 'not ready' : 'ok', missing, services });
  }
}
