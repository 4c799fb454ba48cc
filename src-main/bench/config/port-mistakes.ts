import { personas } from '@catalog/modems/personas'
import { Fault } from '@core/fault'
import { parseBenchName } from '@core/simulator/bench-name'
import type { Found } from './config-words'

const found = (en: string, ja: string): readonly Found[] => [{ path: ['port'], words: { en, ja } }]

/** What can be seen of a port's name without looking for it: whether it is one. */
export function portMistakes(port: string | undefined): readonly Found[] {
  if (port === undefined) return []
  const name = port.trim()
  if (/^sim:/i.test(name)) return simulatedMistakes(name)
  if (/[\u0000-\u001f\u007f]/.test(name))
    return found('must not hold control characters', '制御文字は使えません')
  if (/^tcp:/i.test(name) && !namesHostAndPort(name))
    return found(
      `expected tcp:host:port, such as tcp:192.168.1.5:2000; found "${name}"`,
      `tcp:host:port の形式で、tcp:192.168.1.5:2000 のように書いてください（現在の値："${name}"）`,
    )
  if (/^rfc2217:/i.test(name) && !namesHostAndPort(name))
    return found(
      `expected rfc2217://host:port, such as rfc2217://192.168.1.5:2217; found "${name}"`,
      `rfc2217://host:port の形式で、rfc2217://192.168.1.5:2217 のように書いてください（現在の値："${name}"）`,
    )
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(name)?.[1]
  if (scheme !== undefined && !/^(tcp|sim|micropython|usb|path|rfc2217|labgrid)$/i.test(scheme))
    return found(
      `there are no ports "${scheme}:"; write a device such as /dev/ttyUSB2 or COM7, tcp:host:port, rfc2217://host:port, micropython:… or sim:…`,
      `「${scheme}:」というポートはありません。/dev/ttyUSB2、COM7、tcp:host:port、rfc2217://host:port、micropython:…、sim:… のいずれかを書いてください`,
    )
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
    return found(error.said.en, error.said.ja.replace(/。$/, ''))
  }
}
