import { factText } from '@core/at/fact-text'
import type { Command } from '@core/at/command-text'
import type { Asked, Note } from '@core/at/decoder'
import type { Facts, FactValue } from '@core/at/knowledge'
import { hex, int, say, text, type Parameter, type ValueMeanings } from '@core/at/parameter'
import { valuePieces } from '@core/at/phrase-words'
import type { Row } from '@core/at/row'
import type { Words } from '@core/words'
import { accessTechnology, registration, type CauseOf } from './causes'
import { sentences } from './join'

/** Which network a registration command is about; it decides area name and trailing fields. */
export interface Domain {
  readonly area: 'lac' | 'tac'
  /** The access technology, for the sentence: `LTE`. */
  readonly name: Words
  /** Fields after AcT. */
  readonly after: readonly ('rac' | 'allowed_nssai_length' | 'allowed_nssai')[]
  readonly timers: readonly string[]
  /** What the number of a refusal means; each generation has its own table. */
  readonly causeOf: CauseOf
}

const nMeanings: ValueMeanings = {
  0: say('no unsolicited lines', '通知なし'),
  1: say('changes are reported', '変化を通知'),
  2: say('changes with area and cell', 'エリア・セルも通知'),
  3: say('also the reject cause', '拒否理由も通知'),
  4: say('also power saving times', '省電力タイマーも通知'),
  5: say('cell, reject cause and power saving times', 'セル、拒否理由、省電力タイマーも通知'),
}

export const reportMode: Parameter = int('n', 'reporting', '通知モード', nMeanings)

export function registrationParameters(domain: Domain): Parameter[] {
  return [
    reportMode,
    int('stat', 'state', '状態'),
    hex(domain.area, 'area code', 'エリアコード'),
    hex('ci', 'cell id', 'セル ID'),
    int('act', 'access technology', 'アクセス技術'),
    int('cause_type', 'kind of cause', '理由の種別'),
    int('reject_cause', 'reject cause', '拒否理由'),
    ...domain.timers.map((name) => text(name, 'timer', 'タイマー')),
  ]
}

/** `1,"00C3"` begins with the state; `2,1,"00C3"` with <n>. */
export function isRegistrationUrc(row: Row): boolean {
  return !startsWithMode(row)
}

/**
 * The read form gives <n>,<stat>, the unsolicited line <stat> alone or <stat>,<area>. A bare number of at most three
 * digits in second place is a state; an area code is quoted, empty, longer, or not decimal.
 */
function startsWithMode(row: Row): boolean {
  const second = row.fields[1]
  if (second === undefined || second.quoted) return false
  // Some modems pad the state with zeros; area and cell then stand quoted behind it.
  const padded = /^0\d{3}$/.test(second.text) && row.fields[2]?.quoted && row.fields[3]?.quoted
  // What a program put behind it does not make it an area code: `1,0 OK`, `0,3(`.
  return padded === true || /^\d{1,3}(?:[^\da-z].*)?$/i.test(second.text)
}

/** `0,5` with a quotation mark or words behind it, which are somebody else's. */
function stateBehindMode(row: Row, at: number): number | undefined {
  const state = at === 1 ? /^(\d{1,3})[^\da-z]/i.exec(row.fields[1]?.text ?? '')?.[1] : undefined
  return state === undefined ? undefined : Number(state)
}

export function registrationRow(domain: Domain): (row: Row, asked: Asked) => Facts {
  return (row) => {
    const facts: Record<string, FactValue | undefined> = {}
    const at = startsWithMode(row) ? 1 : 0
    if (at === 1) facts['n'] = row.int(0, 'n')
    if (row.count === 0) row.refuse('a registration state')
    if (isUnreadable(row, at)) {
      row.refuse('a registration state')
      return facts
    }
    facts['stat'] = stateBehindMode(row, at) ?? row.int(at, 'stat')
    readCell(row, at + 1, domain, facts)
    return facts
  }
}

/** Two fields of which the second is neither a state nor an area: `0,l`, as a picture was read. */
function isUnreadable(row: Row, at: number): boolean {
  const second = row.fields[1]
  if (at > 0 || row.count !== 2 || !second || second.quoted) return false
  return !/^(?:0x)?[\da-f]*h?$/i.test((row.text(1) ?? '').trim())
}

function readCell(
  row: Row,
  from: number,
  domain: Domain,
  facts: Record<string, FactValue | undefined>,
): void {
  // Novatel and Sierra modems put the routing area between area and cell.
  const early = hasEarlyRac(row, from) ? 1 : 0
  facts[domain.area] = row.hex(from, domain.area)
  if (early) facts['rac'] = row.hex(from + 1, 'rac')
  const cell = from + 1 + early
  facts['ci'] = row.hex(cell, 'ci')
  row.mark(from, 'cell')
  row.mark(cell, 'cell')
  if (repeatsCell(row, cell + 1, facts[domain.area], facts['ci'])) return
  facts['act'] = row.int(cell + 1, 'act')
  readCauses(row, readAfterAct(row, cell + 2, domain, facts), domain, facts)
}

