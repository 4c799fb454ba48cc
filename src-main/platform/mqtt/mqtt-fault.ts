import { Fault } from '@core/fault'
import { quoted } from '@core/words'
import { socketReason } from '../network/socket-reason'
import { noBroker } from './words'

/** MQTT 3.1.1, table 3.1; from 128 on MQTT 5.0, table 3.2.2.2. */
const refusals: Readonly<Record<number, string>> = {
  1: 'unacceptable protocol version',
  2: 'identifier rejected',
  3: 'server unavailable',
  4: 'bad user name or password',
  5: 'not authorized',
  132: 'unsupported protocol version',
  133: 'client identifier not valid',
  134: 'bad user name or password',
  135: 'not authorized',
  136: 'server unavailable',
  137: 'server busy',
  138: 'banned',
  140: 'bad authentication method',
  144: 'topic name invalid',
  149: 'packet too large',
  151: 'quota exceeded',
  156: 'use another server',
  157: 'server moved',
  159: 'connection rate exceeded',
}

/** What mqtt.js failed with, as a fault of ours. */
export function mqttFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // Where several addresses were tried, Node says it in the code alone.
  const text = error instanceof Error ? error.message || String(code) : String(error)
  if (typeof code === 'number') {
    const detail = `${refusals[code] ?? text} (${code})`
    const topic = code === 135 && /publish|subscribe/i.test(text)
    return new Fault(topic ? 'mqtt-not-allowed' : 'mqtt-refused', quoted(detail), { cause: error })
  }
  if (/connack timeout/i.test(text))
    return new Fault('mqtt-no-answer', quoted(text), { cause: error })
  const noMqtt = code === undefined && foreign.test(text)
  return new Fault('mqtt-closed', noMqtt ? noBroker : socketReason(error), { cause: error })
}

/** What mqtt-packet says of octets that are no MQTT. */
const foreign = /^(invalid|cannot parse|unknown|malformed|wrong|packet|not supported)\b/i
