import type { Handlers } from '@contract'
import type { boardCalls } from '@contract/board'
import { boardPresets, boards } from '@catalog/boards'
import { wiringPicture } from '@catalog/boards/wiring'
import { boardMistakes, checkedBoard } from '@core/power/validate-board'
import { waysDown } from '@core/power/ways-down'
import { mustReadBoard, readBoardFile, writeBoardFile } from '@bench/boards/board-file'
import { boardFor, forgetBoard, ownBoards, saveBoard } from '@bench/boards/own-boards'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { SettingsFile } from '@bench/settings/settings-file'
import type { Settings } from '@contract'
import type { SettingsChange } from '@contract'
import type { SlotName } from '@core/modem/slot-names'
import type { StoredBoard } from '@contract'

/** What of the bench is needed here. */
export interface BoardParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly settings: SettingsFile
  readonly changeSettings: (change: SettingsChange) => Promise<Settings>
  readonly rememberBoard: (slot: SlotName, board: StoredBoard | undefined) => Promise<void>
}

/** The calls for boards, carried out on a bench. */
export function boardHandlersOf(bench: BoardParts): Pick<Handlers, keyof typeof boardCalls> {
  const { environment, slots } = bench
  return {
    'board.list': async () => ({
      boards,
      own: ownBoards(bench),
      presets: boardPresets,
      waysDown,
    }),
    'board.check': async ({ profile }) => boardMistakes(profile),
    'board.save': async ({ profile }) => saveBoard(bench, profile),
    'board.forget': async ({ id }) => forgetBoard(bench, id),
    'board.read': async ({ text, file }) =>
      file === undefined ? readBoardFile(text) : { board: mustReadBoard(text, file), mistakes: [] },
    'board.write': async ({ profile }) => {
      const board = checkedBoard(profile)
      return {
        name: `${board.id}.yaml`,
        mime: 'text/yaml',
        masked: {},
        text: writeBoardFile(board),
      }
    },
    'board.set': async ({ slot, board, adapter, lines, profile }) => {
      const chosen = slots[slot].board
      if (board === null) {
        await chosen.choose(undefined)
        await bench.rememberBoard(slot, undefined)
        return
      }
      const choice = {
        board: boardFor(bench, board, profile),
        adapter,
        wiring: lines,
        automatic: false,
      }
      await chosen.choose(choice)
      await bench.rememberBoard(slot, {
        board,
        adapter,
        lines,
        ...(profile === undefined ? {} : { profile }),
      })
      await slots[slot].recorder.start()
      await chosen.open()
    },
    'board.power': async ({ slot, action, insist, tries }) => {
      const running = slots[slot].power.switch(action, {
        insist,
        ...(tries === undefined ? {} : { tries }),
      })
      // How it went is in the state; only a defect of ours ends here.
      running.catch((error: unknown) => environment.report(error, `power of slot ${slot}`))
    },
    'board.cancel': async ({ slot }) => slots[slot].board.cancel(),
    'board.look': async ({ slot }) => slots[slot].power.look(),
    'board.line': async ({ slot, line, active }) => slots[slot].board.line(line, active),
    'board.wiring': async ({ board, adapter, lines, profile, language }) =>
      wiringPicture(boardFor(bench, board, profile), adapter, lines, language),
    'gpio.list': async () => environment.gpio.list(),
  }
}
