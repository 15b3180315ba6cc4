#!/usr/bin/env -S node --max-semi-space-size=8
import {enableCompileCache} from 'node:module'
import {fileURLToPath} from 'node:url'

// Half of a short command's time went into compiling the same program anew (1.15 s, 0.65 without it; 2026-11-29). What was compiled once stands among the packages, not in a folder that others may
// write to; the processes that evaluate queries find it by the environment.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('../node_modules/.cache/wiredesk', import.meta.url),
)
enableCompileCache(process.env['NODE_COMPILE_CACHE'])
const {runInProcess} = await import('./run-in-process.ts')
await runInProcess()
