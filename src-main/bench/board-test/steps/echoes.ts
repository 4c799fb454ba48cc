import { z } from 'zod'
import type { Reading } from '@core/plan/judge'
import type { Limit } from '@core/plan/limit'
import { time } from '@contract'
import { host, say } from './parts'

/** What a step that counts echoes may be given, however they are sent; `more` is what its own way needs. */
export const echoSettings = <M extends z.ZodRawShape>(leastEveryMs: number, more: M) =>
  z.strictObject({
    host,
    ...more,
    count: z.number().int().min(1).max(10_000).default(10),
    every: time(leastEveryMs, 3_600_000).prefault(1),
    maxLoss: z.number().min(0).max(100).default(0),
    maxTime: time(1, 3_600_000).optional(),
  })

interface EchoTimes {
  readonly count: number
  readonly every: number
}
/** The last of them is waited for, too. */
export const echoUsualMs = ({ count, every }: EchoTimes): number => count * every + 60_000

interface EchoLimits {
  readonly maxLoss: number
  readonly maxTime?: number | undefined
}
export const echoLimits = ({ maxLoss, maxTime }: EchoLimits): readonly Limit[] => [
  { key: 'loss', title: say('Loss', '損失'), unit: '%', max: maxLoss },
  ...(maxTime === undefined
    ? []
    : [{ key: 'ms', title: say('Mean', '平均'), unit: 'ms', max: maxTime }]),
]

/** An echo that was never sent is lost as one that never came back. */
export const echoLoss = (count: number, received: number): Reading => ({
  key: 'loss',
  value: (100 * (count - received)) / count,
})
