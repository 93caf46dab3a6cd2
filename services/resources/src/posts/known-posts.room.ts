import { CurrentPosts, type CurrentPost } from './current-posts.js';

/** Posts as identity would tell them; for specs. */
export class KnownPosts extends CurrentPosts {
  readonly held = new Map<string, readonly CurrentPost[]>();

  override of(person: string): Promise<readonly CurrentPost[]> {
    return Promise.resolve(this.held.get(person) ?? []);
  }

  /** Whoever it is holds this post from now on, and no other. */
  hold<P extends { readonly subject: string; readonly role: string; readonly organisation: string | undefined }>(holder: P): P {
    this.held.set(holder.subject, [{ role: holder.role, organisation: holder.organisation } as CurrentPost]);
    return holder;
  }
}

/** Nobody’s posts are known, until some are said. */
export const knownPosts = { provide: CurrentPosts, useClass: KnownPosts };
