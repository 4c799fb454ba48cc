import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { emmCause, esmCause } from '../shared/causes'
import { unquoted } from '../shared/identity'
import { sentences } from '../shared/join'

export default decoder({
  id: '+CEER',
  title: say('reason of the last failure', '直前の失敗理由'),
  spec: '3GPP TS 27.007, 6.10',
  group: 'control',
  forms: ['action', 'test'],
  // `No report available`, without a prefix, on some modems.
  free: true,
  parameters: [text('report', 'reason', '理由')],
  answer: (rows: readonly Row[]): Facts => {
    const report = rows.map((row) => unquoted(row.tail)).join('\n')
    const cause = /\bEMM[_ ]CAUSE[_ ]?[:=]? *(\d{1,3})\b/i.exec(report)?.[1]
    return {
      report: report || null,
      ...(cause === undefined ? {} : { reject_cause: Number(cause) }),
    }
  },
  explain(facts, asked) {
    const { report } = facts
    if (asked.form === 'test' || typeof report !== 'string') return undefined
    const head = say(`Reason of the last failure: ${report}`, `直前の失敗理由：${report}`)
    const code = facts['reject_cause']
    const cause = typeof code === 'number' ? emmCause(code) : undefined
    const session = /^\d{1,3}$/.test(report) ? esmCause(Number(report)) : undefined
    const named =
      session &&
      say(
        `After a data session that failed it is cause ${report} of 3GPP TS 24.301: ${session.meaning.en}`,
        `データ接続の失敗後なら 3GPP TS 24.301 の原因番号 ${report}：${session.meaning.ja}`,
      )
    return {
      words: sentences(head, cause?.meaning, named, cause?.fix ?? session?.fix ?? hintOf(report)),
    }
  },
})

/** Names of network causes appear in the report as the standard spells them. */
function hintOf(report: string) {
  const plain = report.toLowerCase()
  const found = hints.find(([part]) => plain.includes(part))
  return found && esmCause(found[1])?.fix
}

const hints: readonly [string, number][] = [
  ['unknown apn', 27],
  ['missing or unknown apn', 27],
  ['user authentication', 29],
  ['authentication failed', 29],
  ['not subscribed', 33],
  ['operator determined barring', 8],
  ['regular deactivation', 36],
  ['insufficient resources', 26],
  ['multiple pdn connection', 55],
  ['ipv4 only', 50],
  ['ipv6 only', 51],
  ['single address', 52],
]
