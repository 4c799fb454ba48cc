import { parseFinal } from '../../at/final'
import { commonUnsolicited, type UnsolicitedRow, unsolicitedTable } from '../../at/unsolicited'

const commandForms: readonly RegExp[] = [
  /^(AT|at)\d?$/,
  // A phone writes a capital letter where a sentence begins.
  /^[Aa][Tt]\s*[+*^%$#!&\\][A-Za-z]/,
  // Sequans' modems: `AT!="showphy"`
  /^(AT|at)!="/,
  // Intel's XMM modems: `at@nvm:fix_cat_fcclock.fcclock_mode=0`
  /^(AT|at)@[a-z_]{2,24}:/,
  // V.250, 5.2.1: spaces between the commands of a line are ignored.
  /^(AT|at)\s*(([EFHILMNOPQVXZefhilmnopqvxz]\d*|[Ss]\d+([=?]\d*)?|[&\\][A-Za-z]\d*) *)+(;? *[+*^%$#!].*)?$/,
  /^(AT|at)\s*[Dd][\dTPtpIiGgLlWw*#,;!@+> ()-]*$/,
]
/** What a program says of a command, or a list of several by name: `AT^DDSETEX (setup voice) failed`, `AT+CGACT=1,3; auth_cmd: AT+…`. */
const saidOf =
  /^AT(?:\S{1,40} (?:\([a-z][^)]{0,40}\) )?(?:failed|timed out|succeeded|was refused)\b|[^";]{1,40}; [a-z]\w*: )/i
/** Android's RIL tells what came of a command: `AT+EAPNACT CAUSE: FFFF`, `AT+EDRETRY query command returns ERROR`. */
const cameOf =
  /^AT[+*^%$#][A-Z0-9]+ (?:CAUSE: |(?:for|query|set|read|command) [a-z0-9 ]{0,24}returns )/
/** A heading of a page that tells what a command is for, in letters of another script: `AT+CSQ:查询信号强度`. */
const heading = /^AT(?:[+*^%$#&]?\w{0,20}(?:=?\?)?)? ?[:：] ?[^\x00-\x7f]/i
/** A sentence goes on behind it: `AT+CPIN? should say READY`, `AT+CEREG? and AT+CSQ`, `AT+COPS? says.` */
const mentioned =
  /^AT[+*^%$#][A-Z][A-Z0-9]*(?:=?\?)? (?:and|or|should|must|says?|tells?|shows?|gives?|returns?|answers?|to see)(?:[.,!?]$| (?!(?:me |back )?["'`“]?(?:[+*^%$#][A-Z]|OK\b|ERROR\b))[A-Za-z].*$)/
/** The operator; the test of V.250's predecessors has a digit: `AT&T1`. */
const operator = /^AT&T(?!\d)/i
/** Words about commands, and none that was sent. */
export function tellsOfCommand(line: string): boolean {
  return (
    operator.test(line) ||
    saidOf.test(line) ||
    cameOf.test(line) ||
    heading.test(line) ||
    mentioned.test(line)
  )
}
/** `^Z` alone is the key that ends a message. */
const answerForm = /^(?!\^[A-Z]$)[+*^%$#!][A-Z][A-Z0-9_]*( [A-Z]+)?(:|$)/

const table = unsolicitedTable(commonUnsolicited)

export function isCommand(line: string): boolean {
  return (
    (line.charCodeAt(0) | 32) === 0x61 &&
    (line.charCodeAt(1) | 32) === 0x74 &&
    commandForms.some((form) => form.test(line)) &&
    !tellsOfCommand(line)
  )
}
/** A program's own mark behind what it sends: `AT+CCID -->`, `AT+CSQ =>`. */
export function withoutArrow(line: string): string {
  if (!/[>→]\s*$/.test(line)) return line
  const bare = line.replace(/\s+(?:[-=]{1,3}>|>{2,3}|→)\s*$/, '')
  return isCommand(bare) ? bare : line
}
export function isFinal(line: string): boolean {
  return parseFinal(line) !== undefined
}
export function isAnswer(line: string): boolean {
  return answerForm.test(line) || table.find(line) !== undefined
}

/** What may come by itself. */
export function unaskedRow(line: string): UnsolicitedRow | undefined {
  return table.find(line)
}
