// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { knowledge } from '@catalog/decoders'
import { logPieceBytes, type LogRow } from '@contract'
import { useMarks } from '@renderer/stores/marks'
import { useOpened } from '@renderer/stores/opened'
import { useShell } from '@renderer/stores/shell'
import { toggled } from '@renderer/views/log/columns'
import { foldRows } from '@renderer/views/log/fold'
import RowMenu from '@renderer/views/log/RowMenu.vue'
import { rowTerms } from '@renderer/views/log/row-terms'
import LogSources from '@renderer/views/log/LogSources.vue'
import LogView from '@renderer/views/log/LogView.vue'
import { dayText, offsetText } from '@renderer/text/time'
import RowLine from '@renderer/components/RowLine.vue'
import RowHover from '@renderer/components/RowHover.vue'
import { FakeHost, noLog } from '../support/fake-host'
import { byTest, nextFrame, show, startWindow } from '../support/window'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
  vi.restoreAllMocks()
})

let id = 0
function row(text: string, more: Partial<LogRow> = {}): LogRow {
  const explanation =
    more.kind === 'command'
      ? knowledge.command(text)
      : knowledge.line(text, { command: more.command })
  id++
  return {
    id,
    slot: 'a',
    atMs: id * 1000,
    monoUs: id * 1_000_000,
    dir: more.kind === 'command' ? 'tx' : 'rx',
    kind: 'answer',
    text,
    ...(explanation ? { explanation } : {}),
    ...more,
  }
}
function exchange(command: string, answer: string, slot: 'a' | 'b' = 'a'): LogRow[] {
  return [
    row(command, { kind: 'command', slot }),
    row(answer, { command, slot }),
    row('OK', { kind: 'final', command, slot }),
  ]
}
const both = { polls: true, frames: true, opened: new Set<string>() }
const shape = (rows: ReturnType<typeof foldRows>) =>
  rows.map((one) => (one.fold ? one.fold.parts.join(', ') : one.text))

describe('folding', () => {
  test('makes one row of repeated polls, with what was asked and the last answers', () => {
    const rows = [1, 2, 3].flatMap((n) => [
      ...exchange('AT+CSQ', `+CSQ: ${20 + n},99`),
      ...exchange('AT+CEREG?', '+CEREG: 0,5'),
    ])
    const [only, ...rest] = foldRows(rows, both)
    expect(rest).toEqual([])
    expect(only?.fold).toMatchObject({
      kind: 'polls',
      count: 6,
      parts: ['AT+CSQ ×3', 'AT+CEREG? ×3'],
      last: ['+CSQ: 23,99', '+CEREG: 0,5'],
    })
  })

  test('folds both slots though their polls are interleaved', () => {
    const a = [1, 2].flatMap(() => exchange('AT+CSQ', '+CSQ: 20,99', 'a'))
    const b = [1, 2].flatMap(() => exchange('AT+CSQ', '+CSQ: 20,99', 'b'))
    const mixed = a.flatMap((one, index) => [one, b[index] ?? one])
    expect(shape(foldRows(mixed, both))).toEqual(['AT+CSQ ×2', 'AT+CSQ ×2'])
  })

  test('never hides what asks for attention', () => {
    const rows = [
      ...exchange('AT+CEREG?', '+CEREG: 0,5'),
      ...exchange('AT+CEREG?', '+CEREG: 0,3'),
      ...exchange('AT+CEREG?', '+CEREG: 0,5'),
    ]
    expect(shape(foldRows(rows, both))).toContain('+CEREG: 0,3')
  })

  test('leaves a list of different questions and what changes something as they are', () => {
    const rows = [
      ...exchange('AT+CSQ', '+CSQ: 20,99'),
      ...exchange('AT+COPS?', '+COPS: 0,2,"44010",7'),
      ...exchange('AT+CFUN=1', ''),
      ...exchange('AT+CFUN=1', ''),
    ]
    expect(foldRows(rows, both)).toEqual(rows)
  })

  test('makes one row of frames in a row, and opens where a person asks', () => {
    const frames = ['LCP Configure-Request', 'LCP Configure-Ack', 'IP 84 octets'].map((text) =>
      row(text, { kind: 'ppp' }),
    )
    expect(shape(foldRows(frames, both))).toEqual(['LCP ×2, IP'])
    const opened = new Set([`a${frames[0]?.id}`])
    expect(foldRows(frames, { ...both, opened })).toHaveLength(4)
  })
})

