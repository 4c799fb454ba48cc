// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import LadderView from '@renderer/components/LadderView.vue'
import { useModems } from '@renderer/stores/modems'
import { useShell } from '@renderer/stores/shell'
import { useSettings } from '@renderer/stores/settings'
import { useLook } from '@renderer/stores/look'
import AnswerBar from '@renderer/views/bench/AnswerBar.vue'
import BenchView from '@renderer/views/bench/BenchView.vue'
import FactsPanel from '@renderer/views/bench/FactsPanel.vue'
import WaysIn from '@renderer/views/bench/WaysIn.vue'
import SlotHeader from '@renderer/views/bench/SlotHeader.vue'
import CommandLine from '@renderer/views/terminal/CommandLine.vue'
import ModePanel from '../../src-renderer/components/ModePanel.vue'
import TerminalPane from '@renderer/views/terminal/TerminalPane.vue'
import { FakeHost } from '../support/fake-host'
import { closedSlot, fact, slotA } from '../support/fake-state'
import { byTest, show, startWindow } from '../support/window'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
})

describe('the three ways in', () => {
  test('a modem without a port stands where the ports would, with what to do, and cannot be opened', async () => {
    const host = await startWindow(new FakeHost({ a: closedSlot('a'), b: closedSlot('b') }))
    host.tell('ports', [
      {
        path: 'usb:15eb:a403/at:1-1.4',
        label: { en: 'ABIT AK-020: no serial port', ja: '' },
        kind: 'none',
        role: 'unknown',
        use: 'no',
        note: { en: 'Run: sudo apt install usb-modeswitch', ja: '' },
      },
    ])
    page = show(WaysIn, { slotName: 'a' })
    await flushPromises()
    const found = page.findAll('li')[0]
    expect(found?.text()).toContain('ABIT AK-020: no serial port')
    expect(found?.text()).toContain('Run: sudo apt install usb-modeswitch')
    expect(found?.text()).not.toContain('None was found')
    expect(found?.findAll('button').map((button) => button.text())).toEqual(['List again'])
  })
})

describe('the header of a slot', () => {
  const closed = () => new FakeHost({ a: closedSlot('a'), b: closedSlot('b') })

  test('opens a port that is typed and in no list', async () => {
    const host = await startWindow(closed())
    page = show(SlotHeader, { slotName: 'a', collapsible: false })
    await byTest(page, 'slot-a-port').setValue('tcp:10.0.0.5:2000')
    await byTest(page, 'slot-a-port').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(host.inputsOf('port.open')).toEqual([
      { slot: 'a', path: 'tcp:10.0.0.5:2000', options: { baudRate: 115200, askAt: true } },
    ])
  })

  test('lists real ports before simulated ones, and says which to leave alone', async () => {
    await startWindow(closed())
    page = show(SlotHeader, { slotName: 'a', collapsible: false })
    await byTest(page, 'slot-a-port').trigger('click')
    await flushPromises()
    const options = [...document.querySelectorAll('[role=option]')].map((one) => one.textContent)
    expect(options[0]).toContain('DIAG: leave alone')
    expect(options.at(-1)).toContain('sim:sim5320')
    const groups = [...document.querySelectorAll('[role=listbox] [role=group]')]
    expect(groups.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Ports of this computer',
      'Simulated modems',
    ])
  })

  test('narrows the list to what is typed and takes the marked port with Enter', async () => {
    const host = await startWindow(closed())
    page = show(SlotHeader, { slotName: 'a', collapsible: false })
    const field = byTest(page, 'slot-a-port')
    await field.setValue('5320')
    expect(document.querySelectorAll('[role=option]')).toHaveLength(1)
    await field.trigger('keydown', { key: 'ArrowDown' })
    await field.trigger('keydown', { key: 'Enter' })
    expect(useModems().chosen.a).toBe('sim:sim5320')
    expect(host.inputsOf('port.open')).toEqual([])
  })

  test('says why a port did not open, and what to do', async () => {
    const host = await startWindow(closed())
    host.answers['port.open'] = () => {
      throw new Error('ModemManager (pid 812)')
    }
    page = show(AnswerBar, { slotName: 'a' })
    await byTest(page, 'slot-a-open').trigger('click')
    await flushPromises()
    await byTest(page, 'slot-a-why').trigger('click')
    expect(page.get('.why').text()).toContain('ModemManager (pid 812)')
  })

  test('sends both lines when one is clicked', async () => {
    const host = await startWindow()
    page = show(SlotHeader, { slotName: 'a', collapsible: false })
    expect(page.find('button.lamp').exists()).toBe(false)
    useLook().slots.a.lines = true
    await flushPromises()
    await page.get('button.lamp').trigger('click')
    await flushPromises()
    expect(host.inputsOf('port.lines')).toEqual([{ slot: 'a', dtr: false, rts: true }])
  })

  test.each([
    ['data mode', { mode: 'data' }, 'Data (PPP)'],
    ['a modem that stopped answering', { unresponsive: true }, 'No answer'],
    ['a port that vanished', { port: { ...slotA().port, state: 'gone' } }, 'Gone'],
  ])('names %s', async (_name, patch, words) => {
    const host = await startWindow()
    page = show(SlotHeader, { slotName: 'a', collapsible: false })
    host.patch('a', patch as Partial<ReturnType<typeof slotA>>)
    await flushPromises()
    expect(byTest(page, 'slot-a-mode').text()).toBe(words)
  })
})

