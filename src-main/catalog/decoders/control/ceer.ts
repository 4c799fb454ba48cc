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
    const report = rows.map((row) => spoken(row.tail)).join('\n')
    const cause = /\bEMM[_ ]CAUSE[_ ]?[:=]? *(\d{1,3})\b/i.exec(report)?.[1] ?? rejectNamed(report)
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
    // Qualcomm's modems put the place where it failed before the cause, by a number of their own: `5,33`.
    const number = /^(?:\d{1,3}, ?)?(\d{1,3})$/.exec(report)?.[1]
    const session = number === undefined ? undefined : esmCause(Number(number))
    const named =
      session &&
      say(
        `After a data session that failed it is cause ${number} of 3GPP TS 24.301: ${session.meaning.en}`,
        `データ接続の失敗後なら 3GPP TS 24.301 の原因番号 ${number}：${session.meaning.ja}`,
      )
    return {
      words: sentences(head, cause?.meaning, named, cause?.fix ?? session?.fix ?? hintOf(report)),
    }
  },
})

/** u-blox gives three quotations: `"EMM","15","No suitable cells in tracking area"`. */
function spoken(tail: string): string {
  const parts = /^"[^"]*"(?:, ?"[^"]*")+$/.test(tail) ? tail.match(/(?<=")[^",][^"]*(?=")/g) : null
  return parts ? parts.join(', ') : unquoted(tail)
}

/** A registration that was rejected, by the name that 3GPP TS 24.301, 9.9.3.9, gives the cause. */
function rejectNamed(report: string): number | undefined {
  const plain = report.toLowerCase()
  return rejections.find(([name]) => plain.includes(name))?.[1]
}

const rejections: readonly (readonly [name: string, cause: number])[] = [
  ['imsi unknown in hss', 2],
  ['illegal ue', 3],
  ['illegal me', 6],
  ['eps services and non-eps services not allowed', 8],
  ['eps services not allowed in this plmn', 14],
  ['eps services not allowed', 7],
  ['plmn not allowed', 11],
  ['roaming not allowed in this tracking area', 13],
  ['tracking area not allowed', 12],
  ['no suitable cells in tracking area', 15],
]

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
