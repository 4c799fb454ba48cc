import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp } from '../support/needs'
import { patient } from '../support/patience'

/** As much of a row of the log as is read here. */
interface Row {
  readonly text: string
}

describe.skipIf(lacksApp())('boards and power', () => {
  let app: RunningApp
  let bench: BenchPage
  beforeAll(async () => {
    app = await launchApp()
    bench = new BenchPage(app.window)
  })
  afterAll(() => app.close())

  const power = () => bench.at('power-now').getAttribute('data-power')
  const outcome = () => bench.at('power-outcome').getAttribute('data-state')
  /** What the log of a slot tells, oldest first: sentences of the console and commands alike. */
  async function story(slot: 'a' | 'b'): Promise<string> {
    const wanted = JSON.stringify({ filter: { slots: [slot] }, count: 5000 })
    const reply = await app.window.evaluate<string>(
      `window.modemBench.call('log.page', '${wanted}')`,
    )
    const lines = (JSON.parse(reply) as { value: { rows: Row[] } }).value.rows.map(
      (row) => row.text,
    )
    return lines.join('\n')
  }
  /** Says that the log holds these, one after the other. */
  async function tells(slot: 'a' | 'b', parts: readonly string[]): Promise<void> {
    // The state of the power is told before the row of it is.
    await expect.poll(async () => inOrder(await story(slot), parts), patient).toBe('all')
  }

  function inOrder(text: string, parts: readonly string[]): string {
    let from = 0
    for (const part of parts) {
      const at = text.indexOf(part, from)
      if (at < 0) return `no "${part}" after ${from} characters of:\n${text}`
      from = at + part.length
    }
    return 'all'
  }

  test('a board that is off: the wizard powers it, waits for it, and connects', async () => {
    await bench.open('a', 'sim:sim7672?boot=off&speed=fast')
    await bench.connect('a', 'soracom')
    await bench.at('verdict-ip').waitFor(patient)
    await tells('a', [
      'The modem is off (STATUS).',
      'Pressing the power key for 1000 ms.',
      'STATUS went on.',
      'Released the power key',
      'Done: on',
      'ATD',
      'CONNECT',
    ])
    expect(await story('a')).not.toContain('Pressing the power key again')
  })

  test('power off in the middle of data hangs up, asks the modem, and the log tells it', async () => {
    await bench.show('board')
    await bench.at('power-off').click()
    await expect.poll(outcome, patient).toBe('done')
    await expect.poll(power).toBe('off')
    await tells('a', [
      'CONNECT',
      'Power off: looking at the modem first.',
      'AT+CPOF',
      'STATUS went off.',
    ])
    await tells('a', ['Done: on', 'Done: off'])
  })

  test('looks for USB adapters in a process of its own, and has nothing to complain of', async () => {
    const call = `window.modemBench.call('gpio.list')`
    const reply = await app.window.evaluate<string>(call)
    const ids = (JSON.parse(reply) as { value: { id: string }[] }).value.map((one) => one.id)
    expect(ids).toContain('sim:sim7672')
    // A kind without a serial number stands there only when its process or driver failed.
    expect(ids.filter((id) => ['cp2112', 'mcp2221', 'usbrelay'].includes(id))).toEqual([])
  })

  test('drives a line only while its button is held', async () => {
    await bench.show('board')
    await bench.at('board-slot-a').click()
    const level = () => bench.at('line-reset').locator('.lamp').getAttribute('data-level-now')
    await bench.at('hold-reset').hover()
    await app.window.mouse.down()
    await expect.poll(level).toBe('active')
    await app.window.mouse.up()
    await expect.poll(level).toBe('inactive')
  })

  test('a board of your own: each mistake at its place, then kept, drawn and used', async () => {
    for (const way of ['hang-up', 'radio-off', 'reset', 'power-off'])
      await bench.at(`way-${way}`).waitFor()
    await bench.at('board-edit').click()
    await bench.at('board-edit-name').fill('My rig')
    await bench.at('board-edit-pulse-onMs').fill('5')
    await bench.at('board-edit-pulse-onMs-wrong').getByText('expected 10 to 20000 ms').waitFor()
    expect(await bench.at('board-edit-save').isDisabled()).toBe(true)
    await bench.at('board-edit-pulse-onMs').fill('60')
    await bench.at('board-edit-picture').waitFor()
    await bench.at('board-edit-save').click()
    await bench.at('board-apply').click()
    await bench.at('board-slot-a').getByText('My rig').waitFor()
    await bench.at('board-wiring').waitFor()
  })
})
