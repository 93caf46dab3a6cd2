import { Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, ModuleRef } from '@nestjs/core';
import { ASK_IDENTITY, identity, PUBLISH, READINESS, VAULT, type AskIdentity, type Contract, type Vault } from '@lianxue/contracts';
import { Clients } from './calls/clients.js';
import { WireCalls } from './calls/wire-calls.js';
import { Deliveries, type FollowerToken } from './events/deliveries.js';
import { StreamPublisher } from './events/publisher.js';
import { IdentityAsked } from './process/ask-identity.js';
import { natsAddress, NatsLink, type NatsAddress } from './process/nats-link.js';
import { Conditions } from './process/readiness.js';
import { auditHandlers } from './serving/audit-handlers.js';
import { changesHandlers } from './serving/changes-handlers.js';
import { Dispatcher } from './serving/dispatcher.js';
import { Handling } from './serving/handling.js';
import { LocalCalls } from './serving/local-calls.js';
import { PassingWorkOver, postWorkHandlers } from './serving/post-work-handlers.js';
import { WireServer } from './serving/wire-server.js';
import { KeyRings } from './tokens/key-rings.js';
import { Revocations, REVOCATION_SOURCE, type RevocationSource } from './tokens/revocations.js';
import { ServiceTokens } from './tokens/service-tokens.js';
import { TokenVerifier } from './tokens/token-verifier.js';

export interface WireOptions {
  /** The service this process is; that of the (first) contract unless said. */
  readonly service?: string;
  /** What wants to hear of facts: classes that the application provides. */
  readonly followers?: readonly FollowerToken[];
  /** Who knows organisations and selections that a copy of the tree lacks; identity, over the wire, unless said. */
  readonly identity?: AskIdentity;
  /** Where NATS is; from the environment unless said. */
  readonly nats?: NatsAddress;
}

/**
 * Joins a service to the others: serves its contract, calls theirs, hears and tells facts.
 * @example WireModule.forService(resources, { followers: [TreeCopy] })
 */
@Module({})
export class WireModule implements OnApplicationBootstrap {
  constructor(
    private readonly link: NatsLink,
    private readonly revocations: Revocations,
  ) {}

  static forService(served: Contract | readonly Contract[], options: WireOptions = {}): DynamicModule {
    const contracts = Array.isArray(served) ? (served as readonly Contract[]) : [served as Contract];
    const services = [...new Set(contracts.flatMap((contract) => Object.values(contract).map((op) => op.service)))];
    const service = options.service ?? services[0];
    if (!service) throw new Error('WireModule needs a contract with an operation, or the name of the service.');
    const namesPersons = contracts.some((contract) => 'postWork' in contract);
    const shared = [NatsLink, Conditions, KeyRings, TokenVerifier, Revocations, ServiceTokens, WireCalls, LocalCalls, Clients, WireServer];
    return {
      module: WireModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [...contracts.flatMap(changesHandlers), ...contracts.flatMap(auditHandlers), ...contracts.flatMap(postWorkHandlers)],
      providers: [
        ...(namesPersons ? [PassingWorkOver] : []),
        { provide: NatsLink, useFactory: () => new NatsLink(service, () => options.nats ?? natsAddress()) },
        { provide: Conditions, useFactory: conditionsOf, inject: [NatsLink, KeyRings, Revocations] },
        { provide: READINESS, useExisting: Conditions },
        { provide: KeyRings, useFactory: (link: NatsLink) => new KeyRings(link), inject: [NatsLink] },
        { provide: Revocations, useFactory: revocationsOf, inject: [NatsLink, ModuleRef, Clients] },
        {
          provide: TokenVerifier,
          useFactory: (rings: KeyRings, revocations: Revocations) => new TokenVerifier(rings, revocations),
          inject: [KeyRings, Revocations],
        },
        {
          provide: ServiceTokens,
          useFactory: (vault: Vault, link: NatsLink) => new ServiceTokens(service, vault, link),
          inject: [VAULT, NatsLink],
        },
        { provide: WireCalls, useFactory: (link: NatsLink) => new WireCalls(link), inject: [NatsLink] },
        {
          provide: Clients,
          useFactory: (calls: WireCalls, tokens: ServiceTokens) => new Clients(calls, tokens),
          inject: [WireCalls, ServiceTokens],
        },
        { provide: ASK_IDENTITY, useFactory: (clients: Clients) => options.identity ?? new IdentityAsked(clients), inject: [Clients] },
        { provide: Handling, useFactory: (discovery: DiscoveryService) => new Handling(discovery, contracts), inject: [DiscoveryService] },
        {
          provide: Dispatcher,
          useFactory: (...parts: ConstructorParameters<typeof Dispatcher>) => new Dispatcher(...parts),
          inject: [Handling, TokenVerifier, Revocations],
        },
        { provide: LocalCalls, useFactory: (dispatcher: Dispatcher) => new LocalCalls(dispatcher), inject: [Dispatcher] },
        {
          provide: WireServer,
          useFactory: (link: NatsLink, dispatcher: Dispatcher, revocations: Revocations, conditions: Conditions) =>
            new WireServer(link, services, dispatcher, revocations, conditions),
          inject: [NatsLink, Dispatcher, Revocations, Conditions],
        },
        { provide: PUBLISH, useFactory: (link: NatsLink) => new StreamPublisher(service, link), inject: [NatsLink] },
        {
          provide: Deliveries,
          useFactory: (link: NatsLink, modules: ModuleRef) =>
            new Deliveries(link, modules, [...(options.followers ?? []), ...(namesPersons ? [PassingWorkOver] : [])]),
          inject: [NatsLink, ModuleRef],
        },
      ],
      exports: [...shared, READINESS, ASK_IDENTITY, PUBLISH],
    };
  }

  /** Connects behind the scenes: a process that waits for NATS is alive and answers its supervisor. */
  onApplicationBootstrap(): void {
    void this.link.open();
    this.revocations.start();
  }
}

function conditionsOf(link: NatsLink, rings: KeyRings, revocations: Revocations): Conditions {
  const conditions = new Conditions();
  conditions.require('nats', () => link.connected !== undefined);
  conditions.require('revocations', () => revocations.current);
  conditions.require('keys', () => rings.gateway.known);
  return conditions;
}

/** Identity provides its own table under {@link REVOCATION_SOURCE}, somewhere in its modules; everyone else asks identity. */
function revocationsOf(link: NatsLink, modules: ModuleRef, clients: Clients): Revocations {
  const remote: RevocationSource = { revocations: async () => (await clients.of(identity).revocations()).revocations };
  let source: RevocationSource | undefined;
  const find = (): RevocationSource => {
    try {
      return modules.get<RevocationSource>(REVOCATION_SOURCE, { strict: false });
    } catch {
      return remote;
    }
  };
  return new Revocations(link, { revocations: () => (source ??= find()).revocations() });
}
