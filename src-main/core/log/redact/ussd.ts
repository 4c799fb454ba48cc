import { ussdText } from '../../ussd/text'
import type { Span } from './span'
import { matches } from './matches'

const answer = /\+CUSD: ?\d, ?(?:"([^"]*)(?:"|$)|([^\s",'<\\]{4,}))(?:, ?(\d{1,3}))?/dg

/** What the network says in its own words (27.007, 7.15): names, numbers, balances and codes, in letters or in octets. */
export function ussdAnswers(text: string): Span[] {
  return matches(answer, text).flatMap(({ 1: said, 2: bare, 3: dcs, indices }) => {
    const [start, end] = indices?.[1] ?? indices?.[2] ?? [0, 0]
    if (end === start) return []
    const value = ussdText(said ?? bare ?? '', dcs === undefined ? undefined : Number(dcs), '')
    return [{ kind: 'ussd', start, end, value }]
  })
}

/** A text of the network whose quotes are still open: a menu has lines of its own. */
export const opensUssd = (text: string): boolean => /^\s{0,8}\+CUSD: \d,\s*"[^"]*$/.test(text)
export const closesUssd = (text: string): boolean => /"(?:, *\d{1,3})?\s*$/.test(text)
