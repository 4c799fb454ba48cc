import type { FamilyMqtt } from '@core/sockets/family'
import { given, plain } from '../family-readers'

const set = (name: string, value: string) => plain(`AT+SMCONF="${name}",${value}`)

/** SMCONF, SMCONN and SMPUB of SIM7070, SIM7080 and SIM7090 (MQTT(S) Application Note). */
export const sim7070Mqtt: FamilyMqtt = {
  ownContext: false,
  take: ({ host, port, clientId }) => [
    set('URL', `"${host}",${port}`),
    set('CLIENTID', `"${clientId}"`),
    set('KEEPTIME', '60'),
    set('CLEANSS', '1'),
  ],
  // Without TLS, whatever was set before.
  prefer: [plain('AT+SMSSL=0')],
  connect: ({ user, password }) => [
    ...(user === '' ? [] : [set('USERNAME', `"${user}"`), set('PASSWORD', `"${password}"`)]),
    plain('AT+SMCONN', { timeoutMs: 75_000 }),
  ],
  disconnect: plain('AT+SMDISC'),
  subscribe: (topic) => plain(`AT+SMSUB="${topic}",1`, { timeoutMs: 30_000 }),
  publish: (topic, octets) => [given(`AT+SMPUB="${topic}",${octets.length},1,0`, octets)],
  arrived: /^\+SMSUB: *"/,
  lost: /^\+SMSTATE: *0/,
  message: (lines) => /^\+SMSUB: *"[^"]*","([^]*)"$/.exec(lines.at(-1) ?? '')?.[1] ?? null,
}
