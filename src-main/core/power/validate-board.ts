import { Fault } from '../fault'
import type { Words } from '../words'
import { boardLineNames, type BoardProfile } from './board'
import { mistakeWords, type BoardMistake } from './board-mistake'

const pulseMs = { low: 10, high: 20_000 }
const cutMs = { low: 1000, high: 120_000 }
const waitMs = { low: 100, high: 600_000 }
export const lineDrives = ['push-pull', 'open-drain', 'contact'] as const
export const proofs = ['status', 'usb', 'at'] as const

type Check = (path: string, en: string, ja: string) => void

/** What is wrong with a board, each with its place; empty when it can be used. Takes anything, such as a file a person wrote. */
export function boardMistakes(value: unknown): readonly BoardMistake[] {
  const mistakes: BoardMistake[] = []
  const wrong: Check = (path, en, ja) => mistakes.push({ path, words: { en, ja } })
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

const noBoard: Words = {
  en: 'expected a board: name, lines, pulse and wait.',
  ja: 'ボードの定義（name、lines、pulse、wait）が必要です。',
}

export type Loose = { readonly [key: string]: unknown }
export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checkTexts(board: Loose, wrong: Check): void {
  const { id, name, modem, adapters, warnings } = board
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id))
    wrong(
      'id',
      'expected small letters, digits and hyphens, at most 40.',
      '英小文字、数字、ハイフンで 40 文字以内にしてください。',
    )
  if (typeof name !== 'string' || !/\S/.test(name) || name.length > 60)
    wrong('name', 'expected a name of 1 to 60 letters.', '1〜60 文字の名前が必要です。')
  if (typeof modem !== 'string')
    wrong(
      'modem',
      'expected the name of the modem as a text.',
      'モデム名を文字列で指定してください。',
    )
  if (!isList(adapters) || adapters.some((one) => typeof one !== 'string'))
    wrong(
      'adapters',
      'expected a list such as [gpiod, usbrelay].',
      '[gpiod, usbrelay] のような一覧を指定してください。',
    )
  if (!isList(warnings) || warnings.some((one) => !isWords(one)))
    wrong('warnings', 'expected a list of sentences.', '文の一覧を指定してください。')
}
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isWords = (value: unknown): boolean =>
  isObject(value) && typeof value['en'] === 'string' && typeof value['ja'] === 'string'

function checkLines(lines: unknown, wrong: Check): void {
  if (!isObject(lines) || Object.keys(lines).length === 0)
    return wrong(
      'lines',
      'expected at least one line, such as power.',
      'power など、線が少なくとも 1 本必要です。',
    )
  for (const [name, line] of Object.entries(lines)) {
    const where = `lines.${name}`
    if (!boardLineNames.some((known) => known === name))
      wrong(
        where,
        `there is no such line; there are ${boardLineNames.join(', ')}.`,
        `そのような線はありません。使えるのは ${boardLineNames.join('、')} です。`,
      )
    else if (!isObject(line))
      wrong(
        where,
        'expected { active: low, drive: open-drain }.',
        '{ active: low, drive: open-drain } の形で指定してください。',
      )
    else checkLine(where, name, line, wrong)
  }
}

function checkLine(where: string, name: string, line: Loose, wrong: Check): void {
  const expected = name === 'status' || name === 'ri' ? 'in' : 'out'
  if (line['dir'] !== expected)
    wrong(`${where}.dir`, `expected '${expected}'.`, `'${expected}' でなければなりません。`)
  if (typeof line['activeLow'] !== 'boolean')
    wrong(`${where}.activeLow`, 'expected true or false.', 'true か false を指定してください。')
  if (!lineDrives.some((drive) => drive === line['drive']))
    wrong(
      `${where}.drive`,
      `expected ${lineDrives.join(', ')}.`,
      `${lineDrives.join('、')} のいずれかを指定してください。`,
    )
  if (expected === 'out' && line['drive'] === 'open-drain' && line['activeLow'] === false)
    wrong(
      where,
      'an open drain can only pull low: make it active low, or drive it push-pull.',
      'オープンドレインは Low に引くことしかできません。アクティブ Low にするか、プッシュプルにしてください。',
    )
  if (![undefined, 'up', 'down', 'none'].some((bias) => bias === line['bias']))
    wrong(
      `${where}.bias`,
      'expected up, down or none.',
      'up、down、none のいずれかを指定してください。',
    )
  if (!isWords(line['title'])) wrong(`${where}.title`, 'expected a title.', '名称が必要です。')
}

function checkPulses(board: Loose, wrong: Check): void {
  const { pulse, lines } = board
  if (!isObject(pulse))
    return wrong('pulse', 'expected on, off and reset.', 'on、off、reset を指定してください。')
  checkRange('pulse.onMs', pulse['onMs'], pulseMs, wrong)
  checkRange('pulse.offMs', pulse['offMs'], pulseMs, wrong)
  if (pulse['resetMs'] !== undefined) checkRange('pulse.resetMs', pulse['resetMs'], pulseMs, wrong)
  if (pulse['cutMs'] !== undefined) checkRange('pulse.cutMs', pulse['cutMs'], cutMs, wrong)
  if (isObject(lines) && lines['reset'] !== undefined && pulse['resetMs'] === undefined)
    wrong(
      'pulse.resetMs',
      'missing, though the board has a reset line.',
      'リセット線があるのに、パルス長が指定されていません。',
    )
  if (isObject(lines) && lines['cut'] !== undefined && pulse['cutMs'] === undefined)
    wrong(
      'pulse.cutMs',
      'missing, though the board can cut the supply.',
      '電源を遮断する線があるのに、遮断時間が指定されていません。',
    )
}

