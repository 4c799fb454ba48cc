import type { DecodedFrame } from '../../ppp/decode'

const control = /^(LCP|PAP|CHAP|IPCP|IPV6CP|CCP) ([A-Z][A-Za-z0-9]+) id=(\d{1,3})((?: [^ ]+)*)$/
const packet = /^IP (ICMP|TCP|UDP|protocol (\d{1,3})) (\S+) > (\S+), (\d{1,5}) octets$/
const protocols: { readonly [name: string]: number } = { ICMP: 1, TCP: 6, UDP: 17 }

/** A frame of which an export holds its summary alone: `IPCP ConfAck id=21 ip=10.0.0.2`. */
export function frameInWords(text: string): DecodedFrame | undefined {
  const nothing = { protocol: '', info: '', fcs: '' }
  const [, protocolName, codeName, id, tail = ''] = control.exec(text) ?? []
  if (protocolName !== undefined && codeName !== undefined) {
    const options = tail
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', value] = part.split('=')
        return { type: 0, name, value: value ?? null }
      })
    const conf = codeName.startsWith('Conf')
    return { ...nothing, protocolName, codeName, id: Number(id), ...(conf ? { options } : {}) }
  }
  const [, name = '', number, src, dst, totalLength] = packet.exec(text) ?? []
  if (src === undefined || dst === undefined) return undefined
  const proto = protocols[name] ?? Number(number)
  return {
    ...nothing,
    protocolName: 'IP',
    ip: { src, dst, proto, totalLength: Number(totalLength) },
  }
}
