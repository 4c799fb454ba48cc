// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { commandReference } from '@catalog/decoders'
import { useShell } from '@renderer/stores/shell'
import { useTyping } from '@renderer/stores/typing'
import MacroLine from '@renderer/views/macros/MacroLine.vue'
import MacrosDialog from '@renderer/views/macros/MacrosDialog.vue'
import ReferenceDialog from '@renderer/views/reference/ReferenceDialog.vue'
import { matching } from '@renderer/views/reference/reference'
import { suggestionsFor } from '@renderer/views/terminal/completion'
import CommandLine from '@renderer/views/terminal/CommandLine.vue'
import { FakeHost } from '../support/fake-host'
import { byTest, show, startWindow } from '../support/window'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
})
const onPage = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
const reference = commandReference()
const host = () => {
  const made = new FakeHost()
  made.answers['commands.reference'] = () => reference
  return made
}
function type(id: string, text: string): void {
  const field = onPage(id)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error(`no field ${id}`)
  field.value = text
  field.dispatchEvent(new Event('input'))
}

describe('completion', () => {
  const first = (typed: string) => suggestionsFor(typed, reference)[0]

  test('gives every form with its parameters and one line of description', () => {
    const found = suggestionsFor('AT+CGDC', reference)
    expect(found.map(({ shown }) => shown)).toContain('AT+CGDCONT?')
    const set = found.find(({ shown }) => shown.startsWith('AT+CGDCONT=<cid>,<pdp_type>'))
    expect(set?.text).toBe('AT+CGDCONT=')
    expect(set?.title.ja).toContain('PDP')
  })

  test('offers the values of the parameter that is being typed', () => {
    expect(first('AT+CFUN=')?.text).toBe('AT+CFUN=0')
    const second = suggestionsFor('AT+CFUN=1,', reference)
    expect(second.map(({ text }) => text)).toEqual(['AT+CFUN=1,0', 'AT+CFUN=1,1'])
  })

  test('what was typed before comes first, then what the modem is known to take', () => {
    const likely = { history: ['AT+CGDCONT?'], polled: ['AT+CFUN?'], refused: ['AT+CGDCONT=?'] }
    const names = (more: typeof likely) =>
      suggestionsFor('AT+C', reference, more).map(({ shown }) => /^[^=?]*/.exec(shown)?.[0])
    expect(names({ ...likely, refused: [] })[0]).toBe('AT+CGDCONT')
    expect(names({ ...likely, history: [], refused: [] })[0]).toBe('AT+CFUN')
    expect(names({ ...likely, history: [] })).not.toContain('AT+CGDCONT')
  })

  test('finds a command without its AT+, and by what it is about', () => {
    expect(first('cereg')?.shown).toMatch(/^AT\+CEREG/)
    expect(suggestionsFor('signal', reference).map(({ shown }) => shown)).toContain('AT+CSQ')
  })
})

describe('the command reference', () => {
  test('has the commands of the maker in the slot first, and all others behind them', () => {
    const first = matching(reference, '', '', 'simcom')[0]
    expect(first?.group).toBe('simcom')
    expect(matching(reference, '', '', 'simcom')).toHaveLength(reference.length)
    expect(matching(reference, 'CSQ', '', 'simcom')[0]?.name).toBe('+CSQ')
  })

  test('finds by name first, then by words, within a group', () => {
    expect(matching(reference, 'csq', '')[0]?.name).toBe('+CSQ')
    expect(matching(reference, 'at+cfun', '')[0]?.name).toBe('+CFUN')
    const sms = matching(reference, '', 'sms')
    expect(sms.length).toBeGreaterThan(5)
    expect(sms.every(({ group }) => group === 'sms')).toBe(true)
  })

  test('puts a form into the command line of the slot it was opened for, or runs it', async () => {
    const told = await startWindow(host())
    page = show(ReferenceDialog)
    useShell().referenceFor = 'b'
    await flushPromises()
    type('reference-search', 'cfun')
    await flushPromises()
    expect(onPage('reference-about')?.textContent).toContain('27.007, 8.2')
    const insert = [...document.querySelectorAll('.form')].find((form) =>
      form.textContent.includes('AT+CFUN=<fun>'),
    )
    insert?.querySelector('button')?.click()
    await flushPromises()
    expect(useTyping().given.b).toEqual({ text: 'AT+CFUN=', run: false })
    expect(useShell().referenceFor).toBeNull()
    expect(told.inputsOf('at.send')).toEqual([])
  })

  test('a command that is run goes out as if it had been typed', async () => {
    const told = await startWindow(host())
    page = show(CommandLine, { slotName: 'b' })
    useTyping().run('b', 'AT+CFUN?')
    await flushPromises()
    expect(told.inputsOf('at.send')).toEqual([{ slot: 'b', text: 'AT+CFUN?' }])
    useTyping().insert('b', 'AT+CFUN=')
    await flushPromises()
    const field = byTest(page, 'terminal-b-input').element
    expect(field instanceof HTMLInputElement && field.value).toBe('AT+CFUN=')
  })
})

