import { Fault } from '../fault'
import { boardLineNames, type BoardProfile } from './board'

const pulseMs = { low: 10, high: 20_000 }
const cutMs = { low: 1000, high: 120_000 }
const waitMs = { low: 100, high: 600_000 }
const drives = ['push-pull', 'open-drain', 'contact']

type Check = (where: string, wrong: string) => void

/** What is wrong with a board, each as a sentence; empty when it can be used. Takes anything, such as a file a person wrote. */
export function boardMistakes(value: unknown): readonly string[] {
  const mistakes: string[] = []
  const wrong: Check = (where, what) => mistakes.push(`${where}: ${what}`)
  if (!isObject(value)) return ['board: expected an object with id, name, lines, pulse and wait.']
  checkText(value, 'id', /^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens', wrong)
  checkText(value, 'name', /\S/, 'a name', wrong)
  checkLines(value['lines'], wrong)
  checkPulses(value, wrong)
  checkWaits(value['wait'], wrong)
  checkTries(value['tries'], wrong)
  checkSoft(value['soft'], wrong)
  checkPinSets(value['pinSets'], value['lines'], wrong)
  return mistakes
}

/** The board itself; throws `Fault('board-invalid')` naming everything that is wrong with it. */
export function checkedBoard(value: unknown): BoardProfile {
  const mistakes = boardMistakes(value)
  if (mistakes.length > 0) throw new Fault('board-invalid', mistakes.join(' '))
  // Everything the machine and the adapters rely on was looked at above.
  return value as BoardProfile
}

type Loose = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checkText(board: Loose, key: string, form: RegExp, expected: string, wrong: Check) {
  const text = board[key]
  if (typeof text !== 'string' || !form.test(text)) wrong(key, `expected ${expected}.`)
}

function checkLines(lines: unknown, wrong: Check): void {
  if (!isObject(lines)) return wrong('lines', 'expected an object such as { power: … }.')
  for (const [name, line] of Object.entries(lines)) {
    const where = `lines.${name}`
    if (!boardLineNames.some((known) => known === name))
      wrong(where, `there is no such line; there are ${boardLineNames.join(', ')}.`)
    if (!isObject(line)) wrong(where, 'expected { dir, activeLow, drive, title }.')
    else checkLine(where, name, line, wrong)
  }
}

function checkLine(where: string, name: string, line: Loose, wrong: Check): void {
  const expected = name === 'status' || name === 'ri' ? 'in' : 'out'
  if (line['dir'] !== expected) wrong(`${where}.dir`, `expected '${expected}'.`)
  if (typeof line['activeLow'] !== 'boolean') wrong(`${where}.activeLow`, 'expected true or false.')
  if (!drives.some((drive) => drive === line['drive']))
    wrong(`${where}.drive`, `expected ${drives.join(', ')}.`)
  if (expected === 'out' && line['drive'] === 'open-drain' && line['activeLow'] === false)
    wrong(where, 'an open drain can only pull low: activeLow must be true.')
}

function checkPulses(board: Loose, wrong: Check): void {
  const { pulse, lines } = board
  if (!isObject(pulse)) return wrong('pulse', 'expected { onMs, offMs, resetMs }.')
  checkRange('pulse.onMs', pulse['onMs'], pulseMs, wrong)
  checkRange('pulse.offMs', pulse['offMs'], pulseMs, wrong)
  if (pulse['resetMs'] !== undefined) checkRange('pulse.resetMs', pulse['resetMs'], pulseMs, wrong)
  if (pulse['cutMs'] !== undefined) checkRange('pulse.cutMs', pulse['cutMs'], cutMs, wrong)
  if (isObject(lines) && lines['reset'] !== undefined && pulse['resetMs'] === undefined)
    wrong('pulse.resetMs', 'missing, though the board has a reset line.')
  if (isObject(lines) && lines['cut'] !== undefined && pulse['cutMs'] === undefined)
    wrong('pulse.cutMs', 'missing, though the board can cut the supply.')
}

function checkWaits(wait: unknown, wrong: Check): void {
  if (!isObject(wait)) return wrong('wait', 'expected { onMs, offMs, resetMs, bootMs, … }.')
  for (const key of ['onMs', 'offMs', 'resetMs', 'bootMs'])
    checkRange(`wait.${key}`, wait[key], waitMs, wrong)
  checkRange('wait.offToOnMs', wait['offToOnMs'], { low: 0, high: 60_000 }, wrong)
  checkRange('wait.pollMs', wait['pollMs'], { low: 20, high: 10_000 }, wrong)
  const { pollMs, onMs } = wait
  if (typeof pollMs === 'number' && typeof onMs === 'number' && pollMs > onMs)
    wrong('wait.pollMs', 'STATUS would never be read within wait.onMs.')
}

function checkRange(
  where: string,
  value: unknown,
  range: { low: number; high: number },
  wrong: Check,
): void {
  const good = typeof value === 'number' && value >= range.low && value <= range.high
  if (!good)
    wrong(where, `${String(value)} is not possible; expected ${range.low} to ${range.high} ms.`)
}

function checkTries(tries: unknown, wrong: Check): void {
  if (tries === 'forever') return
  if (typeof tries !== 'number' || !Number.isInteger(tries) || tries < 1 || tries > 20)
    wrong('tries', `${String(tries)} is not possible; expected 1 to 20, or 'forever'.`)
}

function checkSoft(soft: unknown, wrong: Check): void {
  if (soft === undefined) return
  if (!isObject(soft)) return wrong('soft', "expected { off: 'AT+CPOF' }.")
  for (const [key, command] of Object.entries(soft))
    if (typeof command !== 'string' || !/^AT[\x20-\x7e]+$/i.test(command))
      wrong(`soft.${key}`, 'expected an AT command.')
}

function checkPinSets(sets: unknown, lines: unknown, wrong: Check): void {
  if (!Array.isArray(sets)) return wrong('pinSets', 'expected a list (it may be empty).')
  for (const set of sets as unknown[]) {
    if (!isObject(set) || !isObject(set['pins'])) {
      wrong('pinSets', 'each needs id, title and pins.')
      continue
    }
    const used = new Map<unknown, string>()
    for (const [line, pin] of Object.entries(set['pins'])) {
      if (isObject(lines) && lines[line] === undefined)
        wrong(`pinSets.${String(set['id'])}.${line}`, 'the board has no such line.')
      const other = used.get(pin)
      if (other)
        wrong(`pinSets.${String(set['id'])}`, `${other} and ${line} share pin ${String(pin)}.`)
      used.set(pin, line)
    }
  }
}
