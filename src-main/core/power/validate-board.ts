import type { Words } from '../words'
import { Fault } from '../fault'
import { boardLineNames, type BoardProfile } from './board'
import { mistakeWords, type BoardMistake } from './board-mistake'
import {
  noBoard,
  adaptersExpected,
  boardHasNoSuchLine,
  booleanExpected,
  cutPulseMissing,
  idExpected,
  lineExpected,
  lineShapeExpected,
  modemNameExpected,
  nameExpected,
  noSuchLine,
  oneOfExpected,
  openDrainPullsLow,
  pinExpected,
  pinSetShape,
  pinSetsExpected,
  pinShared,
  proofExpected,
  pullExpected,
  pulsesExpected,
  rangeMissed,
  rangeMissing,
  resetPulseMissing,
  sentencesExpected,
  settleTooLong,
  softCommandExpected,
  softExpected,
  statusLineNeeded,
  titleExpected,
  triesExpected,
  usbIdsExpected,
  valueExpected,
  waitsExpected,
} from './words'

const pulseMs = { low: 10, high: 20_000 }
const cutMs = { low: 1000, high: 120_000 }
const waitMs = { low: 100, high: 600_000 }
export const lineDrives = ['push-pull', 'open-drain', 'contact'] as const
export const proofs = ['status', 'usb', 'at'] as const

type Check = (path: string, words: Words) => void

/** What is wrong with a board, each with its place; empty when it can be used. Takes anything, such as a file a person wrote. */
export function boardMistakes(value: unknown): readonly BoardMistake[] {
  const mistakes: BoardMistake[] = []
  const wrong: Check = (path, words) => mistakes.push({ path, words })
  if (!isObject(value)) return [{ path: '', words: noBoard }]
  checkTexts(value, wrong)
  checkLines(value['lines'], wrong)
  checkPulses(value, wrong)
  checkWaits(value['wait'], wrong)
  checkTries(value['tries'], wrong)
  checkSoft(value['soft'], wrong)
  checkPinSets(value['pinSets'], value['lines'], wrong)
  checkProof(value, wrong)
  return mistakes
}

/** The board itself; throws `Fault('board-invalid')` naming everything that is wrong with it. */
export function checkedBoard(value: unknown): BoardProfile {
  const mistakes = boardMistakes(value)
  if (mistakes.length > 0) throw new Fault('board-invalid', mistakeWords(mistakes))
  // Everything the machine and the adapters rely on was looked at above.
  return value as BoardProfile
}

export type Loose = { readonly [key: string]: unknown }
export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checkTexts(board: Loose, wrong: Check): void {
  const { id, name, modem, adapters, warnings } = board
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) wrong('id', idExpected)
  if (typeof name !== 'string' || !/\S/.test(name) || name.length > 60) wrong('name', nameExpected)
  if (typeof modem !== 'string') wrong('modem', modemNameExpected)
  if (!isList(adapters) || adapters.some((one) => typeof one !== 'string'))
    wrong('adapters', adaptersExpected)
  if (!isList(warnings) || warnings.some((one) => !isWords(one)))
    wrong('warnings', sentencesExpected)
}
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isWords = (value: unknown): boolean =>
  isObject(value) && typeof value['en'] === 'string' && typeof value['ja'] === 'string'

function checkLines(lines: unknown, wrong: Check): void {
  if (!isObject(lines) || Object.keys(lines).length === 0) return wrong('lines', lineExpected)
  for (const [name, line] of Object.entries(lines)) {
    const where = `lines.${name}`
    if (!boardLineNames.some((known) => known === name)) wrong(where, noSuchLine(boardLineNames))
    else if (!isObject(line)) wrong(where, lineShapeExpected)
    else checkLine(where, name, line, wrong)
  }
}

function checkLine(where: string, name: string, line: Loose, wrong: Check): void {
  const expected = name === 'status' || name === 'ri' ? 'in' : 'out'
  if (line['dir'] !== expected) wrong(`${where}.dir`, valueExpected(expected))
  if (typeof line['activeLow'] !== 'boolean') wrong(`${where}.activeLow`, booleanExpected)
  if (!lineDrives.some((drive) => drive === line['drive']))
    wrong(`${where}.drive`, oneOfExpected(lineDrives))
  if (expected === 'out' && line['drive'] === 'open-drain' && line['activeLow'] === false)
    wrong(where, openDrainPullsLow)
  if (![undefined, 'up', 'down', 'none'].some((bias) => bias === line['bias']))
    wrong(`${where}.bias`, pullExpected)
  if (!isWords(line['title'])) wrong(`${where}.title`, titleExpected)
}