describe('the ladder', () => {
  test('stands on power and ends in the internet', async () => {
    await startWindow()
    page = show(LadderView, { state: slotA() })
    const titles = page.findAll('.title').map((one) => one.text())
    expect([titles.at(0), titles.at(-1)]).toEqual(['Internet', 'Power'])
    expect(byTest(page, 'rung-a-network').text()).toContain('44010  LTE B28  -79 dBm')
  })

  test('a rung opens in full, and leads to its lines in the log', async () => {
    await startWindow()
    page = show(LadderView, { state: slotA() })
    await byTest(page, 'rung-a-network-open').trigger('click')
    await flushPromises()
    const facts = document.querySelector('[data-testid="rung-a-network-facts"]')
    expect(facts?.textContent).toContain('44010  LTE B28  -79 dBm')
    facts?.querySelector('button')?.click()
    expect(useShell().view).toBe('log')
    expect(useShell().logFilter?.slots).toEqual(['a'])
  })

  test('says nothing of a simulated port but that it is one, and its name', async () => {
    await startWindow()
    const { rungs } = slotA()
    const state = {
      ...slotA(),
      rungs: rungs.map((rung) =>
        rung.id === 'port' ? { ...rung, fact: 'sim:sim7672?nosim=1&speed=fast 115200' } : rung,
      ),
    }
    page = show(LadderView, { state })
    expect(byTest(page, 'rung-a-port').text()).toContain('Simulated SIM7672')
    expect(byTest(page, 'rung-a-port').text()).not.toContain('nosim')
  })

  test('says how long it has been so, and until when what is past was so', async () => {
    await startWindow()
    page = show(LadderView, { state: slotA() })
    expect(byTest(page, 'rung-a-network').text()).toMatch(/roaming.*for \d+ (s|min)$/)
    page.unmount()
    const { port, rungs } = slotA()
    const state = {
      ...slotA(),
      ip: null,
      port: port && { ...port, state: 'gone' },
      rungs: rungs.map((rung) => (rung.id === 'port' ? { ...rung, state: 'failure' } : rung)),
    }
    page = show(LadderView, { state })
    const network = byTest(page, 'rung-a-network')
    expect(network.attributes('data-state')).toBe('idle')
    expect(network.text()).toMatch(/was roaming.*\d+ (s|min) ago$/)
  })
})

