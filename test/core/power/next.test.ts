import { describe, expect, test } from 'vitest'
import { boards, boardOf } from '@catalog/boards'
import { Fault } from '@core/fault'
import type { GpioLine } from '@core/ports/gpio-line'
import type { BoardProfile } from '@core/power/board'
import { runPower, type PowerPorts, type RunPowerOptions } from '@core/power/run'
import type { PowerAction, PowerEntry } from '@core/power/sequence'
import { boardMistakes, checkedBoard } from '@core/power/validate-board'
import { sleep } from '@core/wait'
import { ManualClock } from '../../support/manual-clock'
import { quoted } from '@core/words'

/** How a modem's STATUS follows its key. */
interface Habits {
  readonly on?: boolean
  /** From a press to STATUS on, and to STATUS off. */
  readonly onAfterMs?: number
  readonly offAfterMs?: number
  /** The first presses that do not arrive. */
  readonly deaf?: number
  /** STATUS never leaves this level, whatever the modem does. */
  readonly stuck?: boolean
  /** STATUS flickers for so long after each change. */
  readonly bouncesMs?: number
  /** STATUS is not wired. */
  readonly absent?: boolean
  readonly answersAt?: boolean
  /** How it takes a command for an orderly way down; absent: it has none. */
  readonly soft?: 'goes' | 'refuses' | 'ignores'
  /** A reset line that does something. */
  readonly resets?: boolean
  readonly resetDropMs?: number
}

/** A modem whose key toggles, as they all do: a press while it is on its way turns it the other way. */
class ToggleModem {
  readonly clock = new ManualClock()
  readonly presses: string[] = []
  readonly entries: PowerEntry[] = []
  on: boolean
  status: boolean
  readonly #habits: Habits
  #want: boolean
  #bounceUntilUs = 0
  #cancel: () => void = () => undefined
  constructor(habits: Habits) {
    this.#habits = habits
    this.on = habits.on ?? false
    this.#want = this.on
    this.status = habits.stuck ?? this.on
  }
  key(): void {
    if (this.presses.length <= (this.#habits.deaf ?? 0)) return
    this.#go(!this.#want)
  }
  #go(want: boolean): void {
    const { onAfterMs = 300, offAfterMs = 1800, stuck, bouncesMs = 0 } = this.#habits
    this.#want = want
    this.#cancel()
    this.#cancel = this.clock.schedule(want ? onAfterMs : offAfterMs, () => {
      this.on = want
      if (stuck === undefined) this.status = want
      this.#bounceUntilUs = this.clock.monotonicUs() + bouncesMs * 1000
    })
  }
  reset(): void {
    if (this.#habits.resets === false) return
    this.on = false
    this.status = this.#habits.stuck ?? false
    this.clock.schedule(this.#habits.resetDropMs ?? 500, () => {
      this.on = true
      this.status = this.#habits.stuck ?? true
    })
  }
  read(): boolean {
    const us = this.clock.monotonicUs()
    if (us >= this.#bounceUntilUs) return this.status
    return Math.floor(us / 70_000) % 2 === 0 ? this.status : !this.status
  }
  line(name: string, act: () => void): GpioLine {
    return {
      name,
      read: async () => this.read(),
      write: async () => undefined,
      pulse: async (ms, signal) => {
        this.presses.push(`${name} ${ms}`)
        act()
        await sleep(this.clock, ms, signal)
        return { askedMs: ms, actualMs: ms + 1 }
      },
    }
  }
  ports(): PowerPorts {
    const { absent, soft, answersAt } = this.#habits
    return {
      lines: {
        power: this.line('power', () => this.key()),
        reset: this.line('reset', () => this.reset()),
        ...(absent ? {} : { status: this.line('status', () => undefined) }),
      },
      ...(answersAt || soft
        ? {
            at: {
              answers: async () => this.on,
              soft: async () => {
                if (soft === 'goes') this.#go(false)
                return { accepted: soft !== 'refuses', seen: [soft === 'refuses' ? 'ERROR' : 'OK'] }
              },
            },
          }
        : {}),
    }
  }
  run(action: PowerAction, more: Partial<RunPowerOptions> = {}) {
    return this.clock.until(
      runPower({
        board: hat,
        action,
        ports: this.ports(),
        clock: this.clock,
        signal: new AbortController().signal,
        onEntry: (entry) => this.entries.push(entry),
        ...more,
      }),
      3_600_000,
    )
  }
  get story(): string {
    return this.entries.map((entry) => entry.words.en).join('\n')
  }
}

