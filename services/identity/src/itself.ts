import { identity, ownCallOf, serviceItself, type AnyOperation, type Call } from '@lianxue/contracts';

/** Identity on its own account: its housekeeping, and reads whose right has been established in another way than by reach. */
export const itself = serviceItself('identity');

/** A call nobody made. */
export const ownCall = (operation: AnyOperation = identity.revocations): Call => ownCallOf(operation);
