import { ipv6Octets } from '../../ip/ipv6-address'
import { cme, ok, wrong } from '../answer'
import type { Answer, Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import type { CmeCode } from '../cme'
import { causeText } from '../causes'
import type { Cause } from '../causes'
import type { ContextAuth } from '../contexts'
import type { ModemParts } from '../modem-parts'
import type { NoAddress } from '../persona'
import { dns6 } from '../ipv6-network'
import { numberIn } from '../parameters'

const MAX_CID = 15
/** 0 on nRF91, whose first context is that of the attach. */
const leastCid = ({ persona }: ModemParts) => persona.defaults.contexts[0]?.cid ?? 1
/** IPv6 as AT tells it (27.007, 10.1.41, the default). */
const asNumbers = (address: string) => [...(ipv6Octets(address) ?? [])].join('.')
const types = ['IP', 'IPV6', 'IPV4V6', 'PPP']

function contextLines(modem: ModemParts): string[] {
  const contexts = [...modem.stored.contexts.values()].sort((a, b) => a.cid - b.cid)
  return contexts.map(({ cid, type, apn }) => {
    const session = modem.contexts.get(cid)
    const { contextTail, noAddress } = modem.persona.formats
    const address = session ? session.told.join(',') : noAddressOf(noAddress, type !== 'IP')
    const tail = address === undefined ? '' : `,"${address}"`
    return `+CGDCONT: ${cid},"${type}","${apn}"${tail}${contextTail}`
  })
}

/** `wide`: it may be one of IPv6, which AT tells in sixteen numbers. Undefined: the field is left away. */
function noAddressOf(how: NoAddress, wide: boolean): string | undefined {
  switch (how) {
    case 'absent':
      return undefined
    case 'empty':
      return ''
    case 'zeros':
      return Array(wide ? 16 : 4)
        .fill('0')
        .join('.')
    case 'colons':
      return wide ? '::' : '0.0.0.0'
  }
}

function define({ modem, values }: Asked): Outcome {
  const cid = numberIn(values[0], leastCid(modem), MAX_CID)
  if (cid === undefined) return wrong
  if (values.length === 1) {
    modem.stored.contexts.delete(cid)
    modem.stored.auth.delete(cid)
    return {}
  }
  const type = values[1]?.text.toUpperCase() ?? ''
  const apn = values[2]?.text ?? ''
  if (!types.includes(type) || apn.length > 99 || /[^\x21-\x7e]/.test(apn)) return wrong
  modem.stored.contexts.set(cid, { cid, type, apn })
  return {}
}

function authLines(modem: ModemParts): string[] {
  const cids = [...modem.stored.contexts.keys()].sort((a, b) => a - b)
  return cids.map((cid) => {
    const auth = modem.stored.auth.get(cid)
    if (!auth || auth.type === 0) return `+CGAUTH: ${cid},0`
    return `+CGAUTH: ${cid},${auth.type},"${auth.user}","${auth.password}"`
  })
}

/** The write form has name and password in the family's own order; the read form is always user, password. */
function setAuth({ modem, values }: Asked): Outcome {
  const cid = numberIn(values[0], leastCid(modem), MAX_CID)
  const type = values[1] ? numberIn(values[1], 0, 3) : 0
  if (cid === undefined || type === undefined || values.length > 4) return wrong
  const texts = values.slice(2).map((value) => value.text)
  if (texts.some((text) => text.length > 50)) return wrong
  if (type !== 0 && texts.length === 0) return wrong
  const [first = '', second = ''] = texts
  const [user, password] =
    modem.persona.authOrder === 'password-user' ? [second, first] : [first, second]
  modem.stored.auth.set(cid, { type: authTypes[type] ?? 0, user, password })
  return {}
}
const authTypes: readonly ContextAuth['type'][] = [0, 1, 2, 3]

function attachRead({ modem }: Asked): Outcome {
  return ok(`+CGATT: ${modem.radio.state.kind === 'registered' ? 1 : 0}`)
}

const attach = withCard(({ modem, values }) => {
  const wanted = numberIn(values[0], 0, 1)
  if (wanted === undefined || values.length !== 1) return wrong
  if (modem.radio.functionality !== 1) return cme(3)
  return {
    waitMs: modem.pick([600, 2_500]),
    abortable: true,
    then: () => {
      if (wanted === 0) modem.radio.detach()
      else modem.radio.attach()
      return {}
    },
  }
})

function cidsOf({ modem, values }: Asked, from: number): readonly number[] | undefined {
  const asked = values.slice(from)
  if (asked.length === 0) return [...modem.stored.contexts.keys()]
  const cids = asked.map((value) => numberIn(value, leastCid(modem), MAX_CID))
  return cids.every((cid) => cid !== undefined && modem.stored.contexts.has(cid))
    ? cids.filter((cid) => cid !== undefined)
    : undefined
}

const codes: Record<number, CmeCode> = { 27: 127, 28: 128, 29: 149, 33: 133, 50: 192, 51: 193 }

const switchContexts = withCard((asked) => {
  const { modem, values } = asked
  const wanted = numberIn(values[0], 0, 1)
  const cids = cidsOf(asked, 1)
  if (wanted === undefined || !cids) return wrong
  const state = modem.radio.state
  if (state.kind !== 'registered') return cme(30)
  return {
    waitMs: modem.pick([300, 1_800]),
    abortable: true,
    then: () => {
      if (wanted === 1) return activated(modem, cids)
      // An LTE modem keeps the bearer of its attach (27.007, 10.1.10).
      const kept = state.cell.technology === 'lte' && modem.contexts.cids.length <= cids.length
      if (kept) return cme(151)
      for (const cid of cids) modem.calls.release(cid)
      return {}
    },
  }
})

function activated(modem: ModemParts, cids: readonly number[]): Answer {
  for (const cid of cids) {
    const cause = modem.calls.activate(cid)
    if (cause) return cme(codes[cause.code] ?? 148)
  }
  return {}
}

function addresses(asked: Asked): Outcome {
  const cids = cidsOf(asked, 0)
  if (!cids) return wrong
  return ok(
    ...cids.map((cid) => {
      const session = asked.modem.contexts.get(cid)
      return [`+CGPADDR: ${cid}`, ...(session?.told ?? [])].join(',')
    }),
  )
}

function readings(asked: Asked): Outcome {
  const cids = cidsOf(asked, 0)
  if (!cids) return wrong
  const active = asked.modem.contexts
  const lines = cids.flatMap((cid) => {
    const session = active.get(cid)
    if (!session) return []
    // Bearers are numbered in their order (24.007, 11.2.3.1.5): the first is the attach's.
    const bearer = 5 + active.inOrder.indexOf(cid)
    const apn = `${session.point.apn}.mnc010.mcc440.gprs`
    return session.told.map((address) => {
      const [first, second] = address === session.address ? session.point.dns : dns6.map(asNumbers)
      return `+CGCONTRDP: ${cid},${bearer},"${apn}","${address}","","${first}","${second}"`
    })
  })
  return ok(...lines)
}

function lastCause(cause: Cause | undefined): string {
  return cause ? causeText(cause) : 'No cause information available'
}

/** PDP contexts, their credentials and sessions (27.007, 10.1). */
export const contexts: Behaviour = [
  {
    name: '+CGDCONT',
    test: () =>
      ok(...types.map((type) => `+CGDCONT: (1-${MAX_CID}),"${type}",,,(0-2),(0-4),(0,1),(0,1)`)),
    read: ({ modem }) => ok(...contextLines(modem)),
    set: define,
  },
  {
    name: '+CGAUTH',
    test: () => ok(`+CGAUTH: (1-${MAX_CID}),(0-3),50,50`),
    read: ({ modem }) => ok(...authLines(modem)),
    set: setAuth,
  },
  { name: '+CGATT', test: () => ok('+CGATT: (0,1)'), read: attachRead, set: attach },
  {
    name: '+CGACT',
    test: () => ok('+CGACT: (0,1)'),
    read: ({ modem }) =>
      ok(
        ...[...modem.stored.contexts.keys()].map(
          (cid) => `+CGACT: ${cid},${modem.contexts.get(cid) ? 1 : 0}`,
        ),
      ),
    set: switchContexts,
  },
  {
    name: '+CGPADDR',
    test: ({ modem }) => ok(`+CGPADDR: (${[...modem.stored.contexts.keys()].join(',')})`),
    execute: addresses,
    set: addresses,
  },
  {
    name: '+CGCONTRDP',
    test: ({ modem }) => ok(`+CGCONTRDP: (${modem.contexts.cids.join(',')})`),
    execute: readings,
    set: readings,
  },
  {
    name: '+CEER',
    test: () => ok(),
    execute: ({ modem }) => ok(`+CEER: ${lastCause(modem.lastCause)}`),
  },
]
