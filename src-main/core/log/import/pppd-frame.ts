import type { DecodedFrame } from '../../ppp/decode'
import type { DecodedOption } from '../../ppp/option-names'

const packet = /^(sent|rcvd) (\[(LCP|PAP|CHAP|IPCP|CCP|IPV6CP) (\w+)(?: id=0x([0-9a-f]+))?(.*)\])$/

/** What pppd calls the options, and what they are called elsewhere. */
const optionNames: { readonly [name: string]: string } = {
  asyncmap: 'accm',
  pcomp: 'pfc',
  accomp: 'acfc',
  addr: 'ip',
  'ms-dns1': 'dns1',
  'ms-dns2': 'dns2',
  'ms-dns3': 'dns2',
  'ms-dns': 'dns1',
  compress: 'compression',
}

/** A packet as pppd prints it: `sent [LCP ConfReq id=0x1 <asyncmap 0x0> <magic 0x5d42d123>]`. */
export function pppdFrame(
  line: string,
): { frame: DecodedFrame; dir: 'rx' | 'tx'; text: string } | undefined {
  const match = packet.exec(line)
  if (!match) return undefined
  const [, way, text = '', protocol = '', code = '', id, tail = ''] = match
  const frame: DecodedFrame = {
    protocol: '',
    protocolName: protocol,
    info: '',
    fcs: '',
    codeName: code,
    ...(id === undefined ? {} : { id: parseInt(id, 16) }),
    ...details(protocol, code, tail),
  }
  return { frame, dir: way === 'sent' ? 'tx' : 'rx', text }
}

function details(protocol: string, code: string, tail: string): Partial<DecodedFrame> {
  if (protocol === 'PAP' && code === 'AuthReq') return { peerId: quoted(tail, 'user') ?? '' }
  if (protocol === 'PAP' || code === 'Success' || code === 'Failure')
    return { message: /"([^"]*)"/.exec(tail)?.[1] ?? '' }
  if (protocol === 'CHAP') return { name: quoted(tail, 'name') ?? '' }
  const magic = /magic[= ]0x([0-9a-f]+)/.exec(tail)?.[1]
  if (/^Echo|^Disc/.test(code)) return { magic: magic ?? '' }
  if (code === 'ProtRej')
    return { rejected: /([0-9a-f]{2}) ([0-9a-f]{2})/.exec(tail)?.slice(1, 3).join('') ?? '' }
  return /^Conf/.test(code) ? { options: optionsOf(tail) } : {}
}

function quoted(text: string, name: string): string | undefined {
  return new RegExp(`${name} ?= ?"([^"]*)"`).exec(text)?.[1]
}

function optionsOf(tail: string): DecodedOption[] {
  return [...tail.matchAll(/<([\w-]+)(?: ([^>]*))?>/g)].map((match) => {
    const [, name = '', value] = match
    const known = optionNames[name] ?? name
    const shown = known === 'auth' ? authName(value ?? '') : value?.replace(/^0x/, '')
    return { type: 0, name: known, value: shown ?? null }
  })
}

function authName(value: string): string {
  return value.toLowerCase().replace('chap md5', 'chap-md5').replace(' ', '-')
}
