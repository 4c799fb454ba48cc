import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import type { Facts } from '@core/at/knowledge'
import { levelOf } from '@core/connect/steps/signal'
import type { ModemSession } from '@core/modem/session'
import type { Language } from '@core/words'
import { nodeClock } from '@platform/clock/node-clock'
import { printJson } from './output'

const everyMs = 10_000

interface Options {
  readonly language: Language
  readonly json: boolean
  readonly startUs: number
}

/**
 * Tells the signal at once and then now and again while data flows, where AT is to be had beside it: on standard error in words, with `json`
 * as objects between the steps and the end. Returns the way to stop.
 */
export function watchSignal(session: ModemSession, options: Options): () => void {
  let stopped = false
  const again = (ms: number) => nodeClock.schedule(ms, () => void round())
  const round = async () => {
    const { through } = session.way
    if (through === 'second' || through === 'channel') await tell(session, options)
    if (!stopped) cancel = again(everyMs)
  }
  let cancel = again(0)
  return () => {
    stopped = true
    cancel()
  }
}

async function tell(session: ModemSession, { language, json, startUs }: Options): Promise<void> {
  const commands = (session.memory.profile ?? modemProfiles.at(-1))?.signal ?? []
  let facts: Facts = {}
  for (const command of commands) {
    // What is not answered now is asked again in ten seconds.
    const reply = await session.ask(command, { priority: 'poll' }).catch(() => undefined)
    if (reply?.ok) facts = { ...facts, ...knowledge.answer(command, reply.lines) }
  }
  const seconds = Math.round((nodeClock.monotonicUs() - startUs) / 1e6)
  const level = levelOf(facts)
  if (json) await printJson({ held: seconds, facts })
  else if (level !== undefined)
    process.stderr.write(`modem-bench: ${seconds}${language === 'ja' ? ' 秒' : ' s'}: ${level}\n`)
}
