export { WireModule, type WireOptions } from './wire.module.js';
export { serve, whenToldToEnd } from './process/serve.js';
export { connectAs, type Connected } from './process/connect-as.js';
export { Handles } from './serving/handling.js';
export { Clients, ServiceFailed, type ClientOf, type ClientOptions } from './calls/clients.js';
export { Calls, refusedAnswer, type CallAnswer, type CallRequest } from './calls/call.js';
export { maxAnswerBytes, maxBodyBytes, type AnswerHead, type CallHead } from './calls/heads.js';
export { WireCalls } from './calls/wire-calls.js';
export { LocalCalls } from './serving/local-calls.js';
export { WireServer } from './serving/wire-server.js';
export { refusalToTry } from './serving/may-try.js';
export { fault } from './serving/faults.js';
export { readJson, JsonRefused } from './serving/json.js';
export { tokenOf } from './serving/call-of.js';
export { TokenVerifier } from './tokens/token-verifier.js';
export { ServiceTokens } from './tokens/service-tokens.js';
export { audience } from './tokens/claims.js';
export type { KeySet } from './tokens/key-ring.js';
export { publishKeys, type PublishedKeys } from './tokens/publish-keys.js';
export {
  broadcastRevocation,
  REVOCATION_SOURCE,
  Revocations,
  revocationsSubject,
  type Revocation,
  type RevocationSource,
} from './tokens/revocations.js';
export { toCloudEvent, factIn, type CloudEvent } from './events/cloud-event.js';
export { StreamBehind, StreamPublisher } from './events/publisher.js';
export { streamOf } from './events/streams.js';
export { NatsLink, natsAddress, type NatsAddress } from './process/nats-link.js';
export { Conditions } from './process/readiness.js';
export { Health } from './process/health.js';
export { logOf, NestLog, tellingOf } from './process/log.js';
export { guardedAgent } from './outward/guarded-agent.js';
export { Reachable } from './outward/reachable.js';
