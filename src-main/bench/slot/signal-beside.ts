import type { SignalReading } from '@contract'
import { levelOf } from '@core/connect/steps/signal'
import type { Facts, Knowledge } from '@core/at/knowledge'
import type { ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'

/** The signal beside the data of a call; null where AT is not to be had there. */
export async function signalBeside(
  session: ModemSession,
  knowledge: Knowledge,
  profile: ModemProfile | undefined,
): Promise<SignalReading | null> {
  const { through } = session.way
  if (through !== 'second' && through !== 'channel') return null
  let facts: Facts = {}
  for (const command of profile?.signal ?? []) {
    // What is not answered now is asked again with the next reading.
    const reply = await session.ask(command, { priority: 'poll' }).catch(() => undefined)
    if (reply?.ok) facts = { ...facts, ...knowledge.answer(command, reply.lines) }
  }
  return { facts, level: levelOf(facts) ?? null }
}
