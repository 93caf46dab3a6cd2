/** What no document may hold: control characters, halves of characters, what turns the reading direction round, what is no character. */
const forbidden = /[\p{Cc}\p{Cs}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu;

/** Text as it may be printed, on one line. */
export const storable = (text: string): string => text.replace(/[\t\n\r]+/g, ' ').replace(forbidden, '');
