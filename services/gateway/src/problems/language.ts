/** The languages of the platform. */
export type Language = 'zh' | 'en';

/** The reader's language by `Accept-Language`; Chinese unless English is preferred. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined || header.length > 200) return 'zh';
  let best: { language: Language; quality: number } | undefined;
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.startsWith('zh') ? 'zh' : tag.startsWith('en') ? 'en' : undefined;
    if (!language) continue;
    const quality = Number(
      parameters
        .map((each) => each.trim())
        .find((each) => each.startsWith('q='))
        ?.slice(2) ?? 1,
    );
    if (quality > (best?.quality ?? 0)) best = { language, quality };
  }
  return best?.language ?? 'zh';
}

/** As `Content-Language` and HTML write it. */
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;
