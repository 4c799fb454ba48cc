import type { FileFamily } from '@core/files/family'
import { fieldsIn, given, isOther, numberIn, plain, refusal } from '../family-readers'

/** Kinds by number: CA, client certificate, private key, server certificate. */
const kinds: readonly string[] = ['CA', 'CC', 'PK', 'SC']

/** SARA, LARA, TOBY: files come out only between quotes, where octets cannot be told from text: they are not read. */
const ublox: FileFamily = {
  id: 'ublox',
  name: 'u-blox SARA, LARA, TOBY',
  source: 'u-blox SARA-R4 AT commands manual UBX-17003787, File system, Device and data security',
  matches: (identity) => /u-blox|SARA-|LARA-|TOBY-/i.test(identity),
  stores: {
    file: {
      first: [],
      list: {
        command: 'AT+ULSTFILE=0',
        read: (answer) => {
          if (!answer.ok) return refusal(answer)
          if (isOther(answer, '+ULSTFILE:')) return undefined
          const names = fieldsIn(answer.lines, '+ULSTFILE:') ?? []
          return names.filter((name) => name !== '').map((name) => ({ name, size: null }))
        },
      },
      size: (name) => ({
        command: `AT+ULSTFILE=2,"${name}"`,
        read: (answer) =>
          numberIn(answer, '+ULSTFILE:', 0) ?? (answer.ok ? undefined : refusal(answer)),
      }),
      upload: (name, octets) => given(`AT+UDWNFILE="${name}",${octets.length}`, octets),
      remove: ({ name }) => plain(`AT+UDELFILE="${name}"`),
    },
    certificate: {
      first: [],
      // `"CA","<name>",…` a line: the kind before the name.
      list: {
        command: 'AT+USECMNG=3',
        read: (answer) => {
          if (!answer.ok) return refusal(answer)
          return answer.lines.flatMap((line) => {
            const [, label = '', name] =
              /^(?:\+USECMNG: *)?"(CA|CC|PK|SC)", *"([^"]+)"/.exec(line) ?? []
            return name === undefined ? [] : [{ name, size: null, label }]
          })
        },
      },
      upload: (name, octets) =>
        given(`AT+USECMNG=0,${kindOf(octets)},"${name}",${octets.length}`, octets),
      remove: ({ name, label = 'CA' }) => plain(`AT+USECMNG=2,${kinds.indexOf(label)},"${name}"`),
    },
  },
}
export default ublox

/** 0 CA, 2 private key, by what PEM says of itself. */
function kindOf(octets: Uint8Array): 0 | 2 {
  const head = String.fromCharCode(...octets.subarray(0, 64))
  return /PRIVATE KEY/.test(head) ? 2 : 0
}