test('one time column always stays, and they keep their order', () => {
  expect(toggled(['local'], 'delta')).toEqual(['local', 'delta'])
  expect(toggled(['local', 'delta'], 'utc')).toEqual(['local', 'utc', 'delta'])
  expect(toggled(['utc'], 'utc')).toEqual(['utc'])
})

test('a line is explained value by value, with the paragraph of the standard', async () => {
  await startWindow()
  page = show(RowHover, { row: row('+CEREG: 0,5', { command: 'AT+CEREG?' }), masking: true })
  expect(page.text()).toContain('27.007, 10.1.22')
  expect(page.findAll('tr').map((one) => one.text())).toContain('stat5')
  page.unmount()
  page = show(RowHover, { row: row('440101234567890', { command: 'AT+CIMI' }), masking: true })
  expect(page.text()).not.toContain('440101234567890')
})

test('of a line with a secret only what tells it is masked', async () => {
  await startWindow()
  const text = '+CPSI: LTE,Online,440-10,0x1698,39683652,181,EUTRAN-BAND28,9510,3,3,20,61,41,3'
  page = show(RowHover, { row: row(text, { command: 'AT+CPSI?' }), masking: true })
  expect(page.text()).not.toContain('39683652')
  expect(page.text()).not.toContain('5784')
  expect(page.text()).toContain('9510')
})

test('a line without a time keeps its columns', async () => {
  await startWindow()
  page = show(RowLine, {
    row: row('AT'),
    times: [],
    masking: false,
    showControls: false,
    explained: true,
  })
  expect(
    [...page.get('.line').element.children].map((cell) => cell.className.split(' ')[0]),
  ).toEqual(['time', 'sign', 'text', 'words'])
})

describe('bookmarks', () => {
  test('are put on the chosen row and taken away by the same key', async () => {
    const host = await startWindow()
    host.rows = [row('AT', { kind: 'command' })]
    const [first] = host.rows
    useShell().show('log')
    page = show(LogView)
    await flushPromises()
    page.getComponent({ name: 'RowList' }).vm.$emit('select', first)
    await flushPromises()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9' }))
    await flushPromises()
    expect(host.inputsOf('log.bookmark')).toEqual([{ slot: 'a', rowId: first?.id, on: true }])
    const mark = row('AT', { kind: 'note', dir: 'note', mark: 'bookmark', about: first?.id ?? 0 })
    host.addRows([mark])
    await nextFrame()
    expect(first && useMarks().has(first)).toBe(true)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9' }))
    await flushPromises()
    expect(host.inputsOf('log.bookmark').at(-1)).toMatchObject({ on: false })
    useShell().show('bench')
  })
})

