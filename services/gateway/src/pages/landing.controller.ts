import { Controller, Get, Header, Headers } from '@nestjs/common';
import { languageOf } from '../problems/language.js';
import { template } from './template.js';

const pages = { zh: template('landing.zh.html'), en: template('landing.en.html') };
const styles = template('page.css');
const icon = template('icon.svg');

/** What a browser finds at the platform's address. */
@Controller()
export class LandingController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('vary', 'accept-language')
  landing(@Headers('accept-language') language?: string): string {
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
