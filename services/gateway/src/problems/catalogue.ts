import { platformRefusals, publicContracts, type Contract } from '@lianxue/contracts';
import { edgeRefusals, type Wording } from './edge.refusals.js';

/** Every sentence with which the platform says no, by code. Services send code and facts; only here they become words. */
export class ProblemCatalogue {
  private readonly byCode: ReadonlyMap<string, Wording>;

  constructor(contracts: readonly Contract[] = publicContracts) {
    const declared = contracts.flatMap((contract) => Object.values(contract).flatMap(({ fails }) => fails ?? []));
    this.byCode = new Map([...edgeRefusals, ...platformRefusals, ...declared].map((wording) => [wording.code, wording]));
  }

  find(code: string): Wording | undefined {
    return this.byCode.get(code);
  }

  /** All of them by code, for the page that explains them. */
  all(): readonly Wording[] {
    return [...this.byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
