import { z } from 'zod'
import type { Doing, PlanStep, TestPlan } from '@core/plan/plan'
import { onOff, slotConfig, time } from './failover-config'
import { portPath } from './schema'

const texts = z
  .union([z.string().min(1).max(200), z.array(z.string().min(1).max(200)).min(1).max(100)], {
    error: 'expected a text, or a list of texts',
  })
  .transform((value) => (typeof value === 'string' ? [value] : value))
const url = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^/\s]+\S*$/i, 'must be an http:// or https:// address')
const host = z.string().trim().min(1).max(253)
const pattern = z.string().min(1).max(500)

/** What a step may do; each stands under its own key. */
const doings = {
  power: z.strictObject({
    do: z.enum(['on', 'off', 'reset']),
    within: time(100, 3_600_000).prefault(30),
  }),
  status: z.strictObject({ is: z.enum(['on', 'off']), within: time(100, 3_600_000).prefault(10) }),
  at: z.strictObject({
    send: z.string().min(1).max(3071),
    /** A regular expression that a line of the answer must fit; absent: the answer must end with OK. */
    expect: pattern.optional(),
    /** A regular expression with one group: the number that is measured. */
    value: pattern.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: z.string().max(20).default(''),
  }),
  model: z.strictObject({ is: texts }),
  firmware: z.strictObject({ is: texts }),
  imei: z.strictObject({ unseen: onOff.default(true) }),
  sim: z.strictObject({ within: time(100, 3_600_000).prefault(30) }),
  iccid: z.strictObject({ prefix: texts }),
  registered: z.strictObject({ within: time(1_000, 3_600_000).prefault(60) }),
  rat: z.strictObject({ is: texts }),
  band: z.strictObject({ is: texts }),
  rsrp: z.strictObject({
    min: z.number().min(-150).max(-30),
    for: time(1_000, 3_600_000).prefault(10),
  }),
  ppp: z.strictObject({ within: time(1_000, 3_600_000).prefault(90) }),
  dns: z.strictObject({ name: host, within: time(100, 3_600_000).prefault(5) }),
  ping: z.strictObject({
    host,
    count: z.number().int().min(1).max(10_000).default(10),
    every: time(200, 3_600_000).prefault(1),
    maxLoss: z.number().min(0).max(100).default(0),
    maxTime: time(1, 3_600_000).optional(),
  }),
  throughput: z.strictObject({
    url,
    direction: z.enum(['down', 'up']).default('down'),
    for: time(1_000, 3_600_000).prefault(10),
    /** Octets that it may cost. */
    budget: z.number().int().min(10_000).max(10_000_000_000).default(10_000_000),
    min: z.number().min(0),
  }),
  http: z.strictObject({ url, status: z.number().int().min(100).max(599).default(200) }),
  sms: z.strictObject({
    number: z.string().regex(/^\+?\d{3,20}$/, 'expected a phone number, such as "+819012345678"'),
    within: time(1_000, 3_600_000).prefault(60),
  }),
  supply: z.strictObject({
    min: z.number().min(0).max(100),
    max: z.number().min(0).max(100).default(100),
    during: z.enum(['rest', 'attach']).default('rest'),
  }),
  cycles: z.strictObject({
    count: z.number().int().min(1).max(1000),
    within: time(100, 3_600_000).prefault(30),
  }),
  macro: z.strictObject({ text: z.string().min(1).max(100_000) }),
  ask: z.strictObject({
    question: z.string().min(1).max(500),
    pass: z.enum(['yes', 'no']).default('yes'),
  }),
} as const
export const doingKinds = Object.keys(doings) as readonly Doing['kind'][]

const step = z.strictObject({
  name: z.string().trim().min(1).max(80),
  needs: texts.optional(),
  retries: z.number().int().min(0).max(20).default(0),
  timeout: time(100, 86_400_000).optional(),
  always: onOff.default(false),
  ...(Object.fromEntries(
    Object.entries(doings).map(([kind, shape]) => [kind, shape.optional()]),
  ) as { [K in keyof typeof doings]: z.ZodOptional<(typeof doings)[K]> }),
})
type Step = z.output<typeof step>

