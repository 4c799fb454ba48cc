import { Fault } from '@core/fault'
import { quoted, wordsOf } from '@core/words'
import { socketReason } from '../network/socket-reason'
import { noBroker, refusals } from './words'

/** What mqtt.js failed with, as a fault of ours. */
export function mqttFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // Where several addresses were tried, Node says it in the code alone.
  const text = error instanceof Error ? error.message || String(code) : String(error)
  if (typeof code === 'number') {
    const { en, ja } = refusals[code] ?? wordsOf(quoted(text))
    const detail = { en: `${en} (${code})`, ja: `${ja}（${code}）` }
    const topic = code === 135 && /publish|subscribe/i.test(text)
    return new Fault(topic ? 'mqtt-not-allowed' : 'mqtt-refused', detail, { cause: error })
  }
  if (/connack timeout/i.test(text))
    return new Fault('mqtt-no-answer', quoted(text), { cause: error })
  const noMqtt = code === undefined && foreign.test(text)
  return new Fault('mqtt-closed', noMqtt ? noBroker : socketReason(error), { cause: error })
}

/** What mqtt-packet says of octets that are no MQTT. */
const foreign = /^(invalid|cannot parse|unknown|malformed|wrong|packet|not supported)\b/i