function must(id: string): BoardProfile {
  const board = boardOf(id)
  if (!board) throw new Error(`no board ${id}`)
  return board
}
const hat = must('3gpi-v2')
const hat4 = must('4gpi')

describe('power on', () => {
  test('presses once, for as long as the board says, and waits for STATUS', async () => {
    const modem = new ToggleModem({ onAfterMs: 3500 })
    const result = await modem.run('on')
    expect(result).toMatchObject({
      outcome: 'done',
      presses: 1,
      reading: { power: 'on', by: 'status' },
    })
    expect(modem.presses).toEqual(['power 3000'])
    expect(modem.story).toContain('active for 3001 ms')
    expect(modem.story).toContain('STATUS went on.')
  })

  test('never presses the key of a modem that already is on', async () => {
    const modem = new ToggleModem({ on: true })
    expect(await modem.run('on')).toMatchObject({ outcome: 'already', presses: 0 })
  })

  test('does not press when nothing tells whether it is on', async () => {
    const modem = new ToggleModem({ absent: true })
    expect(await modem.run('on')).toMatchObject({
      outcome: 'failed',
      presses: 0,
      fault: { code: 'power-unknown' },
    })
  })

  test('presses exactly once when the person insists and nothing tells', async () => {
    const modem = new ToggleModem({ absent: true })
    expect(await modem.run('on', { insist: true, tries: 5 })).toMatchObject({
      outcome: 'pressed',
      presses: 1,
    })
  })

  test('takes an answer to AT for on where STATUS is not wired', async () => {
    const modem = new ToggleModem({ absent: true, answersAt: true })
    expect(await modem.run('on', { insist: true })).toMatchObject({
      outcome: 'done',
      presses: 1,
      reading: { power: 'on', by: 'at' },
    })
  })

  test('presses a second time when the first press did not arrive, and not a third time', async () => {
    const heard = new ToggleModem({ deaf: 1 })
    expect(await heard.run('on')).toMatchObject({ outcome: 'done', presses: 2 })
    const deaf = new ToggleModem({ deaf: 99 })
    expect(await deaf.run('on')).toMatchObject({
      outcome: 'failed',
      presses: 2,
      fault: { code: 'power-stuck', detail: { en: '2 presses, still off.' } },
    })
  })

  test('a STATUS stuck off does not turn a modem off again that answers AT', async () => {
    const modem = new ToggleModem({ stuck: false, answersAt: true })
    expect(await modem.run('on')).toMatchObject({
      outcome: 'done',
      presses: 1,
      reading: { contradicted: true },
    })
    expect(modem.on).toBe(true)
    expect(modem.story).toContain('STATUS wire is missing or wrong')
  })

  test('a STATUS stuck on is believed when nothing contradicts it', async () => {
    const modem = new ToggleModem({ stuck: true })
    expect(await modem.run('on')).toMatchObject({ outcome: 'already', presses: 0 })
  })

  test('insisting against a modem that is on shows that it was turned off', async () => {
    const modem = new ToggleModem({ on: true })
    expect(await modem.run('on', { insist: true })).toMatchObject({
      outcome: 'failed',
      presses: 1,
      fault: { code: 'power-wrong-way' },
    })
  })

  test('a STATUS that bounces is taken when it is steady, with one press', async () => {
    const modem = new ToggleModem({ bouncesMs: 2000 })
    expect(await modem.run('on')).toMatchObject({ outcome: 'done', presses: 1 })
    expect(modem.on).toBe(true)
  })

  test('a STATUS that never settles is no answer', async () => {
    const modem = new ToggleModem({})
    let flips = 0
    const status: GpioLine = {
      ...modem.line('status', () => undefined),
      read: async () => flips++ % 2 === 0,
    }
    const ports = { lines: { ...modem.ports().lines, status } }
    expect(await modem.run('on', { ports })).toMatchObject({
      outcome: 'failed',
      presses: 0,
      fault: { code: 'power-unknown' },
    })
    expect(modem.story).toContain('keeps changing')
  })

  test('a modem that follows and turns back is not pressed again', async () => {
    const modem = new ToggleModem({ onAfterMs: 3500 })
    modem.clock.schedule(3700, () => {
      modem.status = false
    })
    const result = await modem.run('on')
    expect(result).toMatchObject({
      outcome: 'failed',
      presses: 1,
      fault: { code: 'power-wrong-way' },
    })
  })

  test('a modem that has just gone off rests before it is pressed', async () => {
    const modem = new ToggleModem({})
    await modem.run('on', { offForMs: 500 })
    expect(modem.story).toContain('resting 1.5 s')
  })
})

