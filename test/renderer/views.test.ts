// @vitest-environment happy-dom
import type { BoardState } from '@contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useConnect } from '@renderer/stores/connect'
import { useModems } from '@renderer/stores/modems'
import { useNotices } from '../../src-renderer/stores/notices'
import { useShell } from '@renderer/stores/shell'
import ConnectView from '@renderer/views/connect/ConnectView.vue'
import ExportDialog from '@renderer/views/log/ExportDialog.vue'
import FilterBar from '@renderer/views/log/FilterBar.vue'
import LogView from '@renderer/views/log/LogView.vue'
import RowDetail from '@renderer/views/log/RowDetail.vue'
import SettingsView from '@renderer/views/settings/SettingsView.vue'
import { FakeHost } from '../support/fake-host'
import { fakeRows } from '../support/fake-rows'
import { slotA, slotB, stepsUntil } from '../support/fake-state'
import { byTest, nextFrame, show, startWindow } from '../support/window'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
  vi.restoreAllMocks()
})
const onPage = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
const noConnection = {
  state: 'idle',
  target: null,
  steps: [],
  verdict: null,
  startedMs: null,
} as const

describe('the connect wizard', () => {
  const idle = () =>
    new FakeHost({ a: { ...slotA(), mode: 'command', connect: noConnection }, b: slotB() })

  test('starts with the preset chosen last and sends what its fields say', async () => {
    const host = await startWindow(idle())
    page = show(ConnectView)
    await byTest(page, 'connect-pin').setValue('1234')
    await byTest(page, 'connect-start').trigger('click')
    expect(host.inputsOf('connect.start')).toEqual([
      {
        slot: 'a',
        target: {
          apn: 'soracom.io',
          user: 'sora',
          password: 'sora',
          auth: 'auto',
          pdpType: 'IP',
          cid: 1,
          pin: '1234',
          pingHost: 'pong.soracom.io',
          httpUrl: 'http://harvest.soracom.io/',
          direct: false,
          cmux: 'auto',
        },
        pressPower: false,
      },
    ])
  })

  test('fills the fields from another preset and remembers it', async () => {
    const host = await startWindow(idle())
    page = show(ConnectView)
    await byTest(page, 'preset-iijmio').trigger('click')
    await flushPromises()
    expect(useConnect().forms.a.apn).toBe('iijmio.jp')
    expect(useConnect().forms.b.apn).toBe('soracom.io')
    expect(host.inputsOf('settings.change')).toEqual([{ preset: { a: 'iijmio' } }])
  })

  test('begins with what was chosen for each slot', async () => {
    const host = idle()
    host.settings = { ...host.settings, preset: { b: 'iijmio' } }
    await startWindow(host)
    expect(useConnect().chosen).toEqual({ a: 'soracom', b: 'iijmio' })
  })

  test('finds a preset by words in any order', async () => {
    await startWindow(idle())
    page = show(ConnectView)
    await byTest(page, 'preset-search').setValue('jp soracom')
    expect(page.findAll('.preset').map((one) => one.attributes('data-testid'))).toEqual([
      'preset-soracom',
    ])
  })

  test('puts the presets that fit the SIM in the slot first, and says why', async () => {
    const host = await startWindow(idle())
    page = show(ConnectView)
    const [soracom, other] = useConnect().presets
    if (!soracom || !other) throw new Error('the host has presets')
    useConnect().takePresets([
      { ...other, id: 'mine', name: 'Mine', own: true },
      { ...other, id: 'docomo', sims: ['44010'] },
      { ...soracom, sims: ['44010', '295050'] },
      other,
    ])
    const ids = (group: string) =>
      byTest(page as VueWrapper, `presets-${group}`)
        .findAll('.preset')
        .map((one) => one.text())
    await flushPromises()
    expect(page.find('[data-testid=presets-sim]').exists()).toBe(false)
    const fact = (key: string, value: string) => ({
      key,
      group: 'sim' as const,
      label: { en: key, ja: key },
      value,
      atMs: 0,
    })
    host.patch('a', { facts: [fact('imsi', '440101234567890')] })
    await flushPromises()
    expect(ids('sim')).toHaveLength(2)
    host.patch('a', { facts: [fact('imsi', '295050012345678')] })
    await flushPromises()
    expect(byTest(page, 'presets-sim').get('h2').text()).toContain('IMSI begins with 295050')
    expect(ids('sim')).toHaveLength(1)
    expect(ids('own')[0]).toContain('Mine')
    expect(ids('others')).toHaveLength(2)
  })

  test('says what is wrong with a field and does not start', async () => {
    await startWindow(idle())
    page = show(ConnectView)
    await byTest(page, 'connect-apn').setValue('')
    expect(page.get('#connect-apn-words').text()).toContain('An APN is needed')
    expect(byTest(page, 'connect-start').attributes('disabled')).toBeDefined()
  })

  test('shows each step as it happens, the running one with its limit, and can be cancelled', async () => {
    const host = await startWindow(idle())
    page = show(ConnectView)
    const steps = stepsUntil('registration', 'running')
    host.patch('a', { connect: { ...noConnection, state: 'running', steps } })
    await flushPromises()
    expect(byTest(page, 'step-sim').attributes('data-state')).toBe('ok')
    expect(byTest(page, 'step-registration').text()).toMatch(/\d+ s of 3 min/)
    expect(byTest(page, 'step-dial').attributes('data-state')).toBe('waiting')
    await byTest(page, 'connect-cancel').trigger('click')
    expect(host.inputsOf('connect.cancel')).toEqual([{ slot: 'a' }])
  })

  test('ends in a verdict with address and ping, and offers to disconnect', async () => {
    const host = await startWindow()
    page = show(ConnectView)
    expect(byTest(page, 'verdict').attributes('data-result')).toBe('connected')
    expect(byTest(page, 'verdict-ip').text()).toBe('10.176.33.21')
    expect(byTest(page, 'verdict-ping').text()).toContain('4/4, 62 ms')
    await byTest(page, 'connect-disconnect').trigger('click')
    expect(host.inputsOf('connect.disconnect')).toEqual([{ slot: 'a' }])
  })

  test('tells a failure by what was seen, what it means and what to try', async () => {
    await startWindow()
    useShell().showConnect('b')
    page = show(ConnectView)
    const verdict = byTest(page, 'verdict')
    expect(verdict.attributes('data-result')).toBe('failed')
    expect(verdict.text()).toContain('+CME ERROR: 10')
    expect(verdict.findAll('.tries li')).toHaveLength(2)
    // Called by its cause, with the line that failed before all else that was seen.
    expect(verdict.get('h2').text()).not.toBe('Not connected')
    expect(byTest(page, 'verdict-failing').text()).toContain('+CME ERROR: 10')
  })

  test('offers to power on and connect where a port says nothing and a board can switch it', async () => {
    const host = await startWindow()
    useShell().showConnect('b')
    page = show(ConnectView)
    const { connect } = host.slots.b
    const can = { on: true, off: true, reset: true, resetLine: true, cut: false, status: false }
    const adapter = { id: 'usbrelay:BITFT', state: 'closed', warnings: [] } as const
    const board: BoardState = {
      ...{ id: 'rig', name: 'Rig', modem: '', adapter, wiring: { power: 1 }, lines: [], can },
      ...{ reading: { power: 'unknown', by: 'nothing' }, readingSinceMs: 0, sequence: null },
      ...{ warnings: [], automatic: false },
    }
    const verdict = connect.verdict && { ...connect.verdict, reason: 'connect-silent' as const }
    host.patch('b', { connect: { ...connect, verdict } })
    await flushPromises()
    expect(page.find('[data-testid=verdict-power]').exists()).toBe(false)
    host.patch('b', { board })
    await flushPromises()
    await byTest(page, 'verdict-power').trigger('click')
    expect(host.inputsOf('connect.start')).toMatchObject([{ slot: 'b', pressPower: true }])
  })

  test('names what a step found out, masks identities, and keeps what it counts with to itself', async () => {
    const steps = stepsUntil('sim', 'running').map((step) =>
      step.id === 'sim' ? { ...step, facts: { imsi: '901310123456789', code: 'READY' } } : step,
    )
    const host = await startWindow(idle())
    page = show(ConnectView)
    host.patch('a', { connect: { ...noConnection, state: 'running', steps } })
    await flushPromises()
    const told = byTest(page, 'step-sim').text()
    expect(told).toMatch(/IMSI •+89/)
    expect(told).not.toMatch(/901310123456789|imsi|code|READY/)
  })
})

