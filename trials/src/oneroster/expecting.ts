import { expect } from '@jest/globals';
import type { Answer } from './client.js';
import { StatusInfo } from './shapes.js';

/** A refusal in the form of OneRoster. */
export function expectRefused(answer: Answer, status: number, minor: string): void {
  expect({ status: answer.status, body: StatusInfo.safeParse(answer.body).error }).toEqual({ status, body: undefined });
  expect(answer.body.imsx_CodeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue).toBe(minor);
  expect(answer.headers.get('content-type')).toContain('application/json');
}

export const modified = ({ dateLastModified }: { dateLastModified: string }): number => Date.parse(dateLastModified);