describe('the answer', () => {
  test('tells why when asked: the failing line, the meaning, what to try', async () => {
    await startWindow()
    page = show(AnswerBar, { slotName: 'b' })
    expect(byTest(page, 'slot-b-answer').text()).toBe('The modem sees no SIM card.')
    await byTest(page, 'slot-b-why').trigger('click')
    expect(page.get('.failing').text()).toBe('+CME ERROR: 10')
    expect(page.get('.why').text()).toContain('Take the SIM out')
    expect(page.get('.why').text()).toContain('Show 1 more line')
  })

  test('connects with the chosen preset at one press', async () => {
    const host = await startWindow()
    page = show(AnswerBar, { slotName: 'b' })
    host.patch('b', { connect: closedSlot('b').connect })
    await flushPromises()
    const act = byTest(page, 'slot-b-connect')
    expect(act.text()).toBe('Connect with SORACOM')
    await act.trigger('click')
    expect(host.inputsOf('connect.start')).toMatchObject([
      { slot: 'b', target: { apn: 'soracom.io' } },
    ])
  })

  test('goes back from data mode, and gives the call up or takes it up again', async () => {
    const host = await startWindow()
    page = show(AnswerBar, { slotName: 'a' })
    host.patch('a', { ip: null })
    await flushPromises()
    expect(byTest(page, 'slot-a-answer').text()).toContain('The port is in data mode')
    await byTest(page, 'slot-a-back').trigger('click')
    expect(host.inputsOf('mode.back')).toEqual([{ slot: 'a' }])
    host.patch('a', { mode: 'command', at: { through: 'port', found: false, held: true } })
    await flushPromises()
    await byTest(page, 'slot-a-resume').trigger('click')
    expect(host.inputsOf('mode.resume')).toEqual([{ slot: 'a' }])
  })

  test.each([
    ['data', 'left it in data mode'],
    ['cmux', 'left the multiplexer on'],
  ] as const)('says that a modem was found in %s and that nothing was sent', async (mode, text) => {
    const host = await startWindow()
    page = show(AnswerBar, { slotName: 'b' })
    host.patch('b', { mode, at: { through: null, found: true, held: false } })
    await flushPromises()
    expect(page.text()).toContain(text)
    await byTest(page, 'slot-b-back').trigger('click')
    expect(host.inputsOf('mode.back')).toEqual([{ slot: 'b' }])
  })
})

describe('the facts', () => {
  test('mask identities until they are revealed', async () => {
    await startWindow()
    page = show(FactsPanel, { state: slotA() })
    expect(page.text()).not.toContain('901310123456789')
    useLook().slots.a.revealed = true
    await flushPromises()
    expect(page.text()).toContain('901310123456789')
  })

  test('flash once when a value changes', async () => {
    const host = await startWindow()
    page = show(BenchView)
    await byTest(page, 'slot-a-facts').trigger('click')
    const row = () => page?.get('[data-slot=a] [data-fact=rsrp]')
    expect(row()?.classes()).not.toContain('flashing')
    const facts = host.slots.a.facts.map((one) =>
      one.key === 'rsrp' ? { ...one, value: '-91' } : one,
    )
    host.patch('a', { facts })
    await flushPromises()
    expect(row()?.classes()).toContain('flashing')
    await row()?.trigger('animationend')
    expect(row()?.classes()).not.toContain('flashing')
  })

  test('say what a bare code means', async () => {
    await startWindow()
    const words = { en: 'registered, roaming', ja: 'ローミング中' }
    const label = { en: 'Registration', ja: '在圏' }
    const facts = [fact('registration', 'network', label, '5', { words })]
    page = show(FactsPanel, { state: { ...slotA(), facts } })
    expect(page.text()).toContain('registered, roaming')
  })

  test('say a code in a word, and dim what is old', async () => {
    await startWindow()
    const label = { en: 'Registration', ja: '登録状態' }
    const text = { en: 'roaming', ja: 'ローミング中' }
    const facts = [
      fact('registration', 'network', label, '5', { text }),
      fact('rsrp', 'signal', { en: 'RSRP', ja: 'RSRP' }, '-79', { atMs: Date.now() - 3_600_000 }),
      fact('imei', 'identity', { en: 'IMEI', ja: 'IMEI' }, '1', { atMs: Date.now() - 3_600_000 }),
    ]
    page = show(FactsPanel, { state: { ...slotA(), facts } })
    const shown = page.get('[data-fact=registration]')
    expect(shown.get('.value').text()).toBe('roaming')
    expect(shown.classes()).not.toContain('stale')
    expect(page.get('[data-fact=rsrp]').classes()).toContain('stale')
    expect(page.get('[data-fact=imei]').classes()).not.toContain('stale')
  })
})