describe('a jump', () => {
  const press = async (key: string, shiftKey = false) => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey }))
    await flushPromises()
  }
  async function logView(host: FakeHost): Promise<VueWrapper> {
    await startWindow(host)
    useShell().show('log')
    page = show(LogView)
    await flushPromises()
    return page
  }
  afterEach(() => useShell().show('bench'))

  test('reaches a row that is not loaded, and loads what stands around it', async () => {
    const host = new FakeHost()
    host.rows = Array.from({ length: 900 }, () => row('AT', { kind: 'command' }))
    const [far] = host.rows
    host.answers['log.find'] = () => ({ row: far, again: false, stopped: false })
    const view = await logView(host)
    await press('F8', true)
    expect(host.inputsOf('log.find')).toMatchObject([
      { goal: { minSeverity: 'warning' }, back: true },
    ])
    expect(host.inputsOf('log.page')).toContainEqual(
      expect.objectContaining({ around: expect.objectContaining({ monoUs: far?.monoUs }) }),
    )
    expect(view.find('[aria-label="Line"], .detail').text()).toContain('AT')
    // What arrives belongs behind rows that are not loaded.
    const list = view.getComponent({ name: 'RowList' })
    expect(list.props('later')).toBe(true)
    const loaded = list.props('rows').length
    host.addRows([row('RING')])
    await nextFrame()
    expect(list.props('rows')).toHaveLength(loaded)
    list.vm.$emit('nearEnd')
    await flushPromises()
    list.vm.$emit('nearEnd')
    await flushPromises()
    expect(list.props('later')).toBe(false)
    expect(list.props('rows').at(-1)?.text).toBe('RING')
  })

  test('says when there is nothing, and when it went on at the other end', async () => {
    const host = new FakeHost()
    host.rows = [row('AT', { kind: 'command' })]
    const view = await logView(host)
    await press('F8')
    expect(byTest(view, 'log-said').text()).toContain('No warning or failure')
    await press('F7')
    expect(byTest(view, 'log-said').text()).toContain('No bookmark')
    host.answers['log.find'] = () => ({ row: host.rows[0], again: true, stopped: false })
    await press('F8')
    expect(byTest(view, 'log-said').text()).toContain('Went on from the first line')
  })

  test('that takes its time says so, and can be ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const host = new FakeHost()
    let answer = (_found: unknown): void => undefined
    host.answers['log.find'] = () => new Promise((resolve) => (answer = resolve))
    const view = await logView(host)
    await press('F8')
    vi.advanceTimersByTime(300)
    await flushPromises()
    expect(byTest(view, 'log-said').text()).toContain('Searching the whole log')
    await byTest(view, 'log-stop').trigger('click')
    expect(host.inputsOf('log.stop')).toHaveLength(1)
    answer({ row: null, again: false, stopped: true })
    await flushPromises()
    expect(byTest(view, 'log-said').text()).toBe('')
    vi.useRealTimers()
  })

  test('goes from match to match when the search does not filter', async () => {
    const host = new FakeHost()
    host.rows = [row('AT', { kind: 'command' }), row('RING', { kind: 'unsolicited' })]
    host.answers['log.find'] = () => ({ row: host.rows[1], again: false, stopped: false })
    const view = await logView(host)
    await byTest(view, 'log-matches').trigger('click')
    await byTest(view, 'log-search').setValue('RING')
    await byTest(view, 'log-search').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(host.inputsOf('log.find')).toMatchObject([{ goal: { text: 'RING' }, back: false }])
    expect(view.getComponent({ name: 'RowList' }).props('rows')).toHaveLength(2)
  })

  test('to a moment chosen elsewhere takes the filter away that would hide it', async () => {
    const host = new FakeHost()
    host.rows = Array.from({ length: 900 }, () => row('AT', { kind: 'command' }))
    const view = await logView(host)
    await byTest(view, 'log-search').setValue('nothing like it')
    const pages = () => JSON.stringify(host.inputsOf('log.page'))
    await vi.waitFor(() => expect(pages()).toContain('nothing like it'))
    useShell().logTarget = { monoUs: host.rows[3]?.monoUs ?? 0 }
    await vi.waitFor(() => {
      // Reading on upwards may have followed.
      expect(pages()).toContain(`"around":{"monoUs":${host.rows[3]?.monoUs}}`)
      expect(view.getComponent({ name: 'RowList' }).props('selectedKey')).toContain(
        `a${host.rows[3]?.id}.`,
      )
    })
  })
})

