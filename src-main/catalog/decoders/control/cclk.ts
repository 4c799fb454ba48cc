import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import { clock } from '../shared/clock'

export default decoder({
  id: '+CCLK',
  title: say('clock of the modem', 'モデムの時計'),
  spec: '3GPP TS 27.007, 8.15',
  group: 'control',
  parameters: [text('time', 'time', '日時')],
  row: (row) => clock(row),
  setFacts: (row) => clock(row),
  explain(facts, asked) {
    const { year, utc_offset_minutes: offset } = facts
    if (asked.form === 'test' || typeof year !== 'number') return undefined
    if (year < 2004 || year >= 2070)
      return {
        words: say(
          'The clock was never set: no time from the network yet.',
          '時計が未設定です（ネットワークから時刻を取得していません）。',
        ),
        severity: 'notice',
      }
    const shown = [facts['hour'], facts['minute'], facts['second']]
      .map((part) => factText(part).padStart(2, '0'))
      .join(':')
    const day = `${year}-${pad(facts['month'])}-${pad(facts['day'])}`
    const zone = typeof offset === 'number' ? ` ${zoneText(offset)}` : ''
    return { words: say(`Clock ${day} ${shown}${zone}.`, `モデムの時計 ${day} ${shown}${zone}`) }
  },
})

/** `UTC+09:00`. */
function zoneText(minutes: number): string {
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function pad(value: unknown): string {
  return String(value).padStart(2, '0')
}
