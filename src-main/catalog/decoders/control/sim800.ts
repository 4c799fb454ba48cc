import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { display } from '../shared/join'

const manual = 'SIM800 Series AT Command Manual V1.12, 6.2.29 (AT+CLTS)'

/** `2024,5,6,7,8,9,"+36",0`: the time is UTC, the zone in quarters of an hour, then summer time in hours. */
function networkTime(row: Row): Facts {
  const [year, month, day, hour, minute, second] = [0, 1, 2, 3, 4, 5].map((i) => row.int(i))
  const zone = row.int(6, 'zone')
  const full = typeof year === 'number' && year < 100 ? 2000 + year : year
  return {
    year: full,
    month,
    day,
    hour,
    minute,
    second,
    tz_quarters: zone,
    utc_offset_minutes: typeof zone === 'number' ? zone * 15 : null,
    dst_hours: row.int(7, 'summer time'),
  }
}

const two = (value: unknown) => (typeof value === 'number' ? String(value).padStart(2, '0') : '?')

export default [
  decoder({
    id: '*PSUTTZ',
    prefixes: ['*PSUTTZ', '+PSUTTZ'],
    title: say('time from the network', 'ネットワークからの時刻'),
    spec: manual,
    group: 'simcom',
    forms: [],
    urc: true,
    row: networkTime,
    explain(facts) {
      const { year, month, day, hour, minute, second, utc_offset_minutes: offset } = facts
      if (typeof year !== 'number') return undefined
      const time = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
      const hours = typeof offset === 'number' ? offset / 60 : undefined
      const zone = hours === undefined ? '?' : `${hours < 0 ? '' : '+'}${hours} h`
      const dst = display(facts['dst_hours'])
      return {
        words: say(
          `Time from the network: ${time} UTC, zone ${zone} (${display(facts['tz_quarters'])} quarters), summer time ${dst}.`,
          `ネットワークからの時刻：${time} UTC、時差 ${zone}（15 分単位で ${display(facts['tz_quarters'])}）、夏時間 ${dst}`,
        ),
      }
    },
  }),
  decoder({
    id: 'DST',
    prefixes: ['DST'],
    title: say('summer time from the network', 'ネットワークからの夏時間'),
    spec: manual,
    group: 'simcom',
    forms: [],
    urc: true,
    parameters: [int('dst_hours', 'hours', '時間')],
  }),
  decoder({
    id: '*PSNWID',
    title: say('name of the network', 'ネットワークの名称'),
    spec: manual,
    group: 'simcom',
    forms: [],
    urc: true,
    parameters: [
      text('mcc', 'MCC', 'MCC'),
      text('mnc', 'MNC', 'MNC'),
      text('full_name', 'name', '名称'),
      int('full_name_ci', 'country initials', '国名表示'),
      text('short_name', 'short name', '略称'),
    ],
  }),
]
