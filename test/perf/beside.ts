import { performance } from 'node:perf_hooks'
import type { Client } from '@contract'
import { median, reportRatio } from '../support/ratio'

/** As a window asks while somebody reads a long log. */
const pauseMs = 5
const answersWithinMs = 100

/** Asks over another connection until the work is done; how long each answer took. */
export async function during<T>(other: Client, work: Promise<T>): Promise<[T, number[], number]> {
  const answers: number[] = []
  let going = true
  const asking = (async () => {
    while (going) {
      const began = performance.now()
      await other.call('app.snapshot')
      answers.push(performance.now() - began)
      await new Promise((done) => setTimeout(done, pauseMs))
    }
  })()
  const began = performance.now()
  const done = await work.finally(() => (going = false))
  const tookMs = performance.now() - began
  await asking
  return [done, answers.sort((a, b) => a - b), tookMs]
}

export function told(name: string, answers: number[], tookMs: number): void {
  const nearlyAll = answers[Math.floor(answers.length * 0.99)] ?? Number.NaN
  const late = answers.filter((ms) => ms > answersWithinMs).length
  console.log(
    `${name}: ${(tookMs / 1000).toFixed(1)} s, ${answers.length} answers, median ${median(answers).toFixed(1)}, ` +
      `99 % within ${nearlyAll.toFixed(0)}, longest ${(answers.at(-1) ?? 0).toFixed(0)} ms, ${late} over ${answersWithinMs} ms`,
  )
  const runs = answers.length
  reportRatio({ name, oursMs: answers.at(-1) ?? 0, bareMs: answersWithinMs, goal: 1, runs })
}
