import { bytesOf, latin1 } from '../../../bytes'
import { cme, ok } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { numberIn, type Parameter } from '../../parameters'

const MOST_OCTETS = 1_048_576
const MOST_READ = 1_500

const badInput = cme(400)
const full = cme(403)
const missing = cme(405)
const badName = cme(406)
const exists = cme(407)

/** `UFS:name`, or a name of the user file system. */
const nameOf = (value: Parameter | undefined): string | undefined => {
  const name = value?.text.replace(/^UFS:/, '')
  return name !== undefined && /^[^:/\\"]{1,80}$/.test(name) ? name : undefined
}

/** `+QFLST: "<name>",<octets>` for each; a name without a star asks for one file. */
function list({ modem, values }: Asked): Outcome {
  const wanted = values[0]?.text.replace(/^UFS:/, '') ?? '*'
  const all = [...modem.storage.files].filter(([name]) => wanted === '*' || name === wanted)
  if (wanted !== '*' && all.length === 0) return missing
  return ok(...all.map(([name, octets]) => `+QFLST: "${name}",${octets.length}`))
}

/** Sixteen bits: each pair of octets by exclusive or, an odd one as the high half. */
function checksumOf(octets: Uint8Array): string {
  let sum = 0
  for (let at = 0; at < octets.length; at += 2)
    sum ^= ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)
  return sum.toString(16)
}

/** `AT+QFUPL="<name>",<octets>,<time limit>`: CONNECT asks for them. */
function load({ modem, values }: Asked): Outcome {
  const name = nameOf(values[0])
  const octets = numberIn(values[1], 1, MOST_OCTETS)
  const timeout = values[2] === undefined ? 5 : numberIn(values[2], 1, 65_535)
  if (name === undefined) return badName
  if (octets === undefined || timeout === undefined) return badInput
  const { storage } = modem
  if (storage.files.has(name)) return exists
  if (octets > storage.total - storage.used) return full
  return {
    octets,
    asks: 'CONNECT',
    prompt: (typed) => {
      const taken = bytesOf(typed)
      if (!storage.write('files', name, taken)) return full
      return ok(`+QFUPL: ${taken.length},${checksumOf(taken)}`)
    },
  }
}

/** `AT+QFOPEN="<name>",2` gives a handle; writing into a file that is open is not simulated. */
function open({ modem, values }: Asked): Outcome {
  const name = nameOf(values[0])
  if (numberIn(values[1], 2, 2) === undefined) return badInput
  if (name === undefined || !modem.storage.files.has(name)) return missing
  return ok(`+QFOPEN: ${modem.storage.open(name)}`)
}

function read({ modem, values }: Asked): Outcome {
  const most = values[1] === undefined ? MOST_READ : numberIn(values[1], 1, MOST_READ)
  const handle = numberIn(values[0], 1, 65_535)
  const octets = most === undefined ? undefined : modem.storage.take(handle ?? 0, most)
  return octets ? ok(`CONNECT ${octets.length}`, latin1(octets)) : badInput
}

function close({ modem, values }: Asked): Outcome {
  return modem.storage.close(numberIn(values[0], 1, 65_535) ?? 0) ? ok() : badInput
}

function remove({ modem, values }: Asked): Outcome {
  const { files } = modem.storage
  if (values[0]?.text === '*') {
    files.clear()
    return ok()
  }
  return files.delete(nameOf(values[0]) ?? '') ? ok() : missing
}

/** The user file system (Quectel EC2x/EG9x/BG9x FILE Application Note). */
export const quectelFiles: Behaviour = [
  {
    name: '+QFLDS',
    test: () => ok(),
    set: ({ modem: { storage }, values }) =>
      values[0]?.text === 'UFS'
        ? ok(`+QFLDS: ${storage.total - storage.used},${storage.total}`)
        : badInput,
  },
  { name: '+QFLST', test: () => ok(), execute: list, set: list },
  { name: '+QFUPL', test: () => ok(), set: load },
  { name: '+QFOPEN', test: () => ok(), set: open },
  { name: '+QFREAD', test: () => ok(), set: read },
  { name: '+QFCLOSE', test: () => ok(), set: close },
  { name: '+QFDEL', test: () => ok(), set: remove },
]
