import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { type Bin, binValue, outOfRange } from '../shared/bins'
import { sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'

const rssi: Bin = { name: 'rssi', max: 31, unknown: 99, base: -113, step: 2, unit: 'dbm' }

/** TD-SCDMA (Quectel EC25&EC21 AT Commands Manual, 6.3): the index of RSCP begins at 100. */
const rscp = { first: 100, last: 191, unknown: 199, base: -116 } as const

const ber: Bin = { name: 'ber', max: 7, unknown: 99, base: 0, step: 1, unit: 'db' }

const csq = decoder({
  id: '+CSQ',
  title: say('signal strength', '電波強度'),
  spec: '3GPP TS 27.007, 8.5',
  group: 'signal',
  forms: ['action', 'test'],
  parameters: [
    int('rssi', 'RSSI index', 'RSSI 指数'),
    int('ber', 'bit error rate class', 'ビット誤り率'),
  ],
  least: 1,
  // SIMCom sends it unasked after AT+AUTOCSQ=1,1.
  urc: true,
  derive(facts) {
    const index = facts['rssi']
    const code = typeof index === 'number' && index >= rscp.first && index <= rscp.last
    const levelled = { ...facts, rssi_dbm: binValue(rssi, index) }
    return code ? { ...levelled, rscp_dbm: rscp.base + index - rscp.first } : levelled
  },
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    // Iridium, and others that count bars.
    if (facts['ber'] === undefined && Number(facts['rssi']) <= mostBars)
      return { words: bars(facts['rssi']), severity: 'fine' }
    const code = facts['rscp_dbm'] !== undefined
    const wrong = outOfRange(code || facts['rssi'] === rscp.unknown ? [ber] : [rssi, ber], facts)
    const measured = code ? { rscp: facts['rscp_dbm'] } : { rssi: facts['rssi_dbm'] }
    const known = levels(measured)
    // One field off the scale says nothing about the other.
    if (wrong) {
      const head = known ?? say('Signal strength is not readable', '電波強度を読み取れません')
      return { words: sentences(head, wrong), severity: 'warning' }
    }
    if (facts['rssi'] === 99 || facts['rssi'] === rscp.unknown)
      return { words: unknown, severity: 'notice' }
    if (!known) return undefined
    return {
      words: sentences(known, edge(facts['rssi'])),
      severity: levelSeverity(measured),
    }
  },
})

/** A single number up to it may be either: the bars of a satellite modem, or an RSSI index whose bit error rate was left out. */
const mostBars = 5
const bars = (value: unknown) =>
  say(
    `Signal ${String(value)}, without a bit error rate: satellite modems (Iridium) count bars from 0 to 5 so; as an RSSI index of 27.007 it would be weak`,
    `信号 ${String(value)}（ビット誤り率なし）。衛星モデム（Iridium）では 0〜5 の段階表示で、27.007 の RSSI 指数であれば微弱です`,
  )

const unknown = say(
  'Signal strength unknown (99). Some modems answer so although they are registered: look at AT+CESQ or AT+CPSI? before saying there is no signal.',
  '電波強度は不明（99）です。登録済みでも 99 を返すモデムがあるため、圏外と判断する前に AT+CESQ や AT+CPSI? を確認してください。',
)

/** The two ends of the scale are open. */
function edge(index: unknown) {
  if (index === 0)
    return say('This is the bottom of the scale: -113 dBm or less', '最小値です（-113 dBm 以下）')
  if (index === 31)
    return say('This is the top of the scale: -51 dBm or more', '最大値です（-51 dBm 以上）')
  return undefined
}

const autocsq = decoder({
  id: '+AUTOCSQ',
  title: say('signal strength unasked', '電波強度の自動通知'),
  spec: 'A76XX manual p71',
  group: 'simcom',
  parameters: [
    int('auto', 'reports', '通知', offOn),
    int('mode', 'when', '条件', {
      0: say('every five seconds', '5 秒ごと'),
      1: say('on change', '変化時'),
    }),
  ],
})

export default [csq, autocsq]
