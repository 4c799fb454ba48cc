import { bytesOf, latin1 } from '../../bytes'
import { error, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

/** SIMCom A76XX AT manual, File System and File Transmission: names, sizes, and octets in pieces. */
const MOST_OCTETS = 1_048_576
const PIECE = 1_024
const CREATED = '2024/01/01 00:00:00'

/** `C:/name`, or a name in the current folder, which is C: here. */
const nameOf = (text: string | undefined): string | undefined => {
  const name = text?.replace(/^c:[/\\]?/i, '')
  return name !== undefined && /^[^/\\"]{1,64}$/.test(name) ? name : undefined
}

function list({ modem, values }: Asked): Outcome {
  const which = values[0] ? numberIn(values[0], 0, 2) : 0
  if (which === undefined) return wrong
  const { files } = modem.storage
  const lines: string[] = []
  if (which !== 1 && files.size > 0) lines.push('+FSLS: FILES:', ...files.keys(), '')
  return ok(...lines)
}

function remove({ modem, values }: Asked): Outcome {
  const name = nameOf(values[0]?.text)
  return name !== undefined && modem.storage.files.delete(name) ? ok() : error
}
function sizeOf({ modem, values }: Asked): Outcome {
  const octets = modem.storage.files.get(nameOf(values[0]?.text) ?? '')
  return octets ? ok(`+FSATTRI: ${octets.length}, ${CREATED}`) : error
}

/** As many octets as were announced, whatever they are, into one of the two places. */
function load(where: 'files' | 'certificates') {
  return ({ modem, values }: Asked): Outcome => {
    const name = nameOf(values[0]?.text)
    const octets = numberIn(values[1], 1, MOST_OCTETS)
    if (name === undefined || octets === undefined) return wrong
    return {
      octets,
      prompt: (typed) => (modem.storage.write(where, name, bytesOf(typed)) ? ok() : error),
    }
  }
}

/** `AT+CFTRANTX="C:/name"[,<offset>[,<octets>]]`. */
function send({ modem, values }: Asked): Outcome {
  const octets = modem.storage.files.get(nameOf(values[0]?.text) ?? '')
  if (!octets) return error
  const from = numberIn(values[1], 0, octets.length) ?? 0
  const count = numberIn(values[2], 1, MOST_OCTETS) ?? octets.length
  const asked = octets.slice(from, from + count)
  const lines: string[] = []
  for (let at = 0; at < asked.length; at += PIECE) {
    const piece = asked.slice(at, at + PIECE)
    lines.push(`+CFTRANTX: DATA,${piece.length}`, latin1(piece))
  }
  return ok(...lines, '+CFTRANTX: 0')
}

export const files: Behaviour = [
  {
    name: '+FSCD',
    test: () => ok(),
    read: () => ok('+FSCD: C:/'),
    set: ({ values }) => (/^c:\/?$/i.test(values[0]?.text ?? '') ? ok('+FSCD: C:/') : error),
  },
  { name: '+FSLS', test: () => ok('+FSLS: (0-2)'), execute: list, set: list },
  {
    name: '+FSMEM',
    test: () => ok(),
    execute: ({ modem: { storage } }) => ok(`+FSMEM: C:(${storage.total},${storage.used})`),
  },
  { name: '+FSDEL', test: () => ok(), set: remove },
  { name: '+FSATTRI', test: () => ok(), set: sizeOf },
  { name: '+CFTRANRX', test: () => ok(), set: load('files') },
  { name: '+CFTRANTX', test: () => ok(), set: send },
  {
    name: '+CCERTLIST',
    test: () => ok(),
    execute: ({ modem }) =>
      ok(...[...modem.storage.certificates.keys()].map((name) => `+CCERTLIST: "${name}"`)),
  },
  { name: '+CCERTDOWN', test: () => ok(), set: load('certificates') },
  {
    name: '+CCERTDELE',
    test: () => ok(),
    set: ({ modem, values }) =>
      modem.storage.certificates.delete(values[0]?.text ?? '') ? ok() : error,
  },
]
