import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { clock } from '../shared/clock'

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

const ctzv = decoder({
  id: '+CTZV',
  title: say('time zone of the network', 'ネットワークのタイムゾーン'),
  spec: '3GPP TS 27.007, 8.41',
  group: 'control',
  forms: [],
  parameters: [int('tz_quarters', 'quarters of an hour from UTC', 'UTC との差（15 分単位）')],
  urc: true,
  row: (row) => ({
    tz_quarters: row.int(0, 'tz_quarters'),
    time:
      row.fields
        .slice(1)
        .map((field) => field.text)
        .join(',') || null,
  }),
  explain({ tz_quarters: quarters, time }) {
    if (typeof quarters !== 'number') return undefined
    const zone = `UTC${quarters < 0 ? '-' : '+'}${Math.abs(quarters) / 4} h`
    const at = typeof time === 'string' ? ` (${time})` : ''
    return {
      words: say(
        `Time zone of the network: ${zone}${at}.`,
        `ネットワークのタイムゾーン：${zone}${at}`,
      ),
    }
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
