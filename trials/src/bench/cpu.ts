import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux reports times in /proc. */
const ticks = 100;

/** CPU time of processes and all their present children, in microseconds: PostgreSQL's backends are children of the postmaster. */
export function cpuOf(pids: readonly number[]): number {
  const children = new Map<number, number[]>();
  const time = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const parent = Number(fields[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
      // utime and stime, with those of children that have ended (cutime, cstime).
      time.set(Number(entry), Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]));
    } catch {
      // It ended while we looked.
    }
  }
  const sum = (pid: number): number => (time.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((all, child) => all + sum(child), 0);
  return (pids.reduce((all, pid) => all + sum(pid), 0) * 1e6) / ticks;
}

/** Resident memory of one process in MB. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
}
