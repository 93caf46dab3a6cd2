import { Controller, Get, Headers, Inject, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isLanguage, languageCookie, readerLanguage } from '../pages/sign-in/chosen-language.js';
import { other, pageHeaders, rendered } from '../pages/sign-in/layout.js';
import { languageTag } from '../problems/language.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { brandOf, cameThrough } from './brand.js';
import { welcome } from './welcome.js';
import { Logos } from './logos.js';
import { SubPlatforms, type SubPlatform } from './sub-platforms.js';

const year = 365 * 24 * 3600;

/** What a browser finds at a sub-platform's address. */
@Controller('p')
export class SubPlatformController {
  constructor(
    @Inject(SubPlatforms) private readonly subPlatforms: SubPlatforms,
    @Inject(Logos) private readonly logos: Logos,
    @Inject(EDGE_SETTINGS) private readonly settings: EdgeSettings,
  ) {}

  /** Whoever signs in afterwards, in this browser, sees the same name. */
  @Get(':slug')
  async page(
    @Param('slug') slug: string,
    @Query('language') chosen: string | undefined,
    @Headers() headers: Record<string, string>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const at = await this.one(slug);
    if (at.slug !== slug) return void reply.redirect(`/p/${at.slug}`, 308);
    const language = isLanguage(chosen) ? chosen : readerLanguage(headers, at.language);
    const brand = brandOf(at, language);
    const page = { ...welcome(at, brand.name, language), brand, otherLanguage: `/p/${slug}?language=${other(language)}` };
    const secure = this.settings.origin.startsWith('https:');
    const cookies = [cameThrough(slug, secure), ...(isLanguage(chosen) ? [languageCookie(chosen)] : [])];
    reply.headers({ ...pageHeaders(brand), 'content-language': languageTag[language], 'set-cookie': cookies }).send(rendered(page));
  }

  @Get(':slug/logo')
  async logo(
    @Param('slug') slug: string,
    @Query('v') digest: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, logo } = await this.one(slug);
    if (logo === null) throw new NotFoundException();
    const kept = digest === logo ? `public, max-age=${year}, immutable` : 'public, max-age=60';
    reply.headers({ etag: `"${logo}"`, 'cache-control': kept, 'cross-origin-resource-policy': 'cross-origin' });
    if (known === `"${logo}"`) return void reply.code(304).send();
    const { type, image } = await this.logos.of({ id, logo });
    reply.header('content-type', type).send(image);
  }

  private async one(slug: string): Promise<SubPlatform> {
    const found = await this.subPlatforms.atSlug(slug);
    if (!found) throw new NotFoundException();
    return found;
  }
}
