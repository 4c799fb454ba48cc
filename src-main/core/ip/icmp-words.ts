import type { Words } from '../words'
import { unreachableWords } from './words'
import { codeIn } from './icmp-message'
import { otherCodeWords } from './words'
import { filterWords } from './words'
import { timeExceededWords } from './words'
import { unreachablev6Words } from './words'
import { parameterWords } from './words'

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
