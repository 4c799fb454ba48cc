import { splitFields } from '@core/at/fields'
import type { Parameter } from '@core/at/parameter'
import type { FamilyAnswer, FamilyCommand, Trouble, TroubleCause } from '@core/modem/family-command'

/** The last line that begins so, cut at its commas, without quotes; undefined where there is none. */
export function fieldsIn(lines: readonly string[], prefix: string): readonly string[] | undefined {
  const line = lines.findLast((one) => one.startsWith(prefix))
  return line === undefined
    ? undefined
    : splitFields(line, prefix.length).map(({ text }) => text.trim())
}

/** Something came before the final result, and nothing of it is what was asked for: that is no empty list. */
export const isOther = ({ lines }: FamilyAnswer, prefix: string): boolean => {
  const said = lines.slice(0, -1).filter((line) => line.trim() !== '')
  return said.length > 0 && !said.some((line) => line.startsWith(prefix))
}

const causesByWords: readonly (readonly [RegExp, TroubleCause])[] = [
  [/resolve|DNS/i, 'dns'],
  [/no network|not opened|context|PDP|not attached|not active/i, 'context'],
  [/time.?out/i, 'timeout'],
  [/certificate|cert\b/i, 'certificate'],
  [/memory full|no space|not enough|no memory|storage full/i, 'full'],
  [/file not found|not found|not exist|no such file/i, 'missing'],
  [/exist/i, 'exists'],
  [/refused|connection failed/i, 'refused'],
  [/no carrier|closed/i, 'closed'],
]

/** What the final result itself says of a refusal. */
export function refusal({ lines }: FamilyAnswer): Trouble {
  const seen = lines.at(-1) ?? ''
  const [, trouble = 'other'] = causesByWords.find(([words]) => words.test(seen)) ?? []
  return { trouble, seen, meaning: null }
}

export const done = (answer: FamilyAnswer): true | Trouble => answer.ok || refusal(answer)

/** A command that answers OK or refuses. */
export const plain = (
  command: string,
  more?: Partial<FamilyCommand<true>>,
): FamilyCommand<true> => ({
  command,
  read: done,
  ...more,
})

/** A command with what it prompts for. */
export const given = (command: string, payload: Uint8Array): FamilyCommand<true> =>
  plain(command, { payload })

export interface ResultCodes {
  readonly table: Parameter
  readonly causes: { readonly [code: number]: TroubleCause }
}

/** The trouble that a number in a table of results tells. */
export function codeTrouble(code: number, { table, causes }: ResultCodes, seen: string): Trouble {
  return { trouble: causes[code] ?? 'other', seen, meaning: table.values?.[String(code)] ?? null }
}

/** A line `prefix a,b,…` whose field `at` is 0 for success and else a number of the table. Without it, the final result counts. */
export const coded =
  (prefix: string, at: number, codes: ResultCodes) =>
  (answer: FamilyAnswer): true | Trouble | undefined => {
    const line = answer.lines.findLast((one) => one.startsWith(prefix))
    const code = Number(fieldsIn(answer.lines, prefix)?.[at] ?? Number.NaN)
    if (line === undefined || !Number.isInteger(code))
      return answer.ok ? undefined : refusal(answer)
    return code === 0 || codeTrouble(code, codes, line)
  }

/** A number from one of the fields behind `prefix`. */
export function numberIn(answer: FamilyAnswer, prefix: string, at: number): number | undefined {
  const text = fieldsIn(answer.lines, prefix)?.[at]
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined
}
