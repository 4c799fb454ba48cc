import { phaseWords } from '../failover/words'
import { triggerWords } from '../failover/words'
import type { SoakRow } from './rows'

type Check = (value: unknown) => boolean
type Shape = Readonly<Record<string, Check>>

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const part =
  (shape: Shape): Check =>
  (value) =>
    isPart(value) && Object.entries(shape).every(([key, check]) => check(value[key]))
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const oneOf =
  (...names: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && names.includes(value)

const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => Number.isFinite(value)
/** What a date can be made of (ECMA-262, 21.4.1.1). */
const ms: Check = (value) => typeof value === 'number' && Math.abs(value) <= 8.64e15
const slot = oneOf('a', 'b')
const words = part({ en: text, ja: text })
const seen: Check = (value) => text(value) || words(value)

const plan = part({
  name: text,
  durationMs: number,
  upload: part({ kind: text, target: text, everyMs: number, timeoutMs: number }),
  sampleMs: number,
  faults: list(isPart),
  stop: isPart,
  goal: part({ availabilityPct: number, longestGapMs: number }),
})
const decision = part({
  id: number,
  atMs: ms,
  monoUs: number,
  from: orNull(slot),
  to: orNull(slot),
  trigger: oneOf(...Object.keys(triggerWords)),
  evidence: list(seen),
  result: oneOf('open', 'done', 'failed'),
  phases: list(part({ phase: oneOf(...Object.keys(phaseWords)), ms: number })),
  seen: list(seen),
  words,
  ms: orNull(number),
})

/** What is read of each kind of row; whatever else stands in one stays. */
const shapes: { readonly [kind in SoakRow['k']]: Check } = {
  start: part({ ms, us: number, plan, journal: orNull(text) }),
  resume: part({ ms, us: number, lastMs: ms, journal: orNull(text) }),
  journal: part({ ms, file: text }),
  due: part({ n: number, ms, value: text }),
  sent: part({
    n: number,
    ms,
    slot,
    latencyMs: number,
    status: orNull(number),
    own: orNull(text),
    seenAs: orNull(text),
  }),
  unsent: part({ n: number, ms, slot, seen: text }),
  traffic: part({ ms, slot: orNull(slot) }),
  down: part({
    ms,
    us: number,
    fromMs: ms,
    seen,
    cause: oneOf('link', 'upload', 'not-running', 'start'),
  }),
  back: part({ ms, slot }),
  decision: part({ ms, row: decision }),
  sample: part({
    ms,
    slot,
    dbm: orNull(number),
    cell: orNull(text),
    operator: orNull(text),
    rx: number,
    tx: number,
    attaches: number,
    probes: number,
    rttMs: list(number),
  }),
  fault: part({ ms, us: number, slot, fault: text, failed: orNull(text) }),
  anomaly: part({ ms, us: number, seen }),
  end: part({ ms, why: oneOf('done', 'gap', 'switches', 'by-hand', 'gave-up') }),
}

/** Whether a value from a file is a row of a run with all that is read of it: damage may leave the line JSON. */
export function isSoakRow(value: unknown): value is SoakRow {
  const kind = isPart(value) ? value['k'] : undefined
  return typeof kind === 'string' && isKind(kind) && shapes[kind](value)
}
const isKind = (kind: string): kind is SoakRow['k'] => Object.hasOwn(shapes, kind)
