import {
  boardLineNames,
  type BoardLine,
  type BoardLineName,
  type BoardProfile,
  type Language,
  type PinSet,
} from '@contract'

/** One line of a board as it stands in the form. */
export interface LineDraft {
  there: boolean
  title: string
  activeLow: boolean
  drive: BoardLine['drive']
  bias: 'none' | 'up' | 'down'
}
export const pulseNames = ['onMs', 'offMs', 'resetMs', 'cutMs'] as const
export const waitNames = ['onMs', 'offMs', 'resetMs', 'bootMs', 'offToOnMs', 'pollMs'] as const
export const proofNames = ['status', 'usb', 'at'] as const

/** A board as it stands in the form: numbers as they were typed, so that a mistake stays to be seen. */
export interface BoardDraft {
  id: string
  name: string
  modem: string
  lines: Record<BoardLineName, LineDraft>
  pulse: Record<(typeof pulseNames)[number], string>
  wait: Record<(typeof waitNames)[number], string>
  softOff: string
  softReset: string
  tries: string
  forever: boolean
  proof: Record<(typeof proofNames)[number], boolean>
  usb: string
  /** Adapters that suit, with blanks between them. */
  adapters: string
  persona: string
  pinSets: readonly PinSet[]
  warnings: string
}

const inputs: readonly string[] = ['status', 'ri']
export const isInput = (name: BoardLineName): boolean => inputs.includes(name)

/** What the form shows of a board. A board of the catalogue becomes a new one. */
export function draftOf(board: BoardProfile, own: boolean, language: Language): BoardDraft {
  const text = (ms: number | undefined) => (ms === undefined ? '' : String(ms))
  return {
    id: own ? board.id : '',
    name: own ? board.name : '',
    modem: board.modem,
    lines: Object.fromEntries(
      boardLineNames.map((name) => [name, lineDraft(name, board.lines[name], language)]),
    ) as BoardDraft['lines'],
    pulse: Object.fromEntries(
      pulseNames.map((name) => [name, text(board.pulse[name])]),
    ) as BoardDraft['pulse'],
    wait: Object.fromEntries(
      waitNames.map((name) => [name, text(board.wait[name])]),
    ) as BoardDraft['wait'],
    softOff: board.soft?.off ?? '',
    softReset: board.soft?.reset ?? '',
    tries: board.tries === 'forever' ? '2' : String(board.tries),
    forever: board.tries === 'forever',
    proof: Object.fromEntries(
      proofNames.map((name) => [name, board.proof.includes(name)]),
    ) as BoardDraft['proof'],
    usb: (board.usb ?? []).join(' '),
    adapters: board.adapters.join(' '),
    persona: board.persona ?? '',
    pinSets: own ? board.pinSets : [],
    warnings: own ? board.warnings.map((one) => one.en).join('\n') : '',
  }
}

function lineDraft(
  name: BoardLineName,
  line: BoardLine | undefined,
  language: Language,
): LineDraft {
  const input = isInput(name)
  return {
    there: line !== undefined,
    title: line?.title[language] ?? '',
    activeLow: line?.activeLow ?? (!input && name !== 'cut'),
    drive: line?.drive ?? (input ? 'push-pull' : name === 'cut' ? 'contact' : 'open-drain'),
    bias: line?.bias ?? 'none',
  }
}

/** The board that the form describes; what cannot be is left in it for the check to name. */
export function profileOf(draft: BoardDraft): BoardProfile {
  const { name, modem, persona, forever, tries, softOff, softReset } = draft
  const lines = boardLineNames.flatMap((line) =>
    draft.lines[line].there ? [[line, lineOf(line, draft.lines[line])] as const] : [],
  )
  const soft = {
    ...(softOff.trim() === '' ? {} : { off: softOff.trim() }),
    ...(softReset.trim() === '' ? {} : { reset: softReset.trim() }),
  }
  const usb = words(draft.usb)
  const profile = {
    id: draft.id || idOf(name),
    name: name.trim(),
    modem: modem.trim(),
    ...(persona === '' ? {} : { persona }),
    lines: Object.fromEntries(lines),
    pinSets: draft.pinSets,
    pulse: times(draft.pulse),
    wait: times(draft.wait),
    ...(Object.keys(soft).length === 0 ? {} : { soft }),
    tries: forever ? 'forever' : typed(tries),
    proof: proofNames.filter((proof) => draft.proof[proof]),
    ...(usb.length === 0 ? {} : { usb: usb.map((id) => id.toLowerCase()) }),
    adapters: words(draft.adapters),
    warnings: draft.warnings
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ en: line, ja: line })),
  }
  // What was typed may be no number; the host says so.
  return profile as BoardProfile
}

function lineOf(name: BoardLineName, { title, activeLow, drive, bias }: LineDraft): BoardLine {
  const said = title.trim() || name.toUpperCase()
  const input = isInput(name)
  return {
    dir: input ? 'in' : 'out',
    activeLow: drive === 'contact' && !input ? false : activeLow,
    drive: input ? 'push-pull' : drive,
    title: { en: said, ja: said },
    ...(bias === 'none' ? {} : { bias }),
  }
}

const words = (text: string): readonly string[] =>
  text.split(/[\s,]+/).filter((word) => word !== '')

function typed(text: string): number | string | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const number = Number(trimmed)
  return Number.isFinite(number) ? number : trimmed
}
const times = (all: Record<string, string>): object =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, text]) => {
      const value = typed(text)
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** A name in small letters; a name without any gets an id of its own. */
function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return id.slice(0, 40) || 'my-board'
}
