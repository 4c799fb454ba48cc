import { hexOf, latin1 } from '@core/bytes'
import type { CmuxFrame } from '@core/cmux/frame'
import { messageName, readMessages, type ControlMessage } from '@core/cmux/message'
import { readLineStatus, readNegotiation, readPortParameters, readStatus } from '@core/cmux/values'

/** A frame in the notation of the worked frames: `UIH d0 c1 n2 CLD cmd`. */
export function inShort(frame: CmuxFrame): string {
  const { control, pf, dlci, cr, info } = frame
  const head = `${control}${pf ? '+' : ''} d${dlci} c${cr} n${info.length}`
  if (control !== 'UIH' && control !== 'UI') return head
  if (dlci !== 0) return info.length > 40 ? head : `${head} ${quoted(info)}`
  return [head, ...readMessages(info).messages.map(messageInShort)].join(' ')
}

function quoted(info: Uint8Array): string {
  return JSON.stringify(latin1(info)).replace(
    /[\u007f-\u00ff]/g,
    (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`,
  )
}

function messageInShort(message: ControlMessage): string {
  const kind = `${message.name} ${message.command ? 'cmd' : 'rsp'}`
  const facts = factsInShort(message)
  return [kind, ...(facts ? [facts] : []), ...(message.noLength ? ['nolen'] : [])].join(' ')
}

function factsInShort({ name, value }: ControlMessage): string {
  if (name === 'MSC') return statusInShort(value)
  if (name === 'TEST') return hexOf(value)
  if (name === 'NSC') return `for=${messageName(value[0] ?? 0) ?? '?'}`
  if (name === 'PN') return negotiationInShort(value)
  if (name === 'RPN') return portInShort(value)
  if (name !== 'RLS') return ''
  const status = readLineStatus(value)
  return status ? [`dlci=${status.dlci}`, ...status.errors].join(' ') : '?'
}

function statusInShort(value: Uint8Array): string {
  const status = readStatus(value)
  if (!status) return '?'
  const on = (['fc', 'rtc', 'rtr', 'ic', 'dv'] as const).filter((name) => status.signals[name])
  const pause = status.breakMs === undefined ? [] : [`brk=${status.breakMs}`]
  return [`dlci=${status.dlci}`, ...on, ...pause].join(' ')
}

function negotiationInShort(value: Uint8Array): string {
  const about = readNegotiation(value)
  if (!about) return '?'
  const { dlci, frameType, convergence, priority, t1Ms, maxInfo, n2, window } = about
  const kind = ['UIH', 'UI', 'I'][frameType] ?? '?'
  return `dlci=${dlci} ${kind} cl=${convergence} pri=${priority} t1=${t1Ms} n1=${maxInfo} n2=${n2} k=${window}`
}

function portInShort(value: Uint8Array): string {
  const about = readPortParameters(value)
  if (!about) return '?'
  if (about.line === undefined) return `dlci=${about.dlci}`
  const hex = (octet = 0, width = 2) => octet.toString(16).padStart(width, '0')
  const chars = `xon=${hex(about.xon)} xoff=${hex(about.xoff)} mask=${hex(about.mask, 4)}`
  return `dlci=${about.dlci} ${about.baudRate ?? '?'} ${about.line} ${chars}`
}
