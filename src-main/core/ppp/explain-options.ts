import type { Words } from '../words'
import type { DecodedOption } from './option-names'
import {
  someEscaped,
  allEscaped,
  nothingEscaped,
  noNameServerYet,
  nameServerWanted,
  noInterfaceIdentifier,
  interfaceIdentifierWanted,
  interfaceIdentifierOf,
  noAddressYet,
  addressWanted,
  addressOf,
  acfcOption,
  pfcOption,
  magicOf,
  mruOf,
  authenticationBy,
  nothingSpecial,
} from './words'

/** The options of a packet as a list within a sentence; `code` says whether they are asked for or proposed. */
export function optionList(options: readonly DecodedOption[], code?: string): Words {
  if (options.length === 0) return nothingSpecial
  const named = options.map((option) => optionWords(option, code))
  return {
    en: named.map((words) => words.en).join(', '),
    ja: named.map((words) => words.ja).join('、'),
  }
}

function optionWords({ name, value }: DecodedOption, code: string | undefined): Words {
  switch (name) {
    case 'ip':
      return addressWords(String(value), code)
    case 'dns1':
    case 'dns2':
      return serverWords(name.toUpperCase(), String(value), code)
    case 'auth':
      return authenticationBy(value)
    case 'mru':
      return mruOf(value)
    case 'interface':
      return identifierWords(String(value), code)
    case 'accm':
      return mapWords(String(value))
    case 'magic':
      return magicOf(value)
    case 'pfc':
      return pfcOption
    case 'acfc':
      return acfcOption
    default: {
      const plain = value === null ? name : `${name} ${value}`
      return { en: plain, ja: plain }
    }
  }
}

const none = '0.0.0.0'

function addressWords(value: string, code: string | undefined): Words {
  if (value !== none) return addressOf(value)
  if (code === 'ConfReq') return addressWanted
  return noAddressYet
}

function identifierWords(value: string, code: string | undefined): Words {
  const text = value.match(/.{4}/g)?.join(':') ?? value
  if (!/^0*$/.test(value)) return interfaceIdentifierOf(text)
  if (code === 'ConfReq') return interfaceIdentifierWanted
  return noInterfaceIdentifier
}

function serverWords(name: string, value: string, code: string | undefined): Words {
  if (value !== none) return { en: `${name} ${value}`, ja: `${name} ${value}` }
  if (code === 'ConfReq') return nameServerWanted(name)
  return noNameServerYet(name)
}

/** Which of the 32 control octets the sender wants escaped (RFC 1662 7.1). */
function mapWords(value: string): Words {
  if (value === '00000000') return nothingEscaped
  if (value === 'ffffffff') return allEscaped
  return someEscaped(value)
}