describe('the command line', () => {
  test('sends a command, and the history gives it back', async () => {
    const host = await startWindow()
    page = show(CommandLine, { slotName: 'b' })
    const field = byTest(page, 'terminal-b-input')
    await field.setValue('AT+CSQ')
    await field.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(host.inputsOf('at.send')).toEqual([{ slot: 'b', text: 'AT+CSQ' }])
    expect((field.element as HTMLInputElement).value).toBe('')
    await field.trigger('keydown', { key: 'ArrowUp' })
    await flushPromises()
    expect((field.element as HTMLInputElement).value).toBe('AT+CSQ')
    await field.trigger('keydown', { key: 'ArrowDown' })
    expect((field.element as HTMLInputElement).value).toBe('')
  })

  test('gives the line back with the reason when it could not be sent', async () => {
    const host = await startWindow()
    host.answers['at.send'] = () => {
      throw new Error('the port is closed')
    }
    page = show(CommandLine, { slotName: 'b' })
    const field = byTest(page, 'terminal-b-input')
    await field.setValue('ATI')
    await field.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(page.get('[role=alert]').text()).toContain('the port is closed')
    expect((field.element as HTMLInputElement).value).toBe('ATI')
  })

  test('cancels the command in flight with Esc', async () => {
    const host = await startWindow()
    page = show(CommandLine, { slotName: 'b' })
    host.patch('b', { inFlight: { command: 'AT+COPS=?', sinceMs: 0 } })
    await flushPromises()
    expect(page.text()).toContain('AT+COPS=?')
    await byTest(page, 'terminal-b-input').trigger('keydown', { key: 'Escape' })
    expect(host.inputsOf('at.cancel')).toEqual([{ slot: 'b' }])
  })

  test('does not send while a Japanese conversion is being confirmed', async () => {
    const host = await startWindow()
    page = show(CommandLine, { slotName: 'b' })
    const field = byTest(page, 'terminal-b-input')
    await field.setValue('AT')
    await field.trigger('keydown', { key: 'Enter', isComposing: true })
    expect(host.inputsOf('at.send')).toEqual([])
  })
})

describe('data mode', () => {
  test('refuses typing with its reason and offers the way back, whose steps it shows', async () => {
    const host = await startWindow()
    page = show(ModePanel, { slotName: 'a', where: 'terminal' })
    expect(page.text()).toContain('The port is in data mode')
    await byTest(page, 'terminal-a-back').trigger('click')
    expect(host.inputsOf('mode.back')).toEqual([{ slot: 'a' }])
    const words = { en: 'Silence, +++, silence', ja: '無音、+++、無音' }
    const steps = [{ rung: 'escape', words, worked: false }] as const
    host.patch('a', { back: { running: true, result: null, steps } })
    await flushPromises()
    expect(page.text()).toContain('Silence, +++, silence')
    await byTest(page, 'terminal-a-cancel').trigger('click')
    expect(host.inputsOf('mode.cancel')).toEqual([{ slot: 'a' }])
  })

  test('offers the power when nothing else is left, or says how it is done by hand', async () => {
    const host = await startWindow()
    page = show(ModePanel, { slotName: 'b', where: 'terminal' })
    const back = { running: false, result: 'none', steps: [] } as const
    host.patch('b', { mode: 'unknown', back, board: null })
    await flushPromises()
    expect(page.text()).toContain('hold PWRKEY')
    expect(page.text()).toContain('Set up a board')
  })

  test('closes the command line to typing, keeps what was typed, and says why', async () => {
    const host = await startWindow()
    page = show(TerminalPane, { slotName: 'a' })
    const field = () => byTest(page as VueWrapper, 'terminal-a-input')
    expect(field().attributes('readonly')).toBeDefined()
    expect(field().attributes('placeholder')).toContain('PPP has the port')
    await field().setValue('AT+CSQ')
    await field().trigger('keydown', { key: 'Enter' })
    expect(host.inputsOf('at.send')).toEqual([])
    host.patch('a', { mode: 'command', at: { through: 'port', found: false, held: false } })
    await flushPromises()
    expect(field().attributes('readonly')).toBeUndefined()
    expect((field().element as HTMLInputElement).value).toBe('AT+CSQ')
  })
})

test('slot B folds to a strip, and the bench remembers it', async () => {
  const host = await startWindow()
  page = show(BenchView)
  await page.get('[aria-label="Fold slot B away"]').trigger('click')
  await flushPromises()
  expect(host.inputsOf('settings.change')).toEqual([{ slotBOpen: false }])
  expect(page.find('[data-testid=slot-b]').exists()).toBe(false)
  await byTest(page, 'slot-b-strip').trigger('click')
  await flushPromises()
  expect(useSettings().values.slotBOpen).toBe(true)
  expect(page.find('[data-testid=slot-b]').exists()).toBe(true)
})
