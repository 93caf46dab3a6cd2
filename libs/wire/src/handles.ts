import { MessagePattern } from '@nestjs/microservices';
import type { AnyOperation, Call, InputOf, OutputOf } from '@lianxue/contracts';

type Handler<O> = (input: InputOf<O>, call: Call) => Promise<OutputOf<O>>;

/** Serves one operation of a contract: the method must accept its input and return its output, or it does not compile. */
export const Handles =
  <const O extends AnyOperation>(op: O) =>
  <H extends Handler<O>>(target: object, key: string | symbol, method: TypedPropertyDescriptor<H>): void => {
    MessagePattern(op.name)(target, key, method as TypedPropertyDescriptor<unknown>);
  };