describe('power off', () => {
  test('a slow detach is waited for: the press that a loop of 13 s would repeat is not repeated', async () => {
    const modem = new ToggleModem({ on: true, offAfterMs: 26_000 })
    expect(await modem.run('off', { board: hat })).toMatchObject({ outcome: 'done', presses: 1 })
    expect(modem.on).toBe(false)
  })

  test('asks the modem first, and presses nothing when it goes', async () => {
    const modem = new ToggleModem({ on: true, soft: 'goes' })
    expect(await modem.run('off', { board: hat4 })).toMatchObject({ outcome: 'done', presses: 0 })
    expect(modem.story).toContain('AT+CFUN=0;+CPOF')
  })

  test.each(['refuses', 'ignores'] as const)('presses the key when the modem %s', async (soft) => {
    const modem = new ToggleModem({ on: true, soft })
    expect(await modem.run('off', { board: hat4 })).toMatchObject({ outcome: 'done', presses: 1 })
  })

  test('a STATUS stuck on ends after its tries', async () => {
    const modem = new ToggleModem({ on: true, stuck: true })
    expect(await modem.run('off')).toMatchObject({
      outcome: 'failed',
      presses: 2,
      fault: { code: 'power-stuck' },
    })
  })
})

describe('a loop without a limit', () => {
  test('is a choice, and its danger is named', async () => {
    const modem = new ToggleModem({ deaf: 6 })
    expect(await modem.run('on', { tries: 'forever' })).toMatchObject({
      outcome: 'done',
      presses: 7,
    })
    expect(modem.story).toContain('for ever')
  })

  test('as scripts write it, with a wait too short for the modem, turns a slow modem the wrong way', async () => {
    const hasty = { ...hat, wait: { ...hat.wait, onMs: 10_000 } }
    const modem = new ToggleModem({ onAfterMs: 14_000 })
    const abort = new AbortController()
    modem.clock.schedule(60_000, () => abort.abort(new Fault('power-cancelled')))
    const result = await modem.run('on', { board: hasty, tries: 'forever', signal: abort.signal })
    expect(result).toMatchObject({ outcome: 'cancelled' })
    expect(result.presses).toBeGreaterThan(2)
  })
})