/** Samsung Wave phones end in area and cell once more, the cell with its RNC: `000B,2816, B, C2816`. */
function repeatsCell(
  row: Row,
  from: number,
  area: FactValue | undefined,
  cell: FactValue | undefined,
): boolean {
  if (row.count !== from + 2 || typeof area !== 'number' || typeof cell !== 'number') return false
  const [again, long] = [row.text(from), row.text(from + 1)].map((text) =>
    /^[0-9a-f]{1,8}$/i.test(text ?? '') ? parseInt(text ?? '', 16) : -1,
  )
  return again === area && long !== undefined && long > 0xffff && (long & 0xffff) === cell
}

function hasEarlyRac(row: Row, from: number): boolean {
  const rac = row.text(from + 1)
  const cell = row.text(from + 2)
  const act = row.text(from + 3)
  return (
    row.count === from + 4 &&
    /^\s*[0-9a-f]{1,2}\s*$/i.test(rac ?? '') &&
    /^\s*[0-9a-f]{3,9}\s*$/i.test(cell ?? '') &&
    /^\s*\d{1,2}\s*$/.test(act ?? '')
  )
}

/** Reads <rac> or the allowed slices, where they are given; returns where the cause begins. */
function readAfterAct(
  row: Row,
  from: number,
  domain: Domain,
  facts: Record<string, FactValue | undefined>,
): number {
  if (domain.after.includes('allowed_nssai')) {
    facts['allowed_nssai_length'] = row.int(from, 'allowed_nssai_length')
    facts['allowed_nssai'] = row.text(from + 1)
    return from + 2
  }
  const left = row.count - from
  const given = row.fields[from]
  const isRac = left === 1 || left === 3 || left >= 6 || (left === 2 && given?.quoted === true)
  if (!domain.after.includes('rac')) {
    // Quectel's BC66 leaves a place for <rac> in LTE too: `3,,,,,0,15`.
    const empty = left % 2 === 1 && left > 1 && given?.text === ''
    if (!empty && (left !== 1 || !given || !/^[0-9a-f]{1,2}$/i.test(given.text))) return from
  } else if (!isRac) return from
  facts['rac'] = row.hex(from, 'rac')
  return from + 1
}

function readCauses(
  row: Row,
  from: number,
  domain: Domain,
  facts: Record<string, FactValue | undefined>,
): void {
  facts['cause_type'] = row.int(from, 'cause_type')
  facts['reject_cause'] = row.int(from + 1, 'reject_cause')
  domain.timers.forEach((name, i) => {
    facts[name] = row.text(from + 2 + i)
  })
}

export function explainRegistration(
  domain: Domain,
): (facts: Facts, asked: Asked) => Note | undefined {
  return (facts, asked) => {
    const { stat } = facts
    if (asked.form === 'test' || typeof stat !== 'number') return undefined
    const state = registration(stat)
    const name = accessTechnology(facts['act'])
    const via = name === undefined ? '' : `, ${name}`
    const shown = typeof facts['n'] === 'number' ? `${facts['n']},${stat}` : `${stat}`
    const head = say(
      `${domain.name.en} ${shown}: ${state.meaning.en}${via}`,
      `${domain.name.ja} ${shown}：${state.meaning.ja}${name === undefined ? '' : `、${name}`}`,
    )
    const wrong = outside(facts)
    return {
      words: sentences(head, wrong, rejectWords(facts, domain.causeOf) ?? state.hint),
      severity: wrong && state.severity === 'fine' ? 'warning' : state.severity,
    }
  }
}

/** What 3GPP TS 27.007 allows for <n> and <AcT>. */
const ranges: readonly (readonly [fact: string, shown: string, high: number])[] = [
  ['n', '<n>', 5],
  ['act', '<AcT>', 15],
]

function outside(facts: Facts): Words | undefined {
  const wrong = ranges.filter(([fact, , high]) => {
    const value = facts[fact]
    // Some modems fill a place they know nothing for with all ones.
    return typeof value === 'number' && value !== 255 && (value < 0 || value > high)
  })
  if (wrong.length === 0) return undefined
  const list = wrong.map(([fact, shown, high]) => {
    const value = `${shown} ${factText(facts[fact])}`
    return say(`${value} (0–${high})`, `${value}（0–${high}）`)
  })
  return say(
    `Out of range: ${list.map(({ en }) => en).join(', ')}`,
    `範囲外の値：${list.map(({ ja }) => ja).join('、')}`,
  )
}

/** <cause_type> 0 is a cause of the standard; 1 a manufacturer's own number. */
function rejectWords(facts: Facts, causeOf: CauseOf): Words | undefined {
  const code = facts['reject_cause']
  if (typeof code !== 'number' || code === 0) return undefined
  const cause = facts['cause_type'] === 1 ? undefined : causeOf(code)
  if (!cause) return say(`Reject cause ${code}`, `拒否理由 ${code}`)
  return sentences(
    say(`Reject cause ${code}: ${cause.meaning.en}`, `拒否理由 ${code}：${cause.meaning.ja}`),
    cause.fix,
  )
}

/** AT+CEREG=2: only <n> is ever set. */
export function explainRegistrationCommand(domain: Domain) {
  return (facts: Facts, command: Command): Note | undefined => {
    const [mode] = valuePieces([reportMode], facts)
    if (command.form !== 'set' || !mode) return undefined
    return {
      words: say(
        `Sets how ${domain.name.en} is reported: ${mode.en}.`,
        `${domain.name.ja}の通知方法を設定します：${mode.ja}。`,
      ),
    }
  }
}