describe('the log', () => {
  test('asks the host anew when the filter changes, and takes live rows that match', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const host = await startWindow()
    page = show(LogView)
    await flushPromises()
    await byTest(page, 'log-search').setValue('CEREG')
    vi.advanceTimersByTime(250)
    vi.useRealTimers()
    await flushPromises()
    expect(host.inputsOf('log.page').at(-1)).toMatchObject({ filter: { text: 'CEREG' } })
  })

  test('says what is wrong with a regular expression', async () => {
    await startWindow()
    page = show(LogView)
    await byTest(page, 'log-search').setValue('/(/')
    expect(page.text()).toContain('This regular expression cannot be used')
  })

  test('brings both slots back when the last one is taken off', async () => {
    await startWindow()
    const changes: unknown[] = []
    page = show(FilterBar, {
      slots: true,
      modelValue: { slots: ['a'], text: '', kinds: [], minSeverity: 'fine', terms: [] },
      'onUpdate:modelValue': (value: unknown) => changes.push(value),
    })
    await page.get('[data-slot=a]').trigger('click')
    expect(changes).toMatchObject([{ slots: ['a', 'b'] }])
  })

  test('does not tell in hex what it masks in text', async () => {
    await startWindow()
    const row = fakeRows('a', 5, 0)[4]
    page = show(RowDetail, { row, canMark: true, bookmarked: false })
    expect(page.text()).not.toContain('9013')
    expect(page.text()).not.toContain('39 30 31 33')
  })

  test('keeps a note in the journal of the slot it is about', async () => {
    const host = await startWindow()
    page = show(LogView)
    await page
      .findAll('button')
      .find((one) => one.text() === 'Note…')
      ?.trigger('click')
    await flushPromises()
    const area = document.querySelector('textarea')
    if (!area) throw new Error('no field for the note')
    area.value = 'antenna turned'
    area.dispatchEvent(new Event('input'))
    await flushPromises()
    const save = [...document.querySelectorAll('button')].find(
      (one) => one.textContent.trim() === 'Save',
    )
    save?.click()
    await flushPromises()
    expect(host.inputsOf('log.note')).toEqual([{ slot: 'a', text: 'antenna turned' }])
  })
})

