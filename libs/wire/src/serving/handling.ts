import 'reflect-metadata';
import { MessagePattern } from '@nestjs/microservices';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { AnyOperation, Call, Contract, InputOf, OutputOf } from '@lianxue/contracts';
import { InputReader } from './input.js';

type Handler<O> = (input: InputOf<O>, call: Call) => Promise<OutputOf<O>>;

const HANDLED = Symbol('lianxue.handled');

/** Serves one operation of a contract: the method must accept its input and return its output, or it does not compile. */
export const Handles =
  <const O extends AnyOperation>(op: O) =>
  <H extends Handler<O>>(target: object, key: string | symbol, method: TypedPropertyDescriptor<H>): void => {
    MessagePattern(op.name)(target, key, method as TypedPropertyDescriptor<unknown>);
    Reflect.defineMetadata(HANDLED, op, method.value as object);
  };

/** An operation with the method that serves it. */
export interface Served {
  readonly operation: AnyOperation;
  readonly input: InputReader;
  handle(input: object, call: Call): Promise<unknown>;
}

/** Which method serves which operation. A process whose contracts are not served exactly once does not start. */
@Injectable()
export class Handling implements OnApplicationBootstrap {
  private readonly served = new Map<string, Served>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly contracts: readonly Contract[],
  ) {}

  of(operation: string): Served | undefined {
    return this.served.get(operation);
  }

  onApplicationBootstrap(): void {
    const operations = new Map(this.contracts.flatMap((contract) => Object.values(contract)).map((op) => [op.name, op]));
    for (const { instance } of this.discovery.getControllers()) if (instance) this.bind(instance as object, operations);
    const unserved = [...operations.keys()].filter((name) => !this.served.has(name));
    if (unserved.length > 0)
      throw new Error(`Nobody serves ${unserved.join(', ')}: each operation of a contract needs a method with @Handles.`);
  }

  private bind(controller: object, operations: ReadonlyMap<string, AnyOperation>): void {
    for (const [method, operation] of handledBy(controller)) {
      const { name } = operation;
      const where = `${controller.constructor.name}.${method}`;
      if (!operations.has(name)) throw new Error(`${where} serves ${name}, which is no operation of this process's contracts.`);
      if (this.served.has(name)) throw new Error(`${name} is served twice, the second time by ${where}.`);
      const handle = (controller as Record<string, Served['handle']>)[method]!.bind(controller);
      this.served.set(name, { operation, input: new InputReader(operation), handle });
    }
  }
}

/** Methods of a controller and of its base classes that serve an operation. */
function* handledBy(controller: object): Generator<[method: string, AnyOperation]> {
  const seen = new Set<string>();
  for (
    let prototype = Object.getPrototypeOf(controller);
    prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const method of Object.getOwnPropertyNames(prototype)) {
      const value: unknown = Object.getOwnPropertyDescriptor(prototype, method)?.value;
      if (seen.has(method) || typeof value !== 'function') continue;
      seen.add(method);
      const operation = Reflect.getMetadata(HANDLED, value) as AnyOperation | undefined;
      if (operation) yield [method, operation];
    }
  }
}
