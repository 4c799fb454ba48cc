import { z } from 'zod'
import { Fault } from '@core/fault'
import { regExp } from '@core/regexp'
import {
  found,
  groupMistakes,
  matches,
  minOverMax,
  pattern,
  patternMistake,
  say,
  shortMs,
} from './parts'
import type { Found } from '@bench/config/config-words'
import { quotedExchange } from '../quoted'
import { stepKind } from './step-kind'
import { quoted } from '@core/words'

/** A command: its answer ends with OK or fits a pattern, and a number of it keeps to a limit. */
export default stepKind({
  key: 'at',
  title: say('AT command', 'AT コマンド'),
  settings: z.strictObject({
    send: z.string().min(1).max(3071),
    /** A regular expression that a line of the answer must fit; absent: the answer must end with OK. */
    expect: pattern.optional(),
    /** A regular expression with one group: the number that is measured. */
    value: pattern.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: z.string().max(20).default(''),
  }),
  usualMs: () => shortMs,
  limits: ({ value, unit, min, max }) =>
    value === undefined
      ? []
      : [
          {
            key: 'value',
            title: say('Value', '値'),
            unit,
            ...(min === undefined ? {} : { min }),
            ...(max === undefined ? {} : { max }),
          },
        ],
  mistakes: ({ send, expect, value, min, max }) => [
    ...minOverMax(min, max),
    ...limitMistakes(value, min, max),
    ...sendMistakes(send),
    ...(patternMistake('expect', expect) ?? []),
    ...(patternMistake('value', value) ?? groupMistakes(value)),
  ],
  async read({ send, expect, value }, { tools, signal }) {
    await tools.ready(signal)
    const answer = await tools.send(send, signal)
    const lines = [...answer.lines, answer.final]
    const fits = expect === undefined ? answer.ok : lines.some((line) => matches(expect, line))
    if (!fits) throw new Fault('test-expect', quoted(quotedExchange(send, lines)))
    if (value === undefined) return []
    const groups = lines.map((line) => regExp(value).pattern?.find(line)?.groups[0])
    const text = groups.find((group) => group !== undefined && group !== '')
    const number = Number(text)
    return [{ key: 'value', value: text === undefined || Number.isNaN(number) ? null : number }]
  },
})

/** One command a step: a line end would send a second one, whose answer nobody looks at. */
const sendMistakes = (send = '') =>
  /[\u0000-\u001f\u007f]/.test(send)
    ? [
        found(
          ['send'],
          'holds a line end or another control character; give one command, and a step of its own to each further one',
          '改行などの制御文字が含まれています。コマンドは 1 つだけ書き、ほかのコマンドは別のステップにしてください',
        ),
      ]
    : []

function limitMistakes(value?: string, min?: number, max?: number): readonly Found[] {
  const limited = min !== undefined || max !== undefined
  if (value !== undefined && !limited)
    return [
      {
        ...found(
          ['value'],
          'a value needs a limit: give min, max or both',
          'value には min または max（両方も可）の指定が必要です',
        ),
        follows: [['min'], ['max']],
      },
    ]
  if (value === undefined && limited)
    return [
      {
        ...found(
          [min === undefined ? 'max' : 'min'],
          'a limit needs a value: a pattern with one group, such as value: "\\\\+CSQ: (\\\\d+)"',
          '範囲には value（グループを 1 つ持つ正規表現。例："\\\\+CSQ: (\\\\d+)"）が必要です',
        ),
        follows: [['value']],
      },
    ]
  return []
}
