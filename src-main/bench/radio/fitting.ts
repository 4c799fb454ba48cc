import type { AskedItem } from '@core/radio/ask'
import { Fault } from '@core/fault'
import { cellOf } from '@core/radio/cell-item'
import { differenceOf, type RadioChange, type ReadItem } from '@core/radio/change'
import { activeBits, activeNextTo, tauBits, tausNextTo } from '@core/radio/gprs-timers'
import { isPlmn } from '@core/radio/operator'
import { psmOf } from '@core/radio/psm-choice'
import type { Words } from '@core/words'
import type { RadioReading } from '@core/radio/item'
import {
  aBand,
  aCell,
  anOperator,
  fits,
  noSuchItem,
  noSuchOption,
  psmForm,
  timersThatAre,
} from './words'

/** A change that differs from what was read. */
export interface FitChange {
  readonly read: ReadItem
  readonly chosen: readonly string[]
  readonly difference: Words
  /** The commands for it, from how the setting stands then; undefined: it cannot be written. */
  readonly commands: (now: RadioReading) => readonly string[] | undefined
}

/** Throws where a change is of no setting of this modem, or no choice for it; what does not differ is left out. */
export function fitting(
  asked: readonly AskedItem[],
  changes: readonly RadioChange[],
): readonly FitChange[] {
  return changes.flatMap(({ item: id, chosen }) => {
    const read = asked.find(({ item }) => item.id === id)?.read
    if (!read) {
      const known = asked.flatMap((one) => (one.read ? [one.item.id] : [])).join(', ')
      throw new Fault('radio-unknown-item', noSuchItem(id, known))
    }
    const difference = differenceOf(read, chosen)
    if (!difference) return []
    mustBeChoice(read, chosen)
    const commands = (now: RadioReading) => read.item.write(chosen, now)
    if (!commands(read.reading)) throw new Fault('radio-bad-choice', expected(read, chosen, fits))
    return [{ read, chosen, difference, commands }]
  })
}

function mustBeChoice(read: ReadItem, chosen: readonly string[]): void {
  const { item, reading } = read
  const [one = ''] = chosen
  const bad = (what: Words) => new Fault('radio-bad-choice', expected(read, chosen, what))
  if (item.kind === 'operator') {
    const right = chosen.length === 1 && (one === 'auto' || one === 'off' || isPlmn(one))
    if (!right) throw bad(anOperator)
    return
  }
  if (item.kind === 'cell') {
    if (chosen.length > 1 || (chosen.length === 1 && !cellOf(one))) throw bad(aCell)
    return
  }
  if (item.kind === 'psm') {
    const mistake = psmMistake(chosen)
    if (mistake) throw bad(mistake)
    return
  }
  if (chosen.length === 0) throw bad(aBand)
  const { list } = item.options(reading)
  const known = new Set(list.map(({ id }) => id))
  const wrong = chosen.some((id) => !known.has(id)) || (item.kind === 'one' && chosen.length > 1)
  if (wrong) throw bad(namesOf(list))
}
/** What may be typed: where a choice is a code, what it stands for. */
function namesOf(list: readonly { readonly id: string; readonly name: Words }[]): Words {
  const isCode = (id: string) => /^[01]{4}$/.test(id)
  const said = (language: 'en' | 'ja') =>
    list.map(({ id, name }) => (isCode(id) ? name[language].replace(' ', '') : id)).join(', ')
  return { en: said('en'), ja: said('ja') }
}
/** The timers have few values: those next to what was asked for are named. */
function psmMistake(chosen: readonly string[]): Words | undefined {
  const [one = ''] = chosen
  if (chosen.length === 1 && (one === 'off' || one === 'on')) return undefined
  const wanted = chosen.length === 1 ? psmOf(one) : undefined
  if (!wanted) return psmForm
  const taus = tauBits(wanted.tau) === undefined ? tausNextTo(wanted.tau) : []
  const actives = activeBits(wanted.active) === undefined ? activeNextTo(wanted.active) : []
  return taus.length + actives.length > 0 ? timersThatAre(taus, actives) : undefined
}
const expected = ({ item }: ReadItem, chosen: readonly string[], what: Words): Words =>
  noSuchOption(item.title, chosen.join(' '), what)
