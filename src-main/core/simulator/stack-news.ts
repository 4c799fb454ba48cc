import { latin1 } from '../bytes'
import type { ModemParts } from './modem-parts'
import type { StackNews } from './own-stack'

/** More than a UART would be given at once. */
const MOST_TOLD = 1460

/** How the firmware tells of its sockets. */
export function stackNewsOf(modem: ModemParts): StackNews {
  return modem.persona.own?.maker === 'quectel' ? quectelNews(modem) : simcomNews(modem)
}

/** Quectel TCP/IP manuals, +QIURC. */
function quectelNews(modem: ModemParts): StackNews {
  return {
    arrived: (socket) => modem.say(`+QIURC: "recv",${socket}`),
    closed: (socket, reason) =>
      modem.say(reason === 1 ? `+QIURC: "closed",${socket}` : '+QIURC: "pdpdeact",1'),
  }
}

/** What SIMCom firmware says of its sockets (A76XX manual, TCP/IP): octets as they come, or that they wait (AT+CIPRXGET=1). */
function simcomNews(modem: ModemParts): StackNews {
  return {
    arrived: (socket) => {
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
    closed: (socket, reason) => modem.say(`+IPCLOSE: ${socket},${reason}`),
  }
}
