import { describe, expect, test } from 'vitest'
import { type Chance, between, seededChance } from '@core/ports/chance'
import { AtBench } from '../../support/at-bench'

/**
 * A modem that works in order, is slow now and then, and loses a command now and then. Every odd number is refused, so a
 * result that went to the wrong command shows.
 */
class MoodyModem {
  readonly #bench: AtBench
  readonly #chance: Chance
  readonly #echo: boolean
  #waiting: string[] = []
  #busy = false

  constructor(bench: AtBench, chance: Chance, echo: boolean) {
    this.#bench = bench
    this.#chance = chance
    this.#echo = echo
    bench.modem = (text) => {
      this.#hear(text.trimEnd())
      return undefined
    }
  }

  #hear(command: string): void {
    if (this.#chance.next() < 0.08) return
    // The UART echoes while the modem is still at work on an earlier line.
    if (this.#echo) this.#bench.say(`${command}\r`)
    this.#waiting.push(command)
    this.#work()
  }

  #work(): void {
    const command = this.#busy ? undefined : this.#waiting.shift()
    if (command === undefined) return
    this.#busy = true
    const slow = this.#chance.next() < 0.25
    const delayMs = slow ? between(this.#chance, 500, 8000) : between(this.#chance, 5, 60)
    this.#bench.clock.schedule(delayMs, () => {
      this.#busy = false
      this.#answer(command)
      this.#work()
    })
  }

  #answer(command: string): void {
    if (this.#chance.next() < 0.05) this.#bench.say('\r\n+CEREG: 5\r\n')
    if (this.#chance.next() < 0.03) return
    const tagged = /^AT(\+\w+)\?$/.exec(command)
    const number = Number(/\d+$/.exec(command)?.[0] ?? 0)
    const line = tagged ? `\r\n${tagged[1]}: 0\r\n` : ''
    this.#bench.say(`${line}\r\n${number % 2 === 0 ? 'OK' : 'ERROR'}\r\n`)
  }
}

describe.each([
  ['with echo', true],
  ['without echo', false],
])('a slow and forgetful modem %s', (_, echo) => {
  test.each(Array.from({ length: 25 }, (_, seed) => [seed]))(
    'never has a result credited to another command (day %i)',
    async (seed) => {
      const bench = new AtBench()
      const chance = seededChance(seed)
      new MoodyModem(bench, chance, echo)
      const wrong: string[] = []
      let answered = 0
      for (let n = 0; n < 40; n++) {
        // A set command has no line of its own: only the order tells whose OK it is.
        const command = `AT+CMGF=${n}`
        const reply = bench.send(command, { timeoutMs: 1500 })
        reply.then(
          (got) => {
            answered++
            if (got.ok !== (n % 2 === 0)) wrong.push(`${command}: ${got.final.kind}`)
          },
          () => undefined,
        )
        await bench.clock.advance(between(chance, 0, 2000))
      }
      await bench.clock.advance(600_000)
      expect(wrong).toEqual([])
      expect(answered).toBeGreaterThan(5)
      expect(bench.clock.pending).toBe(0)
    },
    20_000,
  )
})
