/** A `like` pattern for a piece of text; its own wildcards mean themselves. */
export const containing = (piece: string): string => `%${piece.replace(/[\\%_]/g, '\\$&')}%`;
