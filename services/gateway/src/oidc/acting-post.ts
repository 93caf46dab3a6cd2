import type { Grant, KoaContextWithOIDC, Session } from 'oidc-provider';
import type { Post } from './accounts.js';

/** Parameters by which an app says in which post the person shall act: a post's id, or an organisation's. */
export const actingParameters = ['acting_post', 'acting_organisation'] as const;

interface Acting {
  post?: string;
}

/** The post in which a grant lets the person act. */
export const postOf = (grant: Grant): string | undefined => (grant as Acting).post;
export const actAs = (grant: Grant, post: string): void => void ((grant as Acting).post = post);

/** The post the person chose last in this browser session; other apps start with it. */
export const lastPostOf = (session: Session): string | undefined => (session as Acting).post;
export const rememberPost = (session: Session, post: string): void => void ((session as Acting).post = post);

/** What the app asked for. */
export interface Wish {
  readonly post: string | undefined;
  readonly organisation: string | undefined;
}

export function wishOf(ctx: KoaContextWithOIDC): Wish {
  const { params = {} } = ctx.oidc;
  const named = (name: (typeof actingParameters)[number]) => (typeof params[name] === 'string' ? params[name] : undefined);
  return { post: named('acting_post'), organisation: named('acting_organisation') };
}

/** The posts that fit what the app asked for. */
export function fitting(posts: readonly Post[], wish: Wish): readonly Post[] {
  return posts.filter(
    ({ id, organisation }) => (!wish.post || wish.post === id) && (!wish.organisation || wish.organisation === organisation),
  );
}

/**
 * The post to act in without asking: the one just chosen, the only one that fits the wish, or, without a wish,
 * the one this app or another in the session acted in before. Undefined: the person must choose.
 */
export function settledPost(
  posts: readonly Post[],
  wish: Wish,
  before: { chosen?: string | undefined; granted?: string | undefined; last?: string | undefined },
): Post | undefined {
  const held = (id: string | undefined) => posts.find((post) => post.id === id);
  const chosen = held(before.chosen);
  if (chosen) return chosen;
  const possible = fitting(posts, wish);
  if (possible.length <= 1) return possible[0];
  return [before.granted, before.last].map(held).find((post) => post && possible.includes(post));
}
