import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { roles, type Role } from '@lianxue/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asset } from '../pages/asset.js';
import { template } from '../pages/template.js';
import { jsonMediaType } from '../rest/media-types.js';
import { openApiDocument, roleDocument, textOf } from './document.js';

const page = template('docs.html');
const initializer = template('docs-initializer.js');

/** Swagger UI sets styles on elements and shows small images inline; it may run and call nothing but ours. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The page an authorization comes back to runs the one script beside it. */
const redirectPolicy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** The files of Swagger UI that our page uses; its own start page, which names a foreign host, is not served. */
const assets: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['oauth2-redirect.js', 'text/javascript; charset=utf-8'],
  ['oauth2-redirect.html', 'text/html; charset=utf-8'],
]);

/** The API document and the page that shows it; everything the page loads comes from here. */
@Controller()
export class DocsController {
  private readonly made = new Map<string, Asset>();

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', docsPolicy)
  docs(): string {
    return page;
  }

  @Get('docs/initializer.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  initializer(): string {
    return initializer;
  }

  @Get('docs/:asset')
  asset(@Param('asset') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const type = assets.get(name);
    if (type === undefined) throw new NotFoundException();
    if (name.endsWith('.html')) reply.header('content-security-policy', redirectPolicy);
    reply.header('cache-control', 'public, max-age=3600');
    this.once(name, type, () => readFileSync(join(folder, name))).send(request, reply);
  }

  @Get('openapi.json')
  openApi(@Query('role') role: string | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (role !== undefined && !Object.hasOwn(roles, role)) throw new NotFoundException();
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    const document = () => (role === undefined ? openApiDocument() : roleDocument(role as Role));
    this.once(`openapi.json?${role ?? ''}`, jsonMediaType, () => Buffer.from(textOf(document()))).send(request, reply);
  }

  private once(name: string, type: string, make: () => Buffer): Asset {
    let asset = this.made.get(name);
    if (!asset) this.made.set(name, (asset = new Asset(type, make())));
    return asset;
  }
}
