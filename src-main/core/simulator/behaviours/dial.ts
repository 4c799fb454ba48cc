import { error, ok } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'

/** `*99#`, `*99***1#`, `*99**PPP*1#`: the context to call (27.007, 10.2.1.1). */
function contextOf(number: string): number | undefined {
  const match = /^[TP]?\*9[89](?:\*[^*#]*(?:\*[^*#]*(?:\*(\d{1,2}))?)?)?#$/i.exec(number)
  return match ? Number(match[1] ?? '1') : undefined
}

const dialled = withCard(({ modem, channel, command }: Asked): Outcome => {
  const number = command.text.replace(/\s+/g, '')
  if (number === '') return error
  const cid = contextOf(number)
  const called = /^(\+?[0-9*#A-D]+);$/i.exec(number)?.[1]
  if (called !== undefined && modem.telephone.reachable) {
    if (modem.telephone.state !== 'idle') return error
    return { after: () => modem.telephone.dial(called) }
  }
  // Nobody answers the telephone on a data-only module.
  if (cid === undefined)
    return {
      waitMs: modem.pick([300, 900]),
      abortable: true,
      aborted: { final: { kind: 'no-carrier' } },
      then: () => ({ final: { kind: 'no-carrier' } }),
    }
  return modem.calls.dial(channel, cid)
})

/** Calls: dial, hang up, back to data (V.250, 6.3). */
export const dial: Behaviour = [
  { name: 'D', execute: dialled },
  {
    name: 'H',
    execute: ({ modem }) => ({
      waitMs: modem.pick([80, 300]),
      then: () => {
        modem.calls.hangUp()
        modem.telephone.hangUp()
        return {}
      },
    }),
  },
  {
    name: 'O',
    execute: ({ modem, channel }) => modem.calls.resume(channel),
  },
  {
    name: 'A',
    execute: ({ modem }) =>
      modem.telephone.state === 'incoming'
        ? { after: () => void modem.telephone.answer() }
        : { final: { kind: 'no-carrier' } },
  },
  {
    name: '+CHUP',
    test: () => ok(),
    execute: ({ modem }) => {
      modem.calls.hangUp()
      modem.telephone.hangUp()
      return {}
    },
  },
]
