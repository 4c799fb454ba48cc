import type { GpioAdapter } from '../ports/gpio-adapter'
import type { GpioLine } from '../ports/gpio-line'
import type { BoardLineName, BoardProfile, Wiring } from './board'
import type { PowerPorts } from './run'

/** One line of an open adapter. */
export function lineOf(adapter: GpioAdapter, name: string): GpioLine {
  return {
    name,
    read: () => adapter.read(name),
    write: (active) => adapter.write(name, active),
    pulse: (ms, signal) => adapter.pulse(name, ms, signal ? { signal } : {}),
    watch: (listener) => adapter.watch(name, listener),
  }
}

/** The wired lines of a board, for a power sequence. A STATUS that proves nothing is left out. */
export function powerLines(
  adapter: GpioAdapter,
  wiring: Wiring,
  { proof }: Pick<BoardProfile, 'proof'>,
): PowerPorts['lines'] {
  const wired = (name: BoardLineName) => wiring[name] !== undefined
  return {
    ...(wired('power') ? { power: lineOf(adapter, 'power') } : {}),
    ...(wired('reset') ? { reset: lineOf(adapter, 'reset') } : {}),
    ...(wired('cut') ? { cut: lineOf(adapter, 'cut') } : {}),
    ...(wired('status') && proof.includes('status') ? { status: lineOf(adapter, 'status') } : {}),
  }
}
