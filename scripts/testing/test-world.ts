import type {World} from '../command.ts'

/** What a command wrote, line by line. */
interface Output {
  readonly stdout: string[]
  readonly stderr: string[]
}

/** A world with a fixed clock, counted identifiers, given input and kept output. */
export function testWorld(given: Partial<World> = {}): {
  readonly world: World
  readonly output: Output
} {
  const output: Output = {stdout: [], stderr: []}
  let identifiers = 0
  const world: World = {
    stdout: (line) => output.stdout.push(line),
    stderr: (line) => output.stderr.push(line),
    async *stdin() {},
    environment: {},
    now: () => new Date('2026-11-23T06:00:00Z'),
    newId: () => `id-${(identifiers += 1)}`,
    stop: new AbortController().signal,
    ...given,
  }
  return {world, output}
}
