import { factText } from '../../at/fact-text'
import type { Facts } from '../../at/knowledge'
import { ok, type Step } from '../step'
import { signalIs, signalNotTold, stepTitles } from './words'

/** How strong the signal is. Never fails: a weak signal is a fact, and some firmware answers CSQ with 99 while connected. */
export const signal: Step = {
  id: 'signal',
  title: stepTitles.signal,
  limitMs: 30_000,
  async run(context) {
    let facts: Facts = {}
    for (const command of context.profile().signal) {
      const reply = await context.ask(command)
      if (!reply.ok) continue
      const found = context.read(reply)
      facts = {
        ...facts,
        ...Object.fromEntries(Object.entries(found).filter(([, v]) => v !== null)),
      }
    }
    const level = levelOf(facts)
    return ok(level === undefined ? signalNotTold : signalIs(level), facts)
  },
}

/** The strongest two of what tells how good the signal is: `RSRP -95 dBm, RSRQ -10 dB`. */
export function levelOf(facts: Facts): string | undefined {
  const parts = [
    ['RSRP', facts['rsrp_dbm'], 'dBm'],
    ['RSCP', facts['rscp_dbm'], 'dBm'],
    ['RSRQ', facts['rsrq_db'], 'dB'],
    ['RSSI', facts['rssi_dbm'], 'dBm'],
  ].filter(([, value]) => typeof value === 'number')
  if (parts.length === 0) return undefined
  return parts
    .slice(0, 2)
    .map(([name, value, unit]) => `${factText(name)} ${factText(value)} ${factText(unit)}`)
    .join(', ')
}