describe('the export', () => {
  let saved: { name: string; text: Promise<string> }[]
  beforeEach(() => {
    saved = []
    let blob = new Blob()
    vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
      if (made instanceof Blob) blob = made
      return 'blob:log'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push({ name: this.download, text: blob.text() })
    })
  })

  test('masks by default, and says what it has masked before anything is saved', async () => {
    const host = await startWindow()
    host.rows = fakeRows('a', 3, 0)
    page = show(ExportDialog)
    useShell().exportOpen = true
    await flushPromises()
    expect(host.inputsOf('log.export')).toMatchObject([{ redact: true, format: 'text' }])
    expect(document.querySelector('.dialog')?.textContent).toContain('passwords ×2')
    onPage('export-save')?.click()
    await flushPromises()
    expect(saved[0]?.name).toBe('modem-bench.text')
    expect(await saved[0]?.text).toContain('AT')
  })

  test('a file that is too long for one answer is fetched piece by piece, and saved as one', async () => {
    const host = await startWindow()
    const rest = { id: 'file-1', pieces: 3, bytes: 9 }
    host.answers['log.export'] = () => ({
      name: 'long.txt',
      mime: 'text/plain',
      text: 'one',
      masked: {},
      rest,
    })
    host.answers['log.piece'] = () => ({
      text: host.inputsOf('log.piece').length === 1 ? 'two' : 'end',
    })
    page = show(ExportDialog)
    useShell().exportOpen = true
    await flushPromises()
    onPage('export-save')?.click()
    await flushPromises()
    expect(saved[0]?.name).toBe('long.txt')
    expect(await saved[0]?.text).toBe('onetwoend')
    expect(useShell().exportOpen).toBe(false)
  })

  test('a file that is no longer kept is made again, and not saved in part', async () => {
    const host = await startWindow()
    const rest = { id: 'file-1', pieces: 2, bytes: 6 }
    host.answers['log.export'] = () => ({
      name: 'long.txt',
      mime: 'text/plain',
      text: 'one',
      masked: {},
      rest,
    })
    host.answers['log.piece'] = () => {
      throw new Error('no longer kept')
    }
    page = show(ExportDialog)
    useShell().exportOpen = true
    await flushPromises()
    onPage('export-save')?.click()
    await flushPromises()
    expect(saved).toEqual([])
    expect(host.inputsOf('log.export')).toHaveLength(2)
    expect(useNotices().list.at(-1)?.level).toBe('failure')
  })

  test('says plainly what goes out when nothing is masked', async () => {
    const host = await startWindow()
    page = show(ExportDialog)
    useShell().exportOpen = true
    await flushPromises()
    onPage('export-redact')?.click()
    await flushPromises()
    expect(host.inputsOf('log.export').at(-1)).toMatchObject({ redact: false })
    expect(document.querySelector('.dialog')?.textContent).toContain('Nothing is masked')
    expect(onPage('export-save')?.textContent.trim()).toBe('Save, nothing masked')
  })

  test('masks raw octets too, and shows where they begin', async () => {
    const host = await startWindow()
    host.answers['log.export'] = () => ({
      name: 'modem-bench.bin',
      mime: 'application/octet-stream',
      base64: 'QVQNCg==',
      masked: { imsi: 1 },
    })
    page = show(ExportDialog)
    useShell().exportOpen = true
    await flushPromises()
    const format = document.querySelector<HTMLSelectElement>('[data-testid=export-format]')
    if (!format) throw new Error('no choice of format')
    format.value = 'raw'
    format.dispatchEvent(new Event('change'))
    await flushPromises()
    expect(host.inputsOf('log.export').at(-1)).toMatchObject({ format: 'raw', redact: true })
    expect(document.querySelector('.dialog pre')?.textContent).toContain('41 54 0d 0a')
  })
})

