import type { Call, OrganisationKind } from '@lianxue/contracts';
import type { Matching } from './matching.js';
import { isSchool } from './placing.js';

/** Names matched by one question. */
const atOnce = 500;

/** Below this it is another school of a like name, or stands elsewhere. */
const surely = 0.85;

/** Which schools, or others that fit, are meant below an organisation by names as an office types them: 临川一小 for 抚州市临川区第一小学. */
export class Naming {
  constructor(
    private readonly matching: Matching,
    private readonly below: string,
    private readonly call: () => Call,
    private readonly fits: (kind: OrganisationKind) => boolean = isSchool,
  ) {}

  /** For each name the one it surely names, by its full, short or former name; what is only alike is left to a person. */
  async called(names: readonly string[]): Promise<(string | undefined)[]> {
    return (await this.candidates(names)).map(([best, next]) =>
      best && best.why !== '相似' && best.score >= surely && best.score > (next?.score ?? 0) ? best.organisation : undefined,
    );
  }

  /** For each name those that may be meant, for whoever has to decide. */
  async alike(names: readonly string[]): Promise<string[][]> {
    return (await this.candidates(names)).map((candidates) =>
      candidates.slice(0, 3).map(({ name, parentName }) => (parentName === null ? name : `${name}（${parentName}）`)),
    );
  }

  private async candidates(names: readonly string[]) {
    const found: Awaited<ReturnType<Matching['match']>> = [];
    for (let from = 0; from < names.length; from += atOnce)
      found.push(...(await this.matching.match(names.slice(from, from + atOnce), this.call(), { below: this.below, limit: 5 })));
    return found.map((candidates) => candidates.filter(({ kind }) => this.fits(kind)));
  }
}