describe('the macros', () => {
  const macro = {
    id: 'm',
    name: 'Mine',
    text: '# About it\nset apn a.b\nAT{apn}',
    own: true,
    key: 3,
  }

  test('run with the values that are typed', async () => {
    const told = host()
    told.macros = [macro]
    await startWindow(told)
    page = show(MacrosDialog, { slotName: 'a' })
    await flushPromises()
    const list = onPage('macros')
    expect(list?.textContent).toContain('About it')
    const value = list?.querySelector('input')
    if (value) {
      value.value = 'c.d'
      value.dispatchEvent(new Event('input'))
    }
    onPage('macro-run-m')?.click()
    await flushPromises()
    expect(told.inputsOf('macros.run')).toEqual([{ slot: 'a', id: 'm', values: { apn: 'c.d' } }])
  })

  test('are checked by line while they are typed, and saved with a name and an id', async () => {
    const told = await startWindow(host())
    page = show(MacrosDialog, { slotName: 'a' })
    await flushPromises()
    onPage('macro-new')?.click()
    await flushPromises()
    type('macro-name', 'My list')
    type('macro-text', 'AT\nwat')
    await flushPromises()
    expect(document.querySelector('.problems')?.textContent).toContain('Line 2:')
    expect(onPage('macro-save')?.hasAttribute('disabled')).toBe(true)
    type('macro-text', 'AT\nATI')
    await flushPromises()
    onPage('macro-save')?.closest('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(told.inputsOf('macros.save')).toEqual([
      { id: 'my-list', name: 'My list', text: 'AT\nATI' },
    ])
  })

  test('tell how far they are, and can be stopped', async () => {
    const told = await startWindow(host())
    page = show(MacroLine, { slotName: 'a' })
    told.patch('a', {
      macro: {
        id: 'm',
        name: 'Mine',
        state: 'running',
        line: 2,
        done: 1,
        steps: 3,
        text: 'AT+CSQ',
        refused: 0,
        question: null,
        beeps: 0,
        startedMs: 5,
      },
    })
    await flushPromises()
    expect(byTest(page, 'macro-a').text()).toContain('1/3')
    await byTest(page, 'macro-a-stop').trigger('click')
    expect(told.inputsOf('macros.stop')).toEqual([{ slot: 'a' }])
  })

  test('ask, and are answered', async () => {
    const told = await startWindow(host())
    page = show(MacroLine, { slotName: 'a' })
    const asking = {
      ...{ id: 'm', name: 'Mine', state: 'running' as const, line: 2, done: 1, steps: 3 },
      ...{ text: 'ask Is it green?', refused: 0, beeps: 0, startedMs: 5 },
    }
    told.patch('a', { macro: { ...asking, question: 'Is it green?' } })
    await flushPromises()
    expect(byTest(page, 'macro-a-question').text()).toBe('Is it green?')
    await byTest(page, 'macro-a-no').trigger('click')
    expect(told.inputsOf('macros.answer')).toEqual([{ slot: 'a', answer: 'no' }])
    told.patch('a', { macro: { ...asking, question: null } })
    await flushPromises()
    expect(page.find('[data-testid="macro-a-question"]').exists()).toBe(false)
  })
})