describe('the settings', () => {
  test('change language and theme', async () => {
    const host = await startWindow()
    page = show(SettingsView)
    await byTest(page, 'settings-theme').setValue('dark')
    await byTest(page, 'settings-language').setValue('ja')
    await flushPromises()
    expect(host.inputsOf('settings.change')).toEqual([{ theme: 'dark' }, { language: 'ja' }])
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(page.text()).toContain('言語')
    await byTest(page, 'settings-language').setValue('en')
    await flushPromises()
  })

  test('limit the journals, say what that would remove, and remove it when asked twice', async () => {
    const host = await startWindow()
    page = show(SettingsView)
    await flushPromises()
    expect(byTest(page, 'settings-journals-size').text()).toBe(
      '12 journals, 340.0 MB; 20.0 GB free',
    )
    expect(page.find('[data-testid=settings-prune]').exists()).toBe(false)
    const days = byTest(page, 'settings-keep-days')
    await days.setValue('1.5')
    expect(host.inputsOf('settings.change')).toEqual([])
    await days.setValue('90')
    await flushPromises()
    const all = { days: 90, mib: null, freeMib: null, pack: false }
    expect(host.inputsOf('settings.change')).toEqual([{ journals: all }])
    await byTest(page, 'settings-prune').trigger('click')
    expect(host.inputsOf('journals.prune')).toHaveLength(0)
    document.querySelector<HTMLElement>('[data-testid=settings-prune-now]')?.click()
    await flushPromises()
    expect(host.inputsOf('journals.prune')).toHaveLength(1)
    await days.setValue('')
    await flushPromises()
    expect(host.inputsOf('settings.change').at(-1)).toEqual({ journals: { ...all, days: null } })
  })
})

test('a vanished port keeps its slot, and its rows go on', async () => {
  const host = await startWindow()
  host.patch('a', {
    port: { ...(slotA().port ?? { path: '', label: '', baudRate: 0 }), state: 'gone' },
  })
  host.addRows(fakeRows('a', 2, Date.now()))
  await nextFrame()
  expect(useModems().slots.a.port?.state).toBe('gone')
})