describe('reset', () => {
  test('waits for off and then for on', async () => {
    const modem = new ToggleModem({ on: true, resetDropMs: 3000 })
    const result = await modem.run('reset')
    expect(result).toMatchObject({ outcome: 'done', presses: 1, reading: { power: 'on' } })
    expect(modem.presses).toEqual(['reset 1000'])
    expect(modem.story).toContain('STATUS went off.')
  })

  test('that drops STATUS only during the pulse is seen by its edges', async () => {
    const modem = new ToggleModem({ on: true, resetDropMs: 300 })
    const ports = modem.ports()
    const { status } = ports.lines
    if (!status) throw new Error('no status')
    const watch: GpioLine['watch'] = (listener) => {
      let last = modem.status
      const look = (): void => {
        if (modem.status !== last) listener((last = modem.status))
        cancel = modem.clock.schedule(20, look)
      }
      let cancel = modem.clock.schedule(20, look)
      return () => cancel()
    }
    const watched = { ...ports, lines: { ...ports.lines, status: { ...status, watch } } }
    expect(await modem.run('reset', { ports: watched })).toMatchObject({
      outcome: 'done',
      presses: 1,
    })
  })

  test('that does nothing is told, not repeated', async () => {
    const modem = new ToggleModem({ on: true, resets: false })
    expect(await modem.run('reset')).toMatchObject({
      outcome: 'failed',
      presses: 1,
      fault: { code: 'power-no-drop' },
    })
  })

  test('of a modem that is off is refused', async () => {
    expect(await new ToggleModem({}).run('reset')).toMatchObject({
      outcome: 'failed',
      presses: 0,
      fault: { code: 'power-is-off' },
    })
  })
})

test('cancelling in the middle of a press ends at once', async () => {
  const modem = new ToggleModem({ deaf: 9 })
  const abort = new AbortController()
  modem.clock.schedule(1500, () => abort.abort())
  const result = await modem.run('on', { signal: abort.signal })
  expect(result).toMatchObject({ outcome: 'cancelled', fault: { code: 'power-cancelled' } })
  expect(result.ms).toBeLessThan(1600)
})

test('an adapter that vanishes ends the sequence with its own words', async () => {
  const modem = new ToggleModem({})
  const lines = modem.ports().lines
  const power: GpioLine = {
    ...modem.line('power', () => undefined),
    pulse: () => Promise.reject(new Fault('adapter-gone', quoted('cp2112:1: unplugged'))),
  }
  expect(await modem.run('on', { ports: { lines: { ...lines, power } } })).toMatchObject({
    outcome: 'failed',
    fault: { code: 'adapter-gone' },
  })
})

test('a line that is not wired is named', async () => {
  const modem = new ToggleModem({})
  const { status } = modem.ports().lines
  const ports = { lines: status ? { status } : {} }
  expect(await modem.run('on', { ports })).toMatchObject({ fault: { code: 'power-no-line' } })
  expect(await modem.run('cut', { ports })).toMatchObject({ outcome: 'already' })
})

describe('boards', () => {
  test.each(boards.map((board) => [board.id, board] as const))(
    '%s holds together',
    (_id, board) => {
      expect(boardMistakes(board)).toEqual([])
    },
  )

  test('have ids of their own, and custom comes last', () => {
    expect(new Set(boards.map((board) => board.id)).size).toBe(boards.length)
    expect(boards.at(-1)?.id).toBe('custom')
  })

  test.each([
    [{ pulse: { ...hat.pulse, onMs: 0 } }, 'pulse.onMs: 0 is not possible'],
    [{ pulse: { ...hat.pulse, offMs: 3_000_000 } }, 'pulse.offMs: 3000000 is not possible'],
    [{ pulse: { onMs: 3000, offMs: 3000 } }, 'pulse.resetMs: missing'],
    [{ wait: { ...hat.wait, onMs: NaN } }, 'wait.onMs: NaN is not possible'],
    [{ tries: 0 }, 'tries: 0 is not possible'],
    [{ soft: { off: 'CPOF' } }, 'soft.off: expected an AT command'],
    [{ lines: { ...hat.lines, led: hat.lines.power } }, 'lines.led: there is no such line'],
    [
      { lines: { ...hat.lines, power: { ...hat.lines.power, drive: 'open-drain' } } },
      'an open drain can only pull low',
    ],
    [
      { pinSets: [{ id: 'x', title: { en: '', ja: '' }, pins: { power: 17, reset: 17 } }] },
      'power and reset share pin 17',
    ],
  ])('a board with %j is refused with what is wrong', (change, expected) => {
    expect(() => checkedBoard({ ...hat, ...change })).toThrow(expected)
  })

  test('anything that is no board at all is refused', () => {
    for (const value of [null, 7, 'x', [], {}]) expect(() => checkedBoard(value)).toThrow()
  })
})
