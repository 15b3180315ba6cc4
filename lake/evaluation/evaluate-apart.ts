import {availableParallelism} from 'node:os'

import {BusyError} from './busy-error.ts'
import {questionKey} from './question-key.ts'
import type {Evaluator, Question} from './question.ts'
import {type EvaluatorProcess, startEvaluatorProcess} from './start-evaluator-process.ts'

/** Processes at most: one for long questions and one for quick ones, more only where there are cores for them. */
const LANES = Math.max(2, Math.min(4, availableParallelism() - 1))

/** From here on a question counts as long, in milliseconds. */
const LONG = 500

/** Questions that may wait, as many as the hosted lake takes at once; and long ones among them. */
const MOST_WAITING = 500
const MOST_LONG_WAITING = 10

/** A process that was not needed for so long ends, but for the last one; in milliseconds. */
const IDLE = 30_000

type Answer = Uint8Array<ArrayBuffer>

interface Task {
  readonly question: Question
  /** Equal questions that wait are asked once; `undefined` = nobody else asks the like */
  readonly key: string | undefined
  /** How many wait for the answer */
  askers: number
  readonly answer: PromiseWithResolvers<Answer>
  isLong: boolean
}

interface Lane {
  readonly process: EvaluatorProcess
  isReady: boolean
  task: Task | undefined
  idle: NodeJS.Timeout | undefined
}

/**
 * Evaluates in a few processes of its own, one question at a time in each, started when they are needed. One lane is always left to quick questions: where
 * long ones hold all of them, the youngest gives way and begins anew when another long one is done.
 */
export function evaluateApart(file: string): Evaluator {
  // In the order in which their tasks began
  const lanes = new Set<Lane>()
  const waiting: Task[] = []
  let isOpen = true

  function next(): void {
    for (const lane of lanes) if (!lane.task && !lane.process.isAlive()) end(lane)
    for (;;) {
      const task = chooseTask()
      if (!task) return
      // The one that worked last has at hand what it read.
      const lane = [...lanes].findLast((each) => each.isReady && !each.task)
      if (!lane) break
      waiting.splice(waiting.indexOf(task), 1)
      void run(lane, task)
    }
    makeWay()
    const starting = [...lanes].filter(({isReady}) => !isReady).length
    if (lanes.size < LANES && starting < waiting.length) void start()
  }

  /** The first that waits; a long one only while a lane stays free for the quick. */
  function chooseTask(): Task | undefined {
    const mayBeLong = longLanes().length < LANES - 1
    return waiting.find(({isLong}) => mayBeLong || !isLong)
  }

  function longLanes(): readonly Lane[] {
    return [...lanes].filter(({task}) => task?.isLong === true)
  }

  /** Where every lane is held by a long task while a quick one waits, the youngest is put off. */
  function makeWay(): void {
    const long = longLanes()
    const youngest = long.at(-1)
    if (long.length < LANES || !youngest?.task || waiting.every(({isLong}) => isLong)) return
    const {task} = youngest
    drop(youngest)
    wait(task)
  }

  async function start(): Promise<void> {
    const process = startEvaluatorProcess(file)
    const lane: Lane = {process, isReady: false, task: undefined, idle: undefined}
    lanes.add(lane)
    try {
      await process.ready
      lane.isReady = true
      rest(lane)
    } catch (error) {
      lanes.delete(lane)
      waiting.shift()?.answer.reject(error)
    }
    next()
  }

  async function run(lane: Lane, task: Task): Promise<void> {
    clearTimeout(lane.idle)
    lane.task = task
    lanes.delete(lane)
    lanes.add(lane)
    const patience = setTimeout(() => {
      task.isLong = true
      if (task.askers === 0) drop(lane)
      next()
    }, LONG)
    try {
      const answer = await lane.process.ask(task.question)
      if (lane.task === task) task.answer.resolve(answer)
    } catch (error) {
      if (lane.task === task) task.answer.reject(error)
    }
    clearTimeout(patience)
    lane.task = undefined
    if (lane.process.isAlive()) rest(lane)
    else lanes.delete(lane)
    next()
    // One stays warm
    if (isOpen && lanes.size === 0) void start()
  }

  function rest(lane: Lane): void {
    const retire = (): void => {
      if (lanes.size > 1) end(lane)
    }
    lane.idle = setTimeout(retire, IDLE).unref()
  }

  function end(lane: Lane): void {
    lanes.delete(lane)
    clearTimeout(lane.idle)
    lane.process.kill()
  }

  function wait(task: Task): void {
    // Writers and listeners wait for these; there are never more of them than transactions and filters under way.
    if (task.question.type !== 'query' && !task.isLong) {
      waiting.unshift(task)
      return
    }
    const long = waiting.filter(({isLong}) => isLong).length
    if (waiting.length < MOST_WAITING && !(task.isLong && long >= MOST_LONG_WAITING)) {
      waiting.push(task)
      return
    }
    task.answer.reject(
      new BusyError(`The lake is busy with ${waiting.length} other queries; try again in a moment`),
    )
  }

  /** A quick task is done in a moment, and its process goes on; a long one, or one that turns out to be, ends with its process. */
  function giveUp(task: Task, reason: unknown): void {
    if (--task.askers > 0) return
    const place = waiting.indexOf(task)
    if (place >= 0) waiting.splice(place, 1)
    const lane = longLanes().find((each) => each.task === task)
    task.answer.reject(reason)
    if (lane) drop(lane)
    next()
  }

  /** Ends what a lane works on: nobody waits for it. */
  function drop(lane: Lane): void {
    lane.task = undefined
    end(lane)
  }

  void start()
  return {
    answer(question, signal) {
      const key = question.type === 'query' ? questionKey(question) : undefined
      // Who joins one that waits misses nothing: what is written by now is read when its turn comes.
      const equal = waiting.find((task) => key !== undefined && task.key === key)
      const task = equal ?? createTask(question, key)
      if (!equal) wait(task)
      task.askers++
      signal?.addEventListener('abort', () => giveUp(task, signal.reason), {once: true})
      next()
      return task.answer.promise
    },
    close() {
      isOpen = false
      const closed = new Error('The lake has closed')
      for (const {answer} of waiting.splice(0)) answer.reject(closed)
      for (const lane of lanes) {
        lane.task?.answer.reject(closed)
        end(lane)
      }
    },
  }
}

function createTask(question: Question, key: string | undefined): Task {
  return {question, key, askers: 0, answer: Promise.withResolvers(), isLong: false}
}
