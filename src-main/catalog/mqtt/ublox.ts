import { hexOf } from '@core/bytes'
import { isAddress } from '@core/sockets/target'
import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { FamilyMqtt } from '@core/sockets/family'
import { numberIn, plain, refusal } from '../family-readers'

/** Of a message as hex (ubxlib: 512 octets). */
const mostOctets = 512

/** SARA-R410M and SARA-R412M answer every command with its result before the OK: `+UMQTTC: 1,1`. */
const isOlder = ({ lines }: FamilyAnswer): boolean =>
  lines.some((line) => /^\+UMQTTC: *\d+, *[01]$/.test(line))

/** `+UUMQTTC: <command>,<result>` behind the OK: 1 is success; of log-in and subscription the older firmware says 0 to 2. */
const done =
  (older: (result: number) => boolean) =>
  (answer: FamilyAnswer): true | Trouble | undefined => {
    const result = numberIn(answer, '+UUMQTTC:', 1)
    if (result === undefined) return answer.ok ? undefined : refusal(answer)
    const seen = answer.lines.findLast((line) => line.startsWith('+UUMQTTC:')) ?? ''
    const good = isOlder(answer) ? older(result) : result === 1
    return good || { trouble: 'other', seen, meaning: null }
  }
const loggedIn = done((result) => result === 0)
const subscribed = done((result) => result <= 2)

/** UMQTT of SARA-R4, SARA-R5 and LARA-R6 (u-blox/ubxlib, u_cell_mqtt.c tells the two ways of answering apart). */
export const ubloxMqtt: FamilyMqtt = {
  secure: true,
  takes: (octets) => octets.length <= mostOctets,
  ownContext: false,
  take: ({ host, port, clientId, secure, tlsContext }) => [
    plain(`AT+UMQTT=0,"${clientId}"`),
    plain(`AT+UMQTT=${isAddress(host) ? 3 : 2},"${host}",${port}`),
    plain(secure ? `AT+UMQTT=11,1,${tlsContext}` : 'AT+UMQTT=11,0'),
  ],
  prefer: [],
  connect: ({ user, password }) => [
    ...(user === '' ? [] : [plain(`AT+UMQTT=4,"${user}","${password}"`)]),
    { command: 'AT+UMQTTC=1', later: true, read: loggedIn },
  ],
  disconnect: plain('AT+UMQTTC=0'),
  subscribe: (topic) => ({ command: `AT+UMQTTC=4,1,"${topic}"`, later: true, read: subscribed }),
  // As hex, so that any octet goes; the older firmware has no line of its own for what was sent.
  publish: (topic, octets) => [plain(`AT+UMQTTC=2,1,0,1,"${topic}","${hexOf(octets)}"`)],
  arrived: /^\+UUMQTTCM?: *6,/,
  fetch: (line) =>
    line.startsWith('+UUMQTTCM')
      ? undefined
      : {
          command: 'AT+UMQTTC=6,1',
          // `+UMQTTC: 6,<QoS>,<octets of both>,<octets>,"<topic>",<octets>,"<message>"`
          read: ({ lines }) =>
            /^\+UMQTTC: *6,\d+,\d+,\d+,"[^"]*",\d+,"([^]*)"$/.exec(
              lines.slice(0, -1).join('\n'),
            )?.[1],
        },
  lost: /^\+UUMQTTC: *0,/,
  message: () => null,
}
