import { type Words } from '@core/words'
import { personas } from '@catalog/modems/personas'
import { Fault } from '@core/fault'
import { parseBenchName } from '@core/simulator/bench-name'
import type { Found } from './config-words'
import { noControlCharacters, noSuchPorts, rfc2217PortExpected, tcpPortExpected } from './words'

const found = (words: Words): readonly Found[] => [{ path: ['port'], words }]

/** What can be seen of a port's name without looking for it: whether it is one. */
export function portMistakes(port: string | undefined): readonly Found[] {
  if (port === undefined) return []
  const name = port.trim()
  if (/^sim:/i.test(name)) return simulatedMistakes(name)
  if (/[\u0000-\u001f\u007f]/.test(name)) return found(noControlCharacters)
  if (/^tcp:/i.test(name) && !namesHostAndPort(name)) return found(tcpPortExpected(name))
  if (/^rfc2217:/i.test(name) && !namesHostAndPort(name)) return found(rfc2217PortExpected(name))
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(name)?.[1]
  if (scheme !== undefined && !/^(tcp|sim|micropython|usb|path|rfc2217|labgrid)$/i.test(scheme))
    return found(noSuchPorts(scheme))
  return []
}

function namesHostAndPort(name: string): boolean {
  const port = /^\w+:(?:\/\/)?(?:\[[0-9a-f:.%\w]+\]|[^\s:[\]/]+):(\d{1,5})\/?$/i.exec(name)?.[1]
  return port !== undefined && Number(port) >= 1 && Number(port) <= 65535
}

function simulatedMistakes(name: string): readonly Found[] {
  try {
    parseBenchName(name, [...personas.map(({ id }) => id), 'replay'])
    return []
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return found({ en: error.said.en, ja: error.said.ja.replace(/。$/, '') })
  }
}
