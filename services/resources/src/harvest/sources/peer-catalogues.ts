import type { dublinCoreElements, harvestFaults } from '@lianxue/contracts';

type Element = (typeof dublinCoreElements)[number];

/** Where another platform tells of its catalogue, and as whom we come. */
export interface Peer {
  readonly address: string;
  readonly account: string | null;
  readonly password: string | null;
}

/** How another platform keeps its records. */
export interface PeerManners {
  readonly granularity: 'seconds' | 'days';
  /** Whether it goes on telling of what it deleted. */
  readonly keepsTombstones: boolean;
}

export interface PeerRecord {
  readonly identifier: string;
  readonly datestamp: Date;
  readonly deleted: boolean;
  /** Whether it was deleted because it was taken down 紧急下架; only platforms like this one say so. */
  readonly takenDown: boolean;
  readonly elements: Readonly<Partial<Record<Element, readonly string[]>>>;
}

/** A part of what another platform tells. */
export interface PeerPage {
  readonly toldAt: Date;
  readonly records: readonly PeerRecord[];
  /** How to go on; undefined at the end. */
  readonly token: string | undefined;
}

/** What is asked for first; afterwards the token says it all. */
export type PeerQuestion = { readonly token: string } | { readonly from: string | undefined; readonly set: string | undefined };

/** Another platform did not answer as it should. */
export class PeerFault extends Error {
  constructor(
    readonly fault: (typeof harvestFaults)[number] | 'token_over',
    message: string,
    /** When it wants to be asked again. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** The catalogues of other platforms, as they tell of them by OAI-PMH. Every question may throw a {@link PeerFault}. */
export abstract class PeerCatalogues {
  /** Whether this address may be asked at all. */
  abstract admits(address: string): boolean;
  abstract manners(peer: Peer, over: AbortSignal): Promise<PeerManners>;
  abstract page(peer: Peer, question: PeerQuestion, over: AbortSignal): Promise<PeerPage>;
}