describe('the search', () => {
  async function logView(host: FakeHost): Promise<VueWrapper> {
    await startWindow(host)
    useShell().show('log')
    page = show(LogView)
    await flushPromises()
    return page
  }
  const hits = (view: VueWrapper) => byTest(view, 'log-hits').text()
  afterEach(() => useShell().show('bench'))

  test('says how many rows fit and which of them is chosen, and counts what arrives', async () => {
    const host = new FakeHost()
    host.rows = [row('+CSQ: 1,99'), row('RING', { kind: 'unsolicited' }), row('+CSQ: 2,99')]
    const [first, , second] = host.rows
    let at = 0
    host.answers['log.count'] = () => ({ count: 2, at, last: second, stopped: false })
    const view = await logView(host)
    await byTest(view, 'log-search').setValue('CSQ')
    await vi.waitFor(() => expect(hits(view)).toBe('2 found'))
    at = 1
    host.answers['log.find'] = () => ({ row: first, again: false, stopped: false })
    await byTest(view, 'log-next-match').trigger('click')
    await vi.waitFor(() => expect(hits(view)).toBe('1 of 2'))
    const counted = host.inputsOf('log.count').length
    host.answers['log.find'] = () => ({ row: second, again: false, stopped: false })
    await byTest(view, 'log-next-match').trigger('click')
    await vi.waitFor(() => expect(hits(view)).toBe('2 of 2'))
    expect(host.inputsOf('log.count')).toHaveLength(counted)
    host.addRows([row('+CSQ: 3,99'), row('RING', { kind: 'unsolicited' })])
    await nextFrame()
    expect(hits(view)).toBe('2 of 3')
    await byTest(view, 'log-search').setValue('')
    await flushPromises()
    expect(hits(view)).toBe('')
  })

  test('marks what it found, in the line and in what it means', async () => {
    await startWindow()
    const places = (text: string) => {
      const at = text.indexOf('roaming')
      return at < 0 ? [] : [[at, at + 7] as const]
    }
    page = show(RowLine, {
      row: row('+CEREG: 0,5', { command: 'AT+CEREG?' }),
      times: [],
      masking: false,
      showControls: false,
      explained: true,
      places,
    })
    expect(page.findAll('mark').map((one) => one.text())).toEqual(['roaming'])
    expect(page.get('.wire').text()).toBe('+CEREG: 0,5')
  })

  test('takes a value of a row as a filter, turns it round and gives it up', async () => {
    const host = new FakeHost()
    host.rows = [row('+CEREG: 0,5', { command: 'AT+CEREG?' })]
    const view = await logView(host)
    view.getComponent({ name: 'RowList' }).vm.$emit('select', host.rows[0])
    await flushPromises()
    await byTest(view, 'fact-stat').trigger('click')
    const terms = () =>
      host.inputsOf('log.page').flatMap((input) => Object(input).filter.terms ?? [])
    await vi.waitFor(() => expect(terms()).toContainEqual({ text: 'stat=5', not: false }))
    await byTest(view, 'chip-stat=5').trigger('click')
    await vi.waitFor(() => expect(terms()).toContainEqual({ text: 'stat=5', not: true }))
    expect(byTest(view, 'chip-stat=5').text()).toBe('Without stat = 5')
    // It is there again when the page is next made, and what was typed is not.
    await byTest(view, 'log-search').setValue('CSQ')
    await flushPromises()
    page?.unmount()
    page = show(LogView)
    await flushPromises()
    expect(byTest(page, 'chip-stat=5').text()).toBe('Without stat = 5')
    expect((byTest(page, 'log-search').element as HTMLInputElement).value).toBe('')
    await byTest(page, 'filter-none').trigger('click')
    expect(page.find('.chip').exists()).toBe(false)
  })

  test('a kept filter that is no filter of ours is not taken', async () => {
    const host = new FakeHost()
    await startWindow(host)
    localStorage.setItem('log-filter', '{"slots":["c"],"terms":7')
    localStorage.setItem('log-look', '["x"]')
    localStorage.setItem('log-rules', '[{"text":5},null,{"text":"RING","colour":"amber"}]')
    host.rows = [row('RING', { kind: 'unsolicited' })]
    useShell().show('log')
    page = show(LogView)
    await flushPromises()
    expect(page.find('.chip').exists()).toBe(false)
    const { ruleOf } = page.getComponent({ name: 'RowList' }).props()
    expect(ruleOf(host.rows[0])).toEqual({ number: 1, colour: 'amber', text: 'RING' })
  })

  test('has a menu on each row, with what it can be filtered by', async () => {
    await startWindow()
    const failed = row('+CME ERROR: 10', { kind: 'final', command: 'AT+CPIN?' })
    const found: unknown[] = []
    const list = defineComponent(
      () => () =>
        h(
          RowMenu,
          { row: failed, masking: true, onFilter: (...what: unknown[]) => found.push(what) },
          { default: () => h('p', 'rows') },
        ),
    )
    page = show(list)
    await page.get('p').trigger('contextmenu')
    await vi.waitFor(() =>
      expect(document.querySelector('.row-menu')?.textContent).toContain('Only severity: failure'),
    )
    const item = document.querySelector('[data-testid="without-command"]')
    item?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
    expect(found).toEqual([['command=AT+CPIN?', true]])
  })

  test('offers no value that is hidden', () => {
    const imsi = row('440101234567890', { command: 'AT+CIMI' })
    const text = (masking: boolean) => JSON.stringify(rowTerms(imsi, masking))
    expect(text(true)).not.toContain('440101234567890')
    expect(text(false)).toContain('440101234567890')
    expect(text(true)).toContain('command=AT+CIMI')
  })
})

