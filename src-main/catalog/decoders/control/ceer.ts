import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { emmCause } from '../shared/causes'
import { unquoted } from '../shared/identity'
import { sentences } from '../shared/join'
import { layeredSession, namedSession, numberedSession, rejectNamed } from '../shared/report-cause'

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
    const cause =
      /\bEMM(?:[_ ](?:CAUSE|REJECT))?[_ ]?[:=,]? *(\d{1,3})\b/i.exec(report)?.[1] ??
      rejectNamed(report)
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
    const session = numberedSession(report)
    const named =
      session &&
      say(
        `After a data session that failed it is cause ${session.code} of 3GPP TS 24.301: ${session.meaning.en}`,
        `データ接続の失敗後なら 3GPP TS 24.301 の原因番号 ${session.code}：${session.meaning.ja}`,
      )
    const layered = layeredSession(report)
    const fix = cause?.fix ?? session?.fix ?? layered?.fix ?? namedSession(report)?.fix
    return { words: sentences(head, cause?.meaning ?? layered?.meaning, named, fix) }
  },
})

/** Several fields, in quotes or not: `"EMM","15","No suitable cells in tracking area"` (u-blox), `"EMM cause",15`. */
function spoken(tail: string): string {
  const several = /^"[^"]*"(?:, ?(?:"[^"]*"|-?\d{1,6}))+$/.test(tail)
  const parts = several ? tail.match(/[^",\s][^",]*/g) : null
  return parts ? parts.join(', ') : unquoted(tail)
}