/** A test of a board as one file. */
export const testConfig = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected lower-case letters, digits and dashes'),
  /** Where the board is, unless the person says otherwise. */
  port: portPath,
  options: slotConfig.shape.options,
  preset: slotConfig.shape.preset,
  connect: slotConfig.shape.connect,
  board: slotConfig.shape.board,
  stop: z.enum(['first-failure', 'never']).default('first-failure'),
  /** How identifiers stand in records and reports. */
  keep: z
    .strictObject({
      imei: z.enum(['whole', 'masked']).default('whole'),
      iccid: z.enum(['whole', 'masked']).default('masked'),
    })
    .prefault({}),
  steps: z.array(step).min(1).max(500),
})
export type TestConfig = z.output<typeof testConfig>

/** The kinds a step names; exactly one is right. */
export const kindsIn = (given: Step): readonly Doing['kind'][] =>
  doingKinds.filter((kind) => given[kind] !== undefined)

/** The plan of a file in the words of the run. */
export function planOf({ name, stop, keep, steps }: TestConfig): TestPlan {
  return { name, stop, keep, steps: steps.map(planStep) }
}

function planStep(given: Step): PlanStep {
  const does = doingOf(given)
  return {
    name: given.name,
    does,
    needs: given.needs ?? [],
    retries: given.retries,
    timeoutMs: given.timeout ?? usualMs(does),
    always: given.always,
  }
}

/** A time for itself, and a little for what comes before and after. */
function usualMs(does: Doing): number {
  switch (does.kind) {
    case 'ask':
      return 3_600_000
    case 'ping':
      return does.count * does.everyMs + 60_000
    case 'throughput':
      return does.seconds * 1000 + 60_000
    case 'rsrp':
      return does.forMs + 30_000
    case 'cycles':
      return does.count * (does.withinMs + 90_000)
    case 'macro':
      return 600_000
    case 'power':
      return does.withinMs + 30_000
    default:
      return 'withinMs' in does ? does.withinMs + 5_000 : 120_000
  }
}

function doingOf(given: Step): Doing {
  const { power, status, at, model, firmware, imei, sim, iccid, registered, rat, band } = given
  if (power) return { kind: 'power', action: power.do, withinMs: power.within }
  if (status) return { kind: 'status', is: status.is, withinMs: status.within }
  if (at) {
    const { send, unit, ...rest } = at
    return { kind: 'at', send, unit, ...onlyGiven(rest) }
  }
  if (model) return { kind: 'model', is: model.is }
  if (firmware) return { kind: 'firmware', is: firmware.is }
  if (imei) return { kind: 'imei', unseen: imei.unseen }
  if (sim) return { kind: 'sim', withinMs: sim.within }
  if (iccid) return { kind: 'iccid', prefix: iccid.prefix }
  if (registered) return { kind: 'registered', withinMs: registered.within }
  if (rat) return { kind: 'rat', is: rat.is }
  if (band) return { kind: 'band', is: band.is }
  return linkDoing(given)
}

function linkDoing(given: Step): Doing {
  const { rsrp, ppp, dns, ping, throughput, http, sms, supply, cycles, macro, ask } = given
  if (rsrp) return { kind: 'rsrp', minDbm: rsrp.min, forMs: rsrp.for }
  if (ppp) return { kind: 'ppp', withinMs: ppp.within }
  if (dns) return { kind: 'dns', name: dns.name, withinMs: dns.within }
  if (ping) {
    const { host: to, count, every, maxLoss, maxTime } = ping
    const most = maxTime === undefined ? {} : { maxMs: maxTime }
    return { kind: 'ping', host: to, count, everyMs: every, maxLossPct: maxLoss, ...most }
  }
  if (throughput) {
    const { url: from, direction, for: ms, budget, min } = throughput
    const seconds = ms / 1000
    return { kind: 'throughput', url: from, direction, seconds, budgetBytes: budget, minMbps: min }
  }
  if (http) return { kind: 'http', url: http.url, status: http.status }
  if (sms) return { kind: 'sms', number: sms.number, withinMs: sms.within }
  if (supply) return { kind: 'supply', minV: supply.min, maxV: supply.max, during: supply.during }
  if (cycles) return { kind: 'cycles', count: cycles.count, withinMs: cycles.within }
  if (macro) return { kind: 'macro', text: macro.text }
  if (ask) return { kind: 'ask', question: ask.question, pass: ask.pass }
  throw new Error(`step ${given.name} does nothing; the reader lets none pass`)
}

/** Without what is undefined. */
function onlyGiven<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const there = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(there) as { [K in keyof T]: Exclude<T[K], undefined> }
}
