import { dotted } from '../ip/address'
import { hexOf } from '../bytes'
import { hex, protocols } from './codes'
import { uint32, type RawOption } from './packet'

export interface DecodedOption {
  readonly type: number
  readonly name: string
  /** A number, hex digits, an address or a method; null where the option has no value. */
  readonly value: string | number | null
}

type Reader = (value: Uint8Array) => string | number | null
interface OptionForm {
  readonly name: string
  /** Octets of the value; undefined where it varies. */
  readonly length?: number
  readonly read: Reader
}

const asHex: Reader = (value) => (value.length > 0 ? hexOf(value) : null)
const asNumber: Reader = (value) => ((value[0] ?? 0) << 8) | (value[1] ?? 0)
const asAddress: Reader = (value) => dotted(value)
const asFlag: Reader = () => null

const chapAlgorithms: Readonly<Record<number, string>> = {
  5: 'chap-md5',
  128: 'ms-chap',
  129: 'ms-chap-v2',
}

/** `pap`, `chap-md5`, …; hex digits where we know no name. */
export function authName(value: Uint8Array): string {
  const protocol = ((value[0] ?? 0) << 8) | (value[1] ?? 0)
  if (value.length === 2 && protocol === protocols.pap) return 'pap'
  const algorithm = value[2]
  if (value.length === 3 && protocol === protocols.chap && algorithm !== undefined)
    return chapAlgorithms[algorithm] ?? `chap-${algorithm}`
  return protocol === 0xc227 ? 'eap' : hexOf(value)
}

const lcpOptions: Readonly<Record<number, OptionForm>> = {
  1: { name: 'mru', length: 2, read: asNumber },
  2: { name: 'accm', length: 4, read: (value) => hex(uint32(value), 8) },
  3: { name: 'auth', read: authName },
  4: { name: 'quality', read: asHex },
  5: { name: 'magic', length: 4, read: (value) => hex(uint32(value), 8) },
  7: { name: 'pfc', length: 0, read: asFlag },
  8: { name: 'acfc', length: 0, read: asFlag },
  13: { name: 'callback', read: asHex },
  17: { name: 'mrru', length: 2, read: asNumber },
  18: { name: 'ssnhf', length: 0, read: asFlag },
  19: { name: 'endpoint', read: asHex },
}

const ipcpOptions: Readonly<Record<number, OptionForm>> = {
  1: { name: 'addresses', read: asHex },
  2: { name: 'compression', read: asHex },
  3: { name: 'ip', length: 4, read: asAddress },
  129: { name: 'dns1', length: 4, read: asAddress },
  130: { name: 'nbns1', length: 4, read: asAddress },
  131: { name: 'dns2', length: 4, read: asAddress },
  132: { name: 'nbns2', length: 4, read: asAddress },
}

const ipv6cpOptions: Readonly<Record<number, OptionForm>> = {
  1: { name: 'interface', length: 8, read: asHex },
}

const ccpOptions: Readonly<Record<number, OptionForm>> = {
  1: { name: 'predictor1', read: asHex },
  18: { name: 'mppc', read: asHex },
  21: { name: 'bsd', read: asHex },
  24: { name: 'deflate-draft', read: asHex },
  26: { name: 'deflate', read: asHex },
}

function formOf(protocol: number, type: number): OptionForm | undefined {
  switch (protocol) {
    case protocols.lcp:
      return lcpOptions[type]
    case protocols.ipcp:
      return ipcpOptions[type]
    case protocols.ipv6cp:
      return ipv6cpOptions[type]
    case protocols.ccp:
      return ccpOptions[type]
    default:
      return undefined
  }
}

/** An option under its name; one whose length is wrong keeps its octets as hex. */
export function decodeOption(protocol: number, { type, value }: RawOption): DecodedOption {
  const form = formOf(protocol, type)
  if (!form) return { type, name: `option ${type}`, value: asHex(value) }
  const fits = form.length === undefined || form.length === value.length
  return { type, name: form.name, value: fits ? form.read(value) : asHex(value) }
}

/** Whether an option we know has the length it must have. */
export function optionFits(protocol: number, { type, value }: RawOption): boolean {
  const length = formOf(protocol, type)?.length
  return length === undefined || length === value.length
}
