import {cpus, loadavg, totalmem} from 'node:os'

import type {Timing} from './measure.ts'

/** What the figures were measured on, and when. */
export function writeMachine(): string {
  const [cpu] = cpus()
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `Machine: ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load average ${load} at the end; ${new Date().toISOString().slice(0, 10)}.`
}

export function writeTiming({median, p99}: Timing): string {
  return `${milliseconds(median)} | ${milliseconds(p99)}`
}

export function milliseconds(value: number | undefined): string {
  if (value === undefined) return '–'
  return value < 10 ? value.toFixed(2) : value.toFixed(0)
}

/** @param bytes - Whole megabytes come out */
export function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}
