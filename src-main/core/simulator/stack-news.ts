import { latin1 } from '../bytes'
import type { ModemParts } from './modem-parts'
import type { StackNews } from './own-stack'
import { TLS_FROM } from './tls-sockets'

/** More than a UART would be given at once. */
const MOST_TOLD = 1460

/** How the firmware tells of its sockets. */
export function stackNewsOf(modem: ModemParts): StackNews {
  switch (modem.persona.own?.maker) {
    case 'quectel':
      return quectelNews(modem)
    case 'sim7070':
      return sim7070News(modem)
    case 'u-blox':
      return ubloxNews(modem)
    case 'telit':
      return telitNews(modem)
    case 'nordic':
      return nordicNews()
    case undefined:
      return simcomNews(modem)
  }
}

/** SIM7070 TCP/UDP(S) Application Note V1.03. */
function sim7070News(modem: ModemParts): StackNews {
  return {
    arrived: (socket) => modem.say(`+CADATAIND: ${socket}`),
    closed: (socket, reason) => {
      modem.say(`+CASTATE: ${socket},0`)
      if (reason === 2) modem.say('+APP PDP: 0,DEACTIVE')
    },
  }
}

/** SARA-R4 AT Commands Manual: octets of connections and of datagrams are told apart. */
function ubloxNews(modem: ModemParts): StackNews {
  return {
    arrived: (socket) => {
      const { kind, inbox } = modem.stack.socket(socket) ?? { kind: 'tcp', inbox: [] }
      modem.say(`+UUSOR${kind === 'tcp' ? 'D' : 'F'}: ${socket},${inbox.length}`)
    },
    closed: (socket) => modem.say(`+UUSOCL: ${socket}`),
  }
}

/** The Serial LTE Modem says nothing unasked but for sockets that are polled (#XPOLL), which are not simulated. */
function nordicNews(): StackNews {
  return { arrived: () => undefined, closed: () => undefined }
}

/** LE910 V2 Series AT Commands Reference Guide, #SD in command mode. */
function telitNews(modem: ModemParts): StackNews {
  return {
    arrived: (socket) => modem.say(`SRING: ${socket}`),
    closed: () => modem.say('NO CARRIER'),
  }
}

/** Quectel TCP/IP manuals, +QIURC. */
function quectelNews(modem: ModemParts): StackNews {
  const named = (socket: number, event: string) =>
    socket < TLS_FROM ? `+QIURC: "${event}",${socket}` : `+QSSLURC: "${event}",${socket - TLS_FROM}`
  return {
    arrived: (socket) => modem.say(named(socket, 'recv')),
    closed: (socket, reason) =>
      modem.say(reason === 1 ? named(socket, 'closed') : '+QIURC: "pdpdeact",1'),
  }
}

/** What SIMCom firmware says of its sockets (A76XX manual, TCP/IP): octets as they come, or that they wait (AT+CIPRXGET=1). */
function simcomNews(modem: ModemParts): StackNews {
  return {
    arrived: (socket) => {
      if (socket >= TLS_FROM) return tlsArrived(modem, socket - TLS_FROM)
      if (modem.kept.get('+CIPRXGET')?.[0] === 1) return modem.say(`+CIPRXGET: 1,${socket}`)
      const from = modem.stack.socket(socket)?.from ?? ''
      for (;;) {
        const { octets } = modem.stack.take(socket, MOST_TOLD)
        if (octets.length === 0) return
        modem.say(`RECV FROM:${from}`)
        modem.say(`+IPD${octets.length}`)
        modem.say(latin1(octets))
      }
    },
    closed: (socket, reason) =>
      modem.say(
        socket < TLS_FROM
          ? `+IPCLOSE: ${socket},${reason}`
          : `+CCH_PEER_CLOSED: ${socket - TLS_FROM}`,
      ),
  }
}

/** Octets over TLS as they come, or that they wait (AT+CCHSET=0,1). */
function tlsArrived(modem: ModemParts, number: number): void {
  if (modem.kept.get('+CCHSET')?.[1] === 1) return modem.say(`+CCHEVENT: ${number},RECV EVENT`)
  for (;;) {
    const { octets } = modem.stack.take(TLS_FROM + number, MOST_TOLD)
    if (octets.length === 0) return
    modem.say(`+CCHRECV: DATA,${number},${octets.length}\r\n${latin1(octets)}`)
  }
}
