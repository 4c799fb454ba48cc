import { LineCounter, parseDocument, stringify } from 'yaml'
import type { BoardFileMistake, ReadBoardFile } from '@contract'
import { Fault } from '@core/fault'
import type { BoardLine, BoardProfile } from '@core/power/board'
import { readBoard } from '@core/power/written-board'
import type { Words } from '@core/words'
import { offsetOf } from '@bench/config/config-file'
import { yamlValues } from '@bench/config/yaml-values'
import { ofLine, wholeFile } from './words'

/** Reads a board in YAML or JSON. Every mistake is named with its place. */
export function readBoardFile(text: string): ReadBoardFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0)
    return {
      board: null,
      mistakes: document.errors.map(({ pos, message }) => {
        const said = message.split('\n')[0] ?? ''
        return { line: lines.linePos(pos[0]).line, path: '', words: { en: said, ja: said } }
      }),
    }
  const { values, words } = { values: undefined, ...yamlValues(document) }
  if (words) {
    const { line } = lines.linePos(Math.max(0, text.search(/\*[\w-]/)))
    return { board: null, mistakes: [{ line, path: '', words }] }
  }
  const { board, mistakes } = readBoard(values)
  return {
    board,
    mistakes: mistakes.map((mistake) => {
      const offset = offsetOf(document, mistake.path === '' ? [] : mistake.path.split('.'))
      return { ...mistake, line: offset === undefined ? 0 : lines.linePos(offset).line }
    }),
  }
}

/** The board of a file, or a Fault board-invalid that names every mistake by its line. */
export function mustReadBoard(text: string, file: string): BoardProfile {
  const { board, mistakes } = readBoardFile(text)
  if (board) return board
  const told = mistakes.map(mistakeWords)
  throw new Fault('board-invalid', {
    en: [`${file}:`, ...told.map(({ en }) => en)].join('\n  '),
    ja: [`${file}：`, ...told.map(({ ja }) => ja)].join('\n  '),
  })
}

function mistakeWords({ line, path, words }: BoardFileMistake): Words {
  const where = line > 0 ? ofLine(line) : wholeFile
  const place = path === '' ? '' : `, ${path}`
  return { en: `${where.en}${place}: ${words.en}`, ja: `${where.ja}${place}：${words.ja}` }
}

/** A board as such a file, with its first pins beside their lines. */
export function writeBoardFile(board: BoardProfile): string {
  const { id, name, modem, persona, pulse, wait, soft, tries, proof, usb, adapters } = board
  const pins = board.pinSets[0]?.pins ?? {}
  const written = {
    id,
    name,
    ...(modem === '' ? {} : { modem }),
    ...(persona === undefined ? {} : { persona }),
    lines: Object.fromEntries(
      Object.entries(board.lines).map(([line, wired]) => [
        line,
        lineOf(wired, pins[line as keyof typeof pins]),
      ]),
    ),
    pulse: times(pulse),
    wait: times(wait),
    ...(soft === undefined ? {} : { soft }),
    tries,
    proof,
    ...(usb === undefined ? {} : { usb }),
    adapters,
    ...(board.warnings.length === 0 ? {} : { warnings: board.warnings.map(oneOrBoth) }),
  }
  return stringify(written, { lineWidth: 0, flowCollectionPadding: true })
}

const lineOf = (line: BoardLine, pin: number | string | undefined): object => ({
  title: oneOrBoth(line.title),
  active: line.activeLow ? 'low' : 'high',
  ...(line.dir === 'in' ? {} : { drive: line.drive }),
  ...(line.bias === undefined ? {} : { pull: line.bias }),
  ...(pin === undefined ? {} : { pin }),
})

const oneOrBoth = (words: Words): unknown => (words.en === words.ja ? words.en : words)

const times = (all: { readonly [name: string]: number }): object =>
  Object.fromEntries(
    Object.entries(all).map(([name, ms]) => [name.slice(0, -2), `${ms}ms`] as const),
  )
