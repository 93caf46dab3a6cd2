import { Controller, Get, Header, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Asset } from '../pages/asset.js';
import { template } from '../pages/template.js';

const page = template('command-centre.html');

/** The page runs its own scripts and calls nothing but ours; ECharts sets styles on the elements it makes. */
const wallPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const script = 'text/javascript; charset=utf-8';
const echarts = createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js');

const assets: ReadonlyMap<string, { readonly type: string; readonly make: () => Buffer }> = new Map([
  ['wall.css', { type: 'text/css; charset=utf-8', make: () => Buffer.from(template('command-centre.css')) }],
  ['wall.js', { type: script, make: () => Buffer.from(template('command-centre.js')) }],
  ['command-centre-panels.js', { type: script, make: () => Buffer.from(template('command-centre-panels.js')) }],
  ['command-centre-heat.js', { type: script, make: () => Buffer.from(template('command-centre-heat.js')) }],
  ['echarts.js', { type: script, make: () => readFileSync(echarts) }],
]);

/** 信息指挥中心: the page for a large screen. What it shows comes by the stream, under the rights of who signed in. */
@Controller('command-centre')
export class CommandCentreController {
  private readonly made = new Map<string, Asset>();

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', wallPolicy)
  page(): string {
    return page;
  }

  @Get(':asset')
  asset(@Param('asset') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const known = assets.get(name);
    if (!known) throw new NotFoundException();
    let asset = this.made.get(name);
    if (!asset) this.made.set(name, (asset = new Asset(known.type, known.make())));
    reply.header('cache-control', 'public, max-age=3600');
    asset.send(request, reply);
  }
}
