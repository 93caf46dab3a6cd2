import { readFileSync } from 'node:fs';

/**
 * Megabytes a process had in memory at most, as the kernel counts it; 0 when it is gone. Not `maxRSS`: a new process inherits
 * that from the one that started it.
 */
export function peakMegabytes(pid: number | 'self' | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
