import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { offOn } from '@core/at/words'
import { clock } from '../shared/clock'
import { sentence } from '../shared/join'

const ctze = decoder({
  id: '+CTZE',
  title: say('time zone of the network', 'ネットワークのタイムゾーン'),
  spec: '3GPP TS 27.007, 8.41',
  group: 'control',
  forms: [],
  parameters: [
    text('tz', 'zone', 'タイムゾーン'),
    int('dst', 'summer time', '夏時間'),
    text('time', 'time', '日時'),
  ],
  urc: true,
})

const ctzr = decoder({
  id: '+CTZR',
  title: say('reporting of the time zone', 'タイムゾーンの通知'),
  spec: '3GPP TS 27.007, 8.41',
  group: 'control',
  parameters: [int('reporting', 'reporting', '通知')],
})

const ctzu = decoder({
  id: '+CTZU',
  title: say('clock set by the network', 'ネットワーク時刻による自動補正'),
  spec: '3GPP TS 27.007, 8.40',
  group: 'control',
  parameters: [int('onoff', 'set automatically', '自動補正', offOn)],
  urc: true,
  setAnswers: true,
  isUnsolicited: (row) => row.fields[0]?.quoted === true,
  row: (row) =>
    row.fields[0]?.quoted
      ? {
          ...clock(row, `${row.text(0) ?? ''}${row.text(1) ?? ''}`),
          dst_hours: row.int(2, 'dst_hours'),
        }
      : { onoff: row.int(0, 'onoff') },
})

/** The zone may stand before the time or behind it, each in quotes or not: `+36`, `32,2025/01/02,…`, `"25/03/11,09:14:52",+4,0`. */
function zoneAndTime(row: Row): Facts {
  const found = /\d{2,4}\/\d{1,2}\/\d{1,2},? ?\d{1,2}:\d{2}:\d{2}/.exec(row.tail)
  const rest = row.tail.replace(found?.[0] ?? '', '')
  const [zone, summer] = rest.match(/[+-]?\d{1,3}/g) ?? []
  if (zone === undefined) row.refuse('a time zone')
  return {
    tz_quarters: zone === undefined ? null : Number(zone),
    time: found?.[0] ?? null,
    ...(summer === undefined ? {} : { dst_hours: Number(summer) }),
  }
}

const ctzv = decoder({
  id: '+CTZV',
  title: say('time zone of the network', 'ネットワークのタイムゾーン'),
  spec: '3GPP TS 27.007, 8.41',
  group: 'control',
  forms: [],
  parameters: [int('tz_quarters', 'quarters of an hour from UTC', 'UTC との差（15 分単位）')],
  urc: true,
  row: zoneAndTime,
  explain({ tz_quarters: quarters, time, dst_hours: summer }) {
    if (typeof quarters !== 'number') return undefined
    const zone = `UTC${quarters < 0 ? '-' : '+'}${Math.abs(quarters) / 4} h`
    const at = typeof time === 'string' ? ` (${time})` : ''
    const dst =
      typeof summer === 'number' && summer > 0
        ? say(`summer time +${summer} h`, `夏時間 +${summer} h`)
        : undefined
    const head = say(
      `time zone of the network: ${zone}${at}`,
      `ネットワークのタイムゾーン：${zone}${at}`,
    )
    return { words: sentence(head, dst) }
  },
})

const nitz = decoder({
  id: '+NITZ',
  title: say('time from the network', 'ネットワークからの時刻'),
  spec: 'A76XX manual',
  group: 'control',
  forms: [],
  parameters: [text('time', 'time', '日時')],
  urc: true,
  row: (row) => ({ time: row.tail || null }),
})

export default [ctze, ctzr, ctzu, ctzv, nitz]