function checkPulses(board: Loose, wrong: Check): void {
  const { pulse, lines } = board
  if (!isObject(pulse)) return wrong('pulse', pulsesExpected)
  checkRange('pulse.onMs', pulse['onMs'], pulseMs, wrong)
  checkRange('pulse.offMs', pulse['offMs'], pulseMs, wrong)
  if (pulse['resetMs'] !== undefined) checkRange('pulse.resetMs', pulse['resetMs'], pulseMs, wrong)
  if (pulse['cutMs'] !== undefined) checkRange('pulse.cutMs', pulse['cutMs'], cutMs, wrong)
  if (isObject(lines) && lines['reset'] !== undefined && pulse['resetMs'] === undefined)
    wrong('pulse.resetMs', resetPulseMissing)
  if (isObject(lines) && lines['cut'] !== undefined && pulse['cutMs'] === undefined)
    wrong('pulse.cutMs', cutPulseMissing)
}

function checkWaits(wait: unknown, wrong: Check): void {
  if (!isObject(wait)) return wrong('wait', waitsExpected)
  for (const key of ['onMs', 'offMs', 'resetMs'])
    checkRange(`wait.${key}`, wait[key], waitMs, wrong)
  checkRange('wait.bootMs', wait['bootMs'], { low: 100, high: 60_000 }, wrong)
  checkRange('wait.offToOnMs', wait['offToOnMs'], { low: 0, high: 60_000 }, wrong)
  checkRange('wait.pollMs', wait['pollMs'], { low: 20, high: 10_000 }, wrong)
  const { pollMs, onMs } = wait
  if (typeof pollMs === 'number' && typeof onMs === 'number' && pollMs > onMs)
    wrong('wait.pollMs', settleTooLong)
}

function checkRange(
  path: string,
  value: unknown,
  { low, high }: { low: number; high: number },
  wrong: Check,
): void {
  if (value === undefined) return wrong(path, rangeMissing(low, high))
  const good = typeof value === 'number' && value >= low && value <= high
  const shown = typeof value === 'number' ? String(value) : JSON.stringify(value)
  if (!good) wrong(path, rangeMissed(shown, low, high))
}

function checkTries(tries: unknown, wrong: Check): void {
  if (tries === 'forever') return
  if (typeof tries !== 'number' || !Number.isInteger(tries) || tries < 1 || tries > 20)
    wrong('tries', triesExpected(String(tries)))
}

function checkSoft(soft: unknown, wrong: Check): void {
  if (soft === undefined) return
  if (!isObject(soft)) return wrong('soft', softExpected)
  for (const [key, command] of Object.entries(soft))
    if (typeof command !== 'string' || !/^AT[\x20-\x7e]+$/i.test(command))
      wrong(`soft.${key}`, softCommandExpected)
}

function checkPinSets(sets: unknown, lines: unknown, wrong: Check): void {
  if (!isList(sets)) return wrong('pinSets', pinSetsExpected)
  for (const set of sets) {
    if (!isObject(set) || !isObject(set['pins'])) {
      wrong('pinSets', pinSetShape)
      continue
    }
    checkPins(set, set['pins'], lines, wrong)
  }
}

function checkPins(set: Loose, pins: Loose, lines: unknown, wrong: Check): void {
  const used = new Map<unknown, string>()
  for (const [line, pin] of Object.entries(pins)) {
    const where = `pinSets.${String(set['id'])}.${line}`
    if (isObject(lines) && lines[line] === undefined) wrong(where, boardHasNoSuchLine)
    if (typeof pin !== 'number' && (typeof pin !== 'string' || pin === ''))
      wrong(where, pinExpected)
    const other = used.get(String(pin))
    if (other) wrong(where, pinShared(other, line, String(pin)))
    used.set(String(pin), line)
  }
}

function checkProof({ proof, usb, lines }: Loose, wrong: Check): void {
  const known = (one: unknown) => proofs.some((name) => name === one)
  if (!isList(proof) || proof.length === 0 || !proof.every(known))
    return wrong('proof', proofExpected(proofs))
  if (proof.includes('status') && isObject(lines) && lines['status'] === undefined)
    wrong('proof', statusLineNeeded)
  const ids = isList(usb) ? usb : usb === undefined ? [] : [null]
  if (ids.some((id) => typeof id !== 'string' || !/^[0-9a-f]{4}:[0-9a-f]{4}$/.test(id)))
    wrong('usb', usbIdsExpected)
}
