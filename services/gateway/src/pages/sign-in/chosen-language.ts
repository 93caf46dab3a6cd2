import type { IncomingHttpHeaders } from 'node:http';
import { languageOf, type Language } from '../../problems/language.js';

const name = 'lianxue_language';

export const isLanguage = (text: string | null | undefined): text is Language => text === 'zh' || text === 'en';

/** Keeps the language somebody chose for the pages that follow. */
export const languageCookie = (language: Language): string => `${name}=${language}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax`;

/** The language chosen before, else that of the sub-platform, else the browser's. */
export function readerLanguage(headers: Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>, ofSubPlatform?: Language): Language {
  const chosen = new RegExp(`(?:^|; )${name}=(\\w+)`).exec(headers.cookie ?? '')?.[1];
  return isLanguage(chosen) ? chosen : (ofSubPlatform ?? languageOf(headers['accept-language']));
}
