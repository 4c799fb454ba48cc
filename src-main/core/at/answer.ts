import { type Part, partsOf } from './command'
import type { CommandRule } from './timeouts'

/**
 * True when a line that starts with a prefix of the command answers it, and is not the unsolicited line of the same name.
 * 27.007 10.1.22: AT+CEREG? answers `n,stat[,"tac"…]`; by itself it says `stat[,"tac"…]`.
 */
export function answers(command: string, rule: CommandRule, line: string): boolean {
  const prefix = rule.prefixes.find((candidate) => line.startsWith(candidate))
  if (prefix === undefined) return false
  const name = prefix.slice(0, -1)
  const parts = partsOf(command).filter((part) => part.name === name)
  // A prefix of its own (+ICCID: for AT+CICCID) has no unsolicited twin.
  if (parts.length === 0) return true
  return parts.some((part) => partAnswers(part, line.slice(prefix.length).trim()))
}

function partAnswers(part: Part, tail: string): boolean {
  switch (part.name) {
    case '+CREG':
    case '+CGREG':
    case '+CEREG':
    case '+C5GREG':
      return registrationAnswers(part, tail)
    case '+COPS':
      // A scan is a list in brackets; the mode alone answers AT+COPS?, which ended the scan.
      return part.op === 'test' ? !/^\d(?:,\d,"|$)/.test(tail) : !tail.startsWith('(')
    case '+CPIN':
      return part.op === 'read' || part.op === 'test'
    case '+CGEV':
      return false
    case '+CLIP':
    case '+COLP':
      return part.op === 'test' || (part.op === 'read' && !tail.startsWith('"'))
    case '+CUSD':
      return part.op === 'test' || (part.op === 'read' && !tail.includes(','))
    default:
      return true
  }
}

function registrationAnswers(part: Part, tail: string): boolean {
  if (part.op === 'test') return tail.startsWith('(')
  if (part.op !== 'read') return false
  return /^\d,\s*\d{1,2}(,|$)/.test(tail)
}
