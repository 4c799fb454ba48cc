import { hexOf, visible } from '../bytes'
import type { Words } from '../words'
import { messageName, type ControlMessage } from './message'
import {
  readLineStatus,
  readNegotiation,
  readPortParameters,
  readStatus,
  type ModemStatus,
} from './values'
import {
  lengthLeftOut,
  messageNotKnown,
  mscAnswer,
  mscCommand,
  nscAnswer,
  pnProposal,
  plainMessages,
  pnSettled,
  rlsCommand,
  rpnAnswer,
  rpnCommand,
  rpnQuestion,
  serviceNegotiation,
  stopSending,
  testCommand,
  testAnswer,
  unreadable,
  withBreak,
} from './words'

type Explain = (message: ControlMessage) => Words

function simple(name: keyof typeof plainMessages): Explain {
  return ({ command }) => (command ? plainMessages[name].ask : plainMessages[name].answer)
}

/** The signals that are on, by their names in 27.010, and the break if there is one. */
function signalList({ signals, breakMs }: ModemStatus): Words {
  const on = (['fc', 'rtc', 'rtr', 'ic', 'dv'] as const).filter((name) => signals[name])
  const list = on.length > 0 ? on.map((name) => name.toUpperCase()).join(' ') : '-'
  return breakMs ? withBreak(list, breakMs) : { en: list, ja: list }
}

function explainStatus(message: ControlMessage): Words {
  const status = readStatus(message.value)
  if (!status) return { en: `MSC ${unreadable.en}`, ja: `MSC：${unreadable.ja}` }
  const list = signalList(status)
  if (!message.command) return mscAnswer(status.dlci, list)
  const stop = status.signals.fc ? stopSending : { en: '', ja: '' }
  return mscCommand(status.dlci, list, stop)
}

function explainNegotiation(message: ControlMessage): Words {
  const about = readNegotiation(message.value)
  if (!about) return { en: `PN ${unreadable.en}`, ja: `PN：${unreadable.ja}` }
  const facts = `N1 ${about.maxInfo}, T1 ${about.t1Ms} ms, N2 ${about.n2}`
  return message.command ? pnProposal(about.dlci, facts) : pnSettled(about.dlci, facts)
}

function explainPort(message: ControlMessage): Words {
  const about = readPortParameters(message.value)
  if (!about) return { en: `RPN ${unreadable.en}`, ja: `RPN：${unreadable.ja}` }
  if (about.line === undefined) return rpnQuestion(about.dlci)
  const facts = `${about.baudRate ?? '?'} ${about.line}`
  return message.command ? rpnCommand(about.dlci, facts) : rpnAnswer(about.dlci, facts)
}

function explainLineStatus(message: ControlMessage): Words {
  const about = readLineStatus(message.value)
  if (!about) return { en: `RLS ${unreadable.en}`, ja: `RLS：${unreadable.ja}` }
  const errors = about.errors.join(' ') || '-'
  return rlsCommand(about.dlci, errors)
}

function explainRefusal(message: ControlMessage): Words {
  const type = message.value[0]
  const name = type === undefined ? '?' : (messageName(type) ?? `0x${hexOf(Uint8Array.of(type))}`)
  return nscAnswer(name)
}

function explainTest(message: ControlMessage): Words {
  const text = visible(message.value.subarray(0, 32))
  return message.command ? testCommand(text) : testAnswer(text)
}

const explains: Record<ControlMessage['name'], Explain> = {
  PN: explainNegotiation,
  PSC: simple('PSC'),
  CLD: simple('CLD'),
  TEST: explainTest,
  FCon: simple('FCon'),
  FCoff: simple('FCoff'),
  MSC: explainStatus,
  NSC: explainRefusal,
  RPN: explainPort,
  RLS: explainLineStatus,
  SNC: () => serviceNegotiation,
  unknown: ({ type }) => messageNotKnown(hexOf(Uint8Array.of(type))),
}

/** What one message of the control channel says. */
export function explainMessage(message: ControlMessage): Words {
  const words = explains[message.name](message)
  if (!message.noLength) return words
  return lengthLeftOut(words)
}
