import { bytesOf, latin1 } from '../../bytes'
import { error, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

const MOST_OCTETS = 1_048_576
const kinds: readonly string[] = ['CA', 'CC', 'PK', 'SC']

/** `AT+ULSTFILE=0` names, `=1` free octets, `=2,"<name>"` the size of one. */
function list({ modem: { storage }, values }: Asked): Outcome {
  const what = values[0] === undefined ? 0 : numberIn(values[0], 0, 2)
  if (what === 0)
    return ok(`+ULSTFILE: ${[...storage.files.keys()].map((n) => `"${n}"`).join(',')}`)
  if (what === 1) return ok(`+ULSTFILE: ${storage.total - storage.used}`)
  const octets = storage.files.get(values[1]?.text ?? '')
  return what === 2 && octets ? ok(`+ULSTFILE: ${octets.length}`) : error
}

/** As many octets as were announced, behind `>`. */
function load(
  { modem }: Asked,
  where: 'files' | 'certificates',
  name: string,
  octets: number | undefined,
): Outcome {
  if (!/^[^"]{1,248}$/.test(name) || octets === undefined) return wrong
  if (modem.storage[where].has(name)) return error
  return {
    octets,
    prompt: (typed) => (modem.storage.write(where, name, bytesOf(typed)) ? ok() : error),
  }
}

function read({ modem, values }: Asked): Outcome {
  const name = values[0]?.text ?? ''
  const octets = modem.storage.files.get(name)
  return octets ? ok(`+URDFILE: "${name}",${octets.length},"${latin1(octets)}"`) : error
}

/** `AT+USECMNG=0,<kind>,"<name>",<octets>` imports, `=2,<kind>,"<name>"` deletes, `=3` lists. */
function certificates(asked: Asked): Outcome {
  const { modem, values } = asked
  const operation = numberIn(values[0], 0, 3)
  const kind = kinds[numberIn(values[1], 0, kinds.length - 1) ?? -1]
  const name = values[2]?.text ?? ''
  const { certificates: all } = modem.storage
  if (operation === 3) return ok(...[...all].map(([one, octets]) => `"${kindOf(octets)}","${one}"`))
  if (kind === undefined) return wrong
  if (operation === 0) return load(asked, 'certificates', name, numberIn(values[3], 1, 16_384))
  return operation === 2 && all.delete(name) ? ok() : error
}
const kindOf = (octets: Uint8Array) => (/PRIVATE KEY/.test(latin1(octets)) ? 'PK' : 'CA')

/** u-blox SARA-R4 AT Commands Manual UBX-17003787, File system and Device and data security. */
export const ubloxFiles: Behaviour = [
  { name: '+ULSTFILE', test: () => ok(), execute: list, set: list },
  {
    name: '+UDWNFILE',
    test: () => ok(),
    set: (asked) => {
      const { values } = asked
      return load(asked, 'files', values[0]?.text ?? '', numberIn(values[1], 1, MOST_OCTETS))
    },
  },
  { name: '+URDFILE', test: () => ok(), set: read },
  {
    name: '+UDELFILE',
    test: () => ok(),
    set: ({ modem, values }) => (modem.storage.files.delete(values[0]?.text ?? '') ? ok() : error),
  },
  { name: '+USECMNG', test: () => ok(), set: certificates },
]
