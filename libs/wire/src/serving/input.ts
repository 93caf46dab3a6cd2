import { z } from 'zod';
import { InputInvalid, refuse, type AnyOperation, type InputFault } from '@lianxue/contracts';
import { fault, faultsOf } from './faults.js';
import type { CallHead } from '../calls/heads.js';
import { JsonRefused, keysOfStorable, readJson } from './json.js';

/** So that a fault can tell what is missing from what is wrong. */
const parsing = { reportInput: true } as const;

/** Reads the input of one operation: params, query and body, checked, in one object as its handler takes them. */
export class InputReader {
  private readonly params: z.ZodType;
  private readonly query: z.ZodType;
  private readonly body: z.ZodType;

  constructor({ params, query, body }: AnyOperation) {
    this.params = strict(params);
    this.query = strict(query);
    this.body = body instanceof z.ZodObject ? strict(body) : (body ?? strict());
  }

  /** Refuses with `input.invalid`, all faults of all parts at once. */
  read(head: Pick<CallHead, 'params' | 'query' | 'language'>, bytes: Uint8Array): object {
    const language = head.language ?? 'zh';
    const faults: z.output<typeof InputFault>[] = [];
    const input = {};
    const take = (schema: z.ZodType, value: unknown) => {
      const { success, data, error } = schema.safeParse(value, parsing);
      if (success) Object.assign(input, data);
      else faults.push(...faultsOf(error.issues, language, ''));
    };
    try {
      take(this.params, storable(head.params));
      take(this.query, storable(head.query));
      // An empty body is an empty object, so that what may be left out altogether may be left out.
      take(this.body, bytes.byteLength === 0 ? {} : readJson(bytes));
    } catch (error) {
      if (!(error instanceof JsonRefused)) throw error;
      faults.push(fault(error.pointer, error.code, language));
    }
    if (faults.length > 0) throw refuse(InputInvalid, { errors: faults });
    return input;
  }
}

/** Keys that nobody declared are refused, not dropped: a misspelt filter must not answer everything. */
function strict(schema: z.ZodObject = z.object({})): z.ZodType {
  return schema.def.catchall ? schema : schema.strict();
}

/** Params and query came as text in the head; what they hold is as foreign as a body. */
function storable(value: Readonly<Record<string, unknown>> = {}): object {
  keysOfStorable(value);
  return value;
}
