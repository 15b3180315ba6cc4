/** What a person reads when the lake cannot listen: why, and the way out. */
export function explainListenError(error: unknown, host: string, port: number): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const start = `Cannot serve the lake on ${host}:${port}`
  if (code === 'EADDRINUSE') {
    return new Error(
      `${start}: the port is in use; end the program that has it, or choose another with --port`,
      {cause: error},
    )
  }
  if (code === 'EACCES') {
    return new Error(`${start}: the port is not allowed; choose one above 1023 with --port`, {
      cause: error,
    })
  }
  return new Error(`${start}: ${String(error)}`, {cause: error})
}
