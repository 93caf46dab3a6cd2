import type { identity, OutputOf } from '@lianxue/contracts';

/** Asks identity for the picture of a sub-platform. */
export type AskForLogo = (subPlatform: string) => Promise<OutputOf<typeof identity.subPlatformLogo>>;

interface Picture {
  readonly type: string;
  readonly image: Buffer;
}

/** A region has a few hundred at most, of 96 KB at most. */
const capacity = 200;

/** The pictures of sub-platforms: asked from identity once for each digest. */
export class Logos {
  private readonly kept = new Map<string, Picture>();

  constructor(private readonly ask: AskForLogo) {}

  async of({ id, logo }: { readonly id: string; readonly logo: string }): Promise<Picture> {
    const known = this.kept.get(logo);
    if (known) return known;
    const { digest, type, image } = await this.ask(id);
    const picture = { type, image: Buffer.from(image, 'base64') };
    if (this.kept.size >= capacity) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(digest, picture);
    return picture;
  }
}
