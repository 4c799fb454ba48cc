import type { Asked, Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say } from '@core/at/parameter'
import { Row } from '@core/at/row'
import type { Words } from '@core/words'
import { display, sentence } from './join'
import { readNmea } from './nmea-row'

const broken = say(
  'The check sum of this NMEA sentence is wrong: characters were lost or changed on the way. Its values are not read',
  'この NMEA センテンスはチェックサムが一致しません。途中で文字が欠けたか変化したため、値は読み取りません',
)

const none = say('no position yet', '未測位')

function is(fact: Facts[string], words: (value: string) => Words): Words | undefined {
  return fact === null || fact === undefined ? undefined : words(display(fact))
}

/** GGA, RMC, GLL and GNS: what they say besides the place, which is nobody's business. */
function position(facts: Facts): Words {
  return sentence(
    facts['valid'] === true ? say('position known', '測位済み') : none,
    facts['quality'] === null ? undefined : qualities[Number(facts['quality'] ?? -1)],
    is(facts['used'], (n) => say(`satellites used ${n}`, `使用衛星 ${n}`)),
    is(facts['hdop'], (n) => say(`HDOP ${n}`, `HDOP ${n}`)),
    is(facts['altitude_m'], (n) => say(`altitude ${n} m`, `高度 ${n} m`)),
    is(facts['utc'], (time) => say(`UTC ${time}`, `UTC ${time}`)),
    is(facts['speed_kmh'], (n) => say(`${n} km/h`, `${n} km/h`)),
  )
}

/** NMEA 0183 4.11, 6.3.14: quality of GGA. */
const qualities: readonly (Words | undefined)[] = [
  undefined,
  undefined,
  say('corrected (DGNSS)', '補正あり（DGNSS）'),
  say('precise (PPS)', '精密測位（PPS）'),
  say('RTK fixed', 'RTK（Fix）'),
  say('RTK float', 'RTK（Float）'),
  say('estimated', '推定値'),
  say('entered by hand', '手動入力'),
  say('simulated', '模擬値'),
]

/** 0 is no measurement: a satellite that is tracked has more. */
function strongest(facts: Facts): number | undefined {
  const { satellites } = facts
  if (!Array.isArray(satellites)) return undefined
  const levels = satellites.flatMap((one: { cn0?: number | null }) => one.cn0 ?? [])
  const best = Math.max(0, ...levels)
  return best > 0 ? best : undefined
}

function inView(facts: Facts): Words {
  const best = strongest(facts)
  const name = display(facts['system'] ?? 'GNSS')
  const count = display(facts['in_view'])
  const part = `${display(facts['sentence'])}/${display(facts['sentences'])}`
  return sentence(
    say(`${name}: ${count} satellites in view`, `${name}：可視衛星 ${count}`),
    say(`sentence ${part}`, `センテンス ${part}`),
    best === undefined
      ? say('none of those here is received', 'この中に受信できている衛星はありません')
      : say(`strongest here ${best} dB-Hz`, `この中の最大 ${best} dB-Hz`),
  )
}

const fixes: readonly (Words | undefined)[] = [
  undefined,
  none,
  say('2D position', '2D 測位'),
  say('3D position', '3D 測位'),
]

function used(facts: Facts): Words {
  const ids = Array.isArray(facts['used']) ? facts['used'] : []
  return sentence(
    fixes[Number(facts['fix'] ?? 0)],
    say(
      `satellites of ${display(facts['system'] ?? 'GNSS')} used: ${ids.length}`,
      `${display(facts['system'] ?? 'GNSS')} の使用衛星：${ids.length}`,
    ),
    is(facts['pdop'], (n) => say(`PDOP ${n}`, `PDOP ${n}`)),
    is(facts['hdop'], (n) => say(`HDOP ${n}`, `HDOP ${n}`)),
  )
}

function moving(facts: Facts): Words | undefined {
  const kmh = is(facts['speed_kmh'], (n) => say(`speed ${n} km/h`, `速度 ${n} km/h`))
  return (
    kmh &&
    sentence(
      kmh,
      is(facts['course'], (n) => say(`course ${n}°`, `進行方向 ${n}°`)),
    )
  )
}

function said(facts: Facts): Words | undefined {
  switch (facts['type']) {
    case 'GGA':
    case 'RMC':
    case 'GLL':
    case 'GNS':
      return position(facts)
    case 'GSV':
      return inView(facts)
    case 'GSA':
      return used(facts)
    case 'VTG':
      return moving(facts)
    case 'ZDA':
      return is(facts['utc'], (time) =>
        say(`Time of the receiver: UTC ${time}.`, `受信機の時刻：UTC ${time}`),
      )
    case 'TXT':
      return is(facts['text'], (text) =>
        say(`Text of the receiver: ${text}.`, `受信機からのテキスト：${text}`),
      )
    default:
      return undefined
  }
}

/** What a sentence that was read says. */
export function nmeaNote(facts: Facts): Note | undefined {
  if (facts['checksum'] === 'wrong') return { words: sentence(broken), severity: 'warning' }
  const words = said(facts)
  return words && { words, severity: facts['valid'] === false ? 'notice' : 'fine' }
}

/** The same for a sentence that is the value of an answer: the place that it tells is not repeated. */
export function nmeaInside(facts: Facts, asked: Asked): Note | undefined {
  const line = facts['sentence']
  if (asked.form === 'test' || typeof line !== 'string') return undefined
  return nmeaNote(readNmea(new Row(line)))
}