function checkWaits(wait: unknown, wrong: Check): void {
  if (!isObject(wait))
    return wrong(
      'wait',
      'expected on, off, reset and boot.',
      'on、off、reset、boot を指定してください。',
    )
  for (const key of ['onMs', 'offMs', 'resetMs'])
    checkRange(`wait.${key}`, wait[key], waitMs, wrong)
  checkRange('wait.bootMs', wait['bootMs'], { low: 100, high: 60_000 }, wrong)
  checkRange('wait.offToOnMs', wait['offToOnMs'], { low: 0, high: 60_000 }, wrong)
  checkRange('wait.pollMs', wait['pollMs'], { low: 20, high: 10_000 }, wrong)
  const { pollMs, onMs } = wait
  if (typeof pollMs === 'number' && typeof onMs === 'number' && pollMs > onMs)
    wrong(
      'wait.pollMs',
      'STATUS would never be read while it is awaited: it must be shorter than the wait for on.',
      '待ち時間内に STATUS を一度も読めません。オンの待ち時間より短くしてください。',
    )
}

function checkRange(
  path: string,
  value: unknown,
  { low, high }: { low: number; high: number },
  wrong: Check,
): void {
  if (value === undefined)
    return wrong(
      path,
      `missing; expected ${low} to ${high} ms.`,
      `指定がありません（${low}〜${high} ms）。`,
    )
  const good = typeof value === 'number' && value >= low && value <= high
  const shown = typeof value === 'number' ? String(value) : JSON.stringify(value)
  if (!good)
    wrong(
      path,
      `${shown} is not possible; expected ${low} to ${high} ms.`,
      `${shown} は設定できません（${low}〜${high} ms）。`,
    )
}

function checkTries(tries: unknown, wrong: Check): void {
  if (tries === 'forever') return
  if (typeof tries !== 'number' || !Number.isInteger(tries) || tries < 1 || tries > 20)
    wrong(
      'tries',
      `${String(tries)} is not possible; expected 1 to 20, or forever.`,
      `${String(tries)} は設定できません（1〜20 または forever）。`,
    )
}

function checkSoft(soft: unknown, wrong: Check): void {
  if (soft === undefined) return
  if (!isObject(soft))
    return wrong(
      'soft',
      "expected { off: 'AT+CPOF' }.",
      '{ off: AT+CPOF } の形で指定してください。',
    )
  for (const [key, command] of Object.entries(soft))
    if (typeof command !== 'string' || !/^AT[\x20-\x7e]+$/i.test(command))
      wrong(
        `soft.${key}`,
        'expected an AT command, such as AT+CPOF; leave it out when there is none.',
        'AT コマンド（例：AT+CPOF）を指定してください。なければ省略します。',
      )
}

function checkPinSets(sets: unknown, lines: unknown, wrong: Check): void {
  if (!isList(sets))
    return wrong(
      'pinSets',
      'expected a list (it may be empty).',
      '一覧を指定してください（空でも可）。',
    )
  for (const set of sets) {
    if (!isObject(set) || !isObject(set['pins'])) {
      wrong('pinSets', 'each needs id, title and pins.', 'それぞれに id、title、pins が必要です。')
      continue
    }
    checkPins(set, set['pins'], lines, wrong)
  }
}

function checkPins(set: Loose, pins: Loose, lines: unknown, wrong: Check): void {
  const used = new Map<unknown, string>()
  for (const [line, pin] of Object.entries(pins)) {
    const where = `pinSets.${String(set['id'])}.${line}`
    if (isObject(lines) && lines[line] === undefined)
      wrong(where, 'the board has no such line.', 'このボードにその線はありません。')
    if (typeof pin !== 'number' && (typeof pin !== 'string' || pin === ''))
      wrong(
        where,
        'expected the number or the name of a pin.',
        'ピンの番号または名前を指定してください。',
      )
    const other = used.get(String(pin))
    if (other)
      wrong(
        where,
        `${other} and ${line} share pin ${String(pin)}.`,
        `${other} と ${line} が同じピン ${String(pin)} を使っています。`,
      )
    used.set(String(pin), line)
  }
}

function checkProof({ proof, usb, lines }: Loose, wrong: Check): void {
  const known = (one: unknown) => proofs.some((name) => name === one)
  if (!isList(proof) || proof.length === 0 || !proof.every(known))
    return wrong(
      'proof',
      `expected at least one of ${proofs.join(', ')}.`,
      `${proofs.join('、')} から少なくとも 1 つ指定してください。`,
    )
  if (proof.includes('status') && isObject(lines) && lines['status'] === undefined)
    wrong('proof', 'status needs a line named status.', 'status を使うには status の線が必要です。')
  const ids = isList(usb) ? usb : usb === undefined ? [] : [null]
  if (ids.some((id) => typeof id !== 'string' || !/^[0-9a-f]{4}:[0-9a-f]{4}$/.test(id)))
    wrong(
      'usb',
      'expected ids such as 1e0e:9011 (lsusb shows them).',
      '1e0e:9011 のような ID を指定してください（lsusb で確認できます）。',
    )
}
