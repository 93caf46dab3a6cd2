import { Controller, Get, Header, Headers, Inject, Optional, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../problems/language.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { SubPlatforms } from '../sub-platforms/sub-platforms.js';
import { template } from './template.js';

const pages = { zh: template('landing.zh.html'), en: template('landing.en.html') };
const styles = template('page.css');
const icon = template('icon.svg');

/** What a browser finds at the platform's address. */
@Controller()
export class LandingController {
  private readonly ownHost: string;

  constructor(
    @Inject(EDGE_SETTINGS) { origin }: EdgeSettings,
    @Optional() @Inject(SubPlatforms) private readonly subPlatforms?: SubPlatforms,
  ) {
    this.ownHost = new URL(origin).hostname;
  }

  /** At the host of a sub-platform: its own first page. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('vary', 'accept-language')
  async landing(
    @Headers('accept-language') language: string | undefined,
    @Req() { hostname }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const at = hostname === this.ownHost ? undefined : await this.subPlatforms?.atHost(hostname);
    if (at) reply.code(303).header('location', `/p/${at.slug}`);
    return pages[languageOf(language)];
  }

  @Get('pages/page.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  styles(): string {
    return styles;
  }

  @Get('pages/icon.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=3600')
  icon(): string {
    return icon;
  }
}
