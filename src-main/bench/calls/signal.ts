import type { Handlers, ScannedOperator, signalCalls } from '@contract'
import type { Knowledge } from '@core/at/knowledge'
import { Fault } from '@core/fault'
import { accessNames } from '@bench/slot/known-facts'
import type { Slots } from '@bench/slot/slot'
import type { SignalHistory } from '@bench/signal/signal-history'
import type { SignalMarkers } from '@bench/signal/signal-marks'
import { quoted } from '@core/words'

/** What of the bench is needed here. */
export interface SignalParts {
  readonly slots: Slots
  readonly signals: SignalHistory
  readonly marks: SignalMarkers
}

const scan = 'AT+COPS=?'
const states = ['unknown', 'available', 'current', 'forbidden'] as const

/** The calls behind the charts. */
export function signalHandlersOf(
  bench: SignalParts,
  knowledge: Knowledge,
): Pick<Handlers, keyof typeof signalCalls> {
  return {
    'signal.read': async ({ slot }) => bench.slots[slot].readSignal(),
    'signal.history': async ({ sinceMs, maxPoints }) => bench.signals.since(sinceMs, maxPoints),
    'signal.marks': async () => bench.marks.marks,
    'operators.scan': async ({ slot }) => {
      const answer = await bench.slots[slot].asked.send(scan)
      if (!answer.ok) throw new Fault('at-error', quoted(`${scan}: ${answer.final}`))
      return { operators: operatorsIn(knowledge.answer(scan, answer.lines)), ms: answer.ms }
    },
  }
}

function operatorsIn(facts: ReturnType<Knowledge['answer']>): readonly ScannedOperator[] {
  const rows = facts['operators']
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row: unknown) => (isRecord(row) ? [operatorOf(row)] : []))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Names in UCS2 were decoded beside what the modem said. */
function operatorOf(row: Record<string, unknown>): ScannedOperator {
  const text = (name: string) => {
    const value = row[`${name}_decoded`] ?? row[name]
    return typeof value === 'string' ? value : ''
  }
  const { stat, act } = row
  return {
    state: (typeof stat === 'number' ? states[stat] : undefined) ?? 'unknown',
    name: text('long'),
    short: text('short'),
    numeric: text('numeric'),
    access: typeof act === 'number' ? (accessNames[act] ?? '') : '',
  }
}
