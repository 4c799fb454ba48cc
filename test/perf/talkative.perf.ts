import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { afterEach, expect, test } from 'vitest'
import { ptyPair } from '../support/pty-pair'
import { median, reportRatio } from '../support/ratio'
import { talker } from './talker'
import { watchedBench } from './watched-bench'

const cases = [
  { talk: 'noise', bytesPerS: 20_000, slots: ['a'] },
  { talk: 'reports', bytesPerS: 92_000, slots: ['a'] },
  { talk: 'reports', bytesPerS: 92_000, slots: ['a', 'b'] },
] as const

const lastsMs = 20_000

/** A window asks now and then. */
const pauseMs = 200
const answersWithinMs = 100
const mostOfACore = 0.15

/** Seconds of the processor that a program has had. */
function cpuS(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

let open: (() => void | Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.reverse()) await close()
  open = []
})

/** How long a call took until its answer. */
async function took(call: Promise<unknown>): Promise<number> {
  const began = performance.now()
  await call
  return performance.now() - began
}

test.each(cases)(
  '$talk, $bytesPerS octets a second in $slots, with a window',
  async ({ talk, bytesPerS, slots }) => {
    const { bench, end } = await watchedBench()
    open.push(end)
    const opened: number[] = []
    const talkers = []
    for (const slot of slots) {
      const pair = await ptyPair()
      open.push(() => pair.remove())
      const one = talker(pair, talk, bytesPerS)
      open.push(one.stop)
      talkers.push(one)
      opened.push(await took(bench.client.call('port.open', { slot, path: pair.near })))
    }
    const answers: number[] = []
    const { pid } = bench.host.child
    const [beforeS, beforeSaid, began] = [cpuS(pid), total(talkers), performance.now()]
    while (performance.now() - began < lastsMs) {
      answers.push(await took(bench.client.call('app.snapshot')))
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    const seconds = (performance.now() - began) / 1000
    const perModem = (cpuS(pid) - beforeS) / seconds / slots.length
    const kBs = (total(talkers) - beforeSaid) / seconds / slots.length / 1000
    answers.sort((a, b) => a - b)
    const nearlyAll = answers[Math.floor(answers.length * 0.99)] ?? Number.NaN
    const name = `${talk}, ${kBs.toFixed(0)} kB/s × ${slots.length}`
    console.log(
      `${name}: opened after ${opened.map((ms) => ms.toFixed(0)).join(', ')} ms; ${answers.length} answers, median ${median(answers).toFixed(1)}, ` +
        `99 % within ${nearlyAll.toFixed(1)}, longest ${(answers.at(-1) ?? 0).toFixed(0)} ms; ${(perModem * 100).toFixed(1)} % of a core a modem`,
    )
    const runs = answers.length
    reportRatio({
      name: `${name}: answer`,
      oursMs: nearlyAll,
      bareMs: answersWithinMs,
      goal: 1,
      runs,
    })
    reportRatio({
      name: `${name}: processor in a second`,
      oursMs: perModem * 1000,
      bareMs: mostOfACore * 1000,
      goal: 1,
      runs,
    })
    expect(kBs).toBeGreaterThan(0)
  },
)

const total = (talkers: readonly { said: () => number }[]) =>
  talkers.reduce((sum, { said }) => sum + said(), 0)
