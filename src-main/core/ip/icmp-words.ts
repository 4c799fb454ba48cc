import type { Words } from '../words'
import { unreachableWords } from './icmp'
import { codeIn, filterWords, otherCodeWords, timeExceededWords } from './icmp-message'
import { parameterWords, unreachablev6Words } from './icmpv6'

const all = [
  timeExceededWords,
  filterWords,
  parameterWords,
  ...unreachableWords,
  ...unreachablev6Words,
]

/** The words of an ICMP error for what a ping keeps of it, its English. */
export function icmpTextWords(text: string): Words {
  const code = codeIn(text)
  return (
    all.find(({ en }) => en === text) ??
    (code === undefined ? { en: text, ja: text } : otherCodeWords(Number(code)))
  )
}
