import type { Handlers } from '@contract'
import type { boardCalls } from '@contract/board'
import { boardOf, boards } from '@catalog/boards'
import { wiringPicture } from '@catalog/boards/wiring'
import { Fault } from '@core/fault'
import type { BoardProfile } from '@core/power/board'
import { checkedBoard } from '@core/power/validate-board'
import { waysDown } from '@core/power/ways-down'
import type { Bench } from './bench'

/** The calls for boards, carried out on a bench. */
export function boardHandlersOf(bench: Bench): Pick<Handlers, keyof typeof boardCalls> {
  const { environment, slots } = bench
  return {
    'board.list': async () => ({ boards, waysDown }),
    'board.set': async ({ slot, board, adapter, lines, profile }) => {
      const chosen = slots[slot].board
      if (board === null) {
        await chosen.choose(undefined)
        await bench.rememberBoard(slot, undefined)
        return
      }
      const choice = { board: boardFor(board, profile), adapter, wiring: lines, automatic: false }
      await chosen.choose(choice)
      await bench.rememberBoard(slot, {
        board,
        adapter,
        lines,
        ...(board === 'custom' && profile !== undefined ? { profile } : {}),
      })
      await slots[slot].recorder.start()
      await chosen.open()
    },
    'board.power': async ({ slot, action, insist, tries }) => {
      const running = slots[slot].power(action, {
        insist,
        ...(tries === undefined ? {} : { tries }),
      })
      // How it went is in the state; only a defect of ours ends here.
      running.catch((error: unknown) => environment.report(error, `power of slot ${slot}`))
    },
    'board.cancel': async ({ slot }) => slots[slot].board.cancel(),
    'board.line': async ({ slot, line, active }) => slots[slot].board.line(line, active),
    'board.wiring': async ({ board, adapter, lines, language }) =>
      wiringPicture(boardFor(board), adapter, lines, language),
    'gpio.list': async () => environment.gpio.list(),
  }
}

/** The board of that name, or the person's own; throws `Fault('board-invalid')` for what cannot be. */
export function boardFor(id: string, profile?: unknown): BoardProfile {
  if (id === 'custom' && profile !== undefined) return checkedBoard(profile)
  const board = boardOf(id)
  if (board) return board
  const ids = boards.map((one) => one.id).join(', ')
  throw new Fault('board-invalid', `There is no board "${id}"; there are ${ids}.`)
}
