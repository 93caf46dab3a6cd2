import type { Language } from '../problems/language.js';
import type { SubPlatform } from './sub-platforms.js';

/** How pages introduce themselves: whose platform this is. */
export interface Brand {
  readonly name: string;
  /** Address of its picture. */
  readonly logo: string | undefined;
  readonly colour: string | undefined;
}

export function brandOf({ name, nameEn, slug, logo, colour }: SubPlatform, language: Language): Brand {
  return {
    name: language === 'en' && nameEn ? nameEn : name,
    logo: logo ? `/p/${slug}/logo?v=${logo}` : undefined,
    colour: colour ?? undefined,
  };
}

const cookie = 'lianxue_sub_platform';

/** Remembers through which sub-platform somebody came, as long as the browser is open. */
export const cameThrough = (slug: string, secure: boolean): string =>
  `${cookie}=${slug}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

export const slugInCookies = (cookies: string | undefined): string | undefined =>
  new RegExp(`(?:^|; )${cookie}=([a-z0-9-]+)`).exec(cookies ?? '')?.[1];
