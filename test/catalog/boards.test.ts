import { expect, test } from 'vitest'
import { boardOf, boards } from '@catalog/boards'
import { wiringPicture } from '@catalog/boards/wiring'
import { linesOn } from '@core/power/board'
import { waysDown } from '@core/power/ways-down'

const must = (id: string) => {
  const board = boardOf(id)
  if (!board) throw new Error(id)
  return board
}

test('the four ways down cut more and more, and each says what survives in both languages', () => {
  expect(waysDown.map((way) => way.id)).toEqual(['hang-up', 'radio-off', 'reset', 'power-off'])
  for (const [index, way] of waysDown.entries()) {
    const gentler = waysDown[index - 1]
    if (gentler) expect(way.cuts).toEqual(expect.arrayContaining([...gentler.cuts]))
    for (const words of [way.title, way.how, way.survives, way.back])
      expect([words.en, words.ja].every((text) => text.length > 3)).toBe(true)
  }
})

test.each(boards.flatMap((board) => board.adapters.map((adapter) => [board.id, adapter] as const)))(
  '%s on %s is drawn with every wire, once and well formed',
  (id, adapter) => {
    const board = must(id)
    const pins = { power: 1, reset: 2, status: 3 }
    for (const language of ['en', 'ja'] as const) {
      const { svg } = wiringPicture(board, `${adapter}:A&B<C>`, pins, language)
      expect(svg).toContain('A&amp;B&lt;C&gt;')
      expect(svg).not.toMatch(/undefined|NaN|#[0-9a-f]{3,6}\b/)
      expect(svg.match(/<svg|<\/svg>/g)).toHaveLength(2)
      // A long name takes two lines.
      const said = svg.replaceAll(/<[^>]*>|\s/g, '')
      expect(said).toContain((board.lines.power?.title[language] ?? '?').replaceAll(' ', ''))
      expect(svg).toContain('GND')
    }
  },
)

test('warns of what hurts before the first wire', () => {
  const warned = (board: string, adapter: string, lines: object) =>
    wiringPicture(must(board), adapter, lines)
      .warnings.map((words) => words.en)
      .join(' ')
  expect(warned('sim7672-module', 'numato:/dev/x', { power: 1 })).toContain('no open drain')
  expect(warned('4gpi', 'serial:/dev/x', { power: 'dtr' })).toContain('raises DTR and RTS')
  expect(warned('custom', 'mcp2221:1', { power: 0 })).toContain('LED outputs')
  expect(warned('custom', 'usbrelay:A', { power: 1 })).toContain('Without STATUS')
})

test('a key that is pulled low by an open drain is closed by a contact', () => {
  const board = must('sim7672-module')
  const [driven] = linesOn(board, { power: 0 })
  expect(driven).toMatchObject({ drive: 'open-drain', activeLow: true })
  const [contact] = linesOn(board, { power: 1 }, { contacts: true })
  expect(contact).toMatchObject({ drive: 'contact', activeLow: false })
})

test('the second of two stacked boards has pins of its own', () => {
  const [first, second] = must('3gpi-v2').pinSets
  expect(first?.pins).toEqual({ power: 17, reset: 27, status: 22, ri: 16 })
  expect(second?.pins).toEqual({ power: 12, reset: 6, status: 13, ri: 18 })
})