test('the day stands where it changes, with the offset of the clock where it is known', () => {
  const at = (iso: string, timed?: 'date' | 'day') => ({
    atMs: Date.parse(iso),
    monoUs: 0,
    ...(timed && { timed }),
  })
  expect(dayText(at('2026-11-21T23:59:59Z'), true)).toBe('Saturday, November 21, 2026  UTC')
  expect(dayText(at('2026-11-22T00:00:00Z'), true)).toContain('Sunday, November 22, 2026')
  expect(dayText(at('2026-11-22T00:00:00Z', 'date'), false)).toBe('Sunday, November 22, 2026')
  expect(dayText(at('2026-11-22T00:00:00Z', 'day'), false)).toBe('')
  expect(offsetText(Date.parse('2026-11-22T00:00:00Z'))).toMatch(/^UTC([+−]\d\d:\d\d)?$/)
})

describe('a log file', () => {
  test('travels in pieces, gets a tab of its own, and its rows come by page', async () => {
    const host = new FakeHost()
    const log = {
      id: 'log-1',
      name: 'field.log',
      format: { en: 'Tera Term', ja: 'Tera Term' },
      whole: true,
      rows: 2,
      warnings: 0,
      failures: 1,
      notices: [{ en: 'It ends in the middle of a character.', ja: '途中で終わっています。' }],
      bookmarks: [],
    }
    host.answers['log.feed'] = (input) =>
      typeof input === 'object' && input && 'last' in input && input.last ? log : null
    host.rows = [row('+CEREG: 3')]
    await startWindow(host)
    page = show(LogView)
    const octets = new Uint8Array(logPieceBytes + 10).fill(65)
    expect(await useOpened().open(new File([octets], 'field.log'))).toBeDefined()
    await flushPromises()
    const fed = host.asked.filter(({ name }) => name === 'log.feed')
    expect(fed.map(({ input }) => input)).toMatchObject([{ last: false }, { last: true }])
    await vi.waitFor(() =>
      expect(host.inputsOf('log.page')).toContainEqual(
        expect.objectContaining({ opened: 'log-1' }),
      ),
    )
    await flushPromises()
    expect(byTest(page, 'log-file-log-1').text()).toContain('field.log')
    expect(byTest(page, 'opened-about').text()).toContain('Tera Term')
    expect(byTest(page, 'opened-about').text()).toContain('ends in the middle')
    await useOpened().drop('log-1')
    await flushPromises()
    expect(host.inputsOf('log.drop')).toEqual([{ id: 'log-1' }])
    expect(useOpened().shown).toBeNull()
  })

  test('is shown from its first rows on, with what is not known before its end left open', async () => {
    const host = new FakeHost()
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    const part = { ...noLog, whole: false, rows: 500, failures: 2 }
    host.answers['log.feed'] = async (input) => {
      const last = typeof input === 'object' && input && 'last' in input && input.last
      if (!last) return part
      await ended
      return { ...part, whole: true, rows: 501, failures: 3 }
    }
    host.answers['log.page'] = (input) =>
      JSON.stringify(input).includes('"id":499')
        ? { rows: [row('RING', { id: 500 })], more: true, later: false, first: null }
        : { rows: [row('AT')], more: false, later: false, first: null, readTo: 499 }
    await startWindow(host)
    page = show(LogView)
    const octets = new Uint8Array(logPieceBytes + 10).fill(65)
    const opening = useOpened().open(new File([octets], 'some.log'))
    await vi.waitFor(() => expect(useOpened().shown).toBe('log-1'))
    await flushPromises()
    expect(byTest(page, 'opened-about').text()).toContain('500 rows so far')
    expect(byTest(page, 'log-file-log-1').text()).toContain('2…')
    expect(byTest(page, 'log-story').text()).toContain('told when its end is known')
    expect(host.inputsOf('log.story')).toEqual([])
    end()
    await opening
    await vi.waitFor(() =>
      expect(host.inputsOf('log.page')).toContainEqual(
        expect.objectContaining({ after: { monoUs: 0, id: 499 } }),
      ),
    )
    await flushPromises()
    expect(byTest(page, 'opened-about').text()).toContain('501 rows')
    expect(byTest(page, 'log-file-log-1').text()).toMatch(/3$/)
    expect(host.inputsOf('log.story')).toHaveLength(1)
  })

  test('in which nothing was read is read once a sent and a received line are marked', async () => {
    const host = new FakeHost()
    host.answers['log.feed'] = () => ({ ...noLog, rows: 2 })
    host.answers['log.learn'] = () => ({ ...noLog, id: 'log-2', rows: 2 })
    await startWindow(host)
    page = show(LogView)
    const files = useOpened()
    await files.open(new File(['TXAT'], 'some.log'))
    await files.mark('received', row('RXOK', { id: 7 }))
    await flushPromises()
    expect(byTest(page, 'log-example').text()).toContain(
      'Received: “RXOK”. Now mark a line that was sent',
    )
    await files.mark('sent', row('TXAT', { id: 6 }))
    await flushPromises()
    expect(host.inputsOf('log.learn')).toEqual([{ id: 'log-1', sent: 6, received: 7 }])
    expect(files.shown).toBe('log-2')
    expect(page.find('[data-testid=log-example]').exists()).toBe(false)
  })

  test('that is refused leaves the live log where it is', async () => {
    const host = new FakeHost()
    host.answers['log.open'] = () => {
      throw new Error('too large')
    }
    await startWindow(host)
    page = show(LogSources)
    expect(await useOpened().open(new File(['x'], 'big.log'))).toBeUndefined()
    expect(byTest(page, 'log-refused').text()).toContain('too large')
    await page.get('[data-testid=log-refused] button').trigger('click')
    expect(page.find('[data-testid=log-refused]').exists()).toBe(false)
    expect(useOpened().shown).toBeNull()
    expect(host.inputsOf('log.feed')).toEqual([])
  })
})
