// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import BatchValues from '@renderer/views/test/BatchValues.vue'
import BoardTestView from '@renderer/views/test/BoardTestView.vue'
import { useBoardTest } from '@renderer/stores/board-test'
import { listenTo } from '@renderer/stores/start'
import { FakeHost } from '../support/fake-host'
import { byTest, show, startWindow } from '../support/window'

let host: FakeHost
beforeEach(async () => {
  host = await startWindow()
  host.answers['test.read'] = (input) => ({
    plan: null,
    port: null,
    mistakes: [],
    secret: JSON.stringify(input).includes('krakatau'),
  })
})
const kept = () => JSON.stringify(localStorage)

test('a plan with a password is not kept, and the page says so; another one is', async () => {
  const store = useBoardTest()
  const page = show(BoardTestView)
  await store.use('open.yaml', 'name: open')
  await flushPromises()
  expect(kept()).toContain('name: open')
  expect(page.find('[data-testid="test-not-kept"]').exists()).toBe(false)
  await store.use('closed.yaml', 'password: krakatau')
  await flushPromises()
  expect(kept()).not.toMatch(/krakatau|name: open/)
  expect(byTest(page, 'test-not-kept').text()).toMatch(/not kept on this computer/)
  page.unmount()
})

test.each([
  ['password: krakatau', false],
  ['name: open', true],
])(
  'a text that an earlier version kept is looked through at the start: %s',
  async (text, stays) => {
    localStorage.setItem('test-plan', text)
    setActivePinia(createPinia())
    await listenTo(host)()
    await flushPromises()
    expect(kept().includes(text)).toBe(stays)
    expect(useBoardTest().text).toBe(text)
  },
)

test('a text that nobody could look through is not left behind', async () => {
  localStorage.setItem('test-plan', 'password: krakatau')
  setActivePinia(createPinia())
  host.answers['test.read'] = () => {
    throw new Error('gone')
  }
  await listenTo(host)()
  await flushPromises()
  expect(kept()).not.toContain('krakatau')
})

test.each([
  ['{"led.png":', false],
  ['null', false],
  ['["led.png"]', false],
  ['{"led.png":7}', false],
  ['{"led.png":"not a hash"}', false],
  [`{"led.png":"${'ab'.repeat(32)}"}`, true],
])(
  'of the pictures that were kept what cannot be read is asked for again: %s',
  async (entry, known) => {
    localStorage.setItem('test-plan-pictures', entry)
    localStorage.setItem('test-plan', 'name: p')
    host.answers['test.picture'] = () => ({ type: 'image/png', base64: 'AAAA' })
    host.answers['test.read'] = () => ({
      plan: null,
      port: null,
      pictures: ['led.png'],
      mistakes: [],
      secret: false,
    })
    setActivePinia(createPinia())
    await listenTo(host)()
    await flushPromises()
    expect(useBoardTest().missing).toEqual(known ? [] : ['led.png'])
  },
)

test('an example comes back by its name, and its password is not kept either', async () => {
  const example = { name: 'e.yaml', text: 'password: krakatau' }
  host.answers['test.examples'] = () => [example]
  await useBoardTest().useExample(example)
  expect(useBoardTest().notKept).toBe(false)
  expect(kept()).not.toContain('krakatau')
  setActivePinia(createPinia())
  await listenTo(host)()
  await useBoardTest().look()
  expect(useBoardTest().text).toBe(example.text)
  // A file of the person's own with that name is none.
  await useBoardTest().use(example.name, example.text)
  expect(useBoardTest().notKept).toBe(true)
  setActivePinia(createPinia())
  await listenTo(host)()
  await useBoardTest().look()
  expect(useBoardTest().text).toBe('')
})

test('each value of the batch has a histogram and a trend with its limits, and boards beyond them are marked', () => {
  const values = [3.9, 4, 4.1, 3.3].map((value, ms) => ({
    serial: `S${ms}`,
    ms,
    value,
    ok: ms < 3,
  }))
  const spread = {
    step: 'supply',
    key: 'lowest',
    title: { en: 'Lowest', ja: '最低' },
    unit: 'V',
    count: 4,
    mean: 3.825,
    deviation: 0.36,
    min: 3.5,
    cp: null,
    cpk: 0.3,
    values,
  }
  const batch = {
    plan: 'p',
    tests: [],
    boards: 4,
    passed: 3,
    yieldPct: 75,
    spreads: [spread],
    spoilt: 0,
  }
  const page = show(BatchValues, { batch })
  expect(byTest(page, 'test-spread').text()).toMatch(
    /supply Lowest.*at least 3\.5 V.*3\.825 V.*Cpk 0\.30/s,
  )
  const [histogram, trend] = [byTest(page, 'test-histogram'), byTest(page, 'test-trend')]
  expect(histogram.findAll('rect').length).toBeGreaterThan(1)
  expect(histogram.findAll('.limit')).toHaveLength(1)
  expect(trend.findAll('.point').map((one) => one.attributes('data-ok'))).toEqual([
    ...['true', 'true', 'true'],
    'false',
  ])
  expect(trend.findAll('.point')[3]?.text()).toBe('S3: 3.3 V')
  page.unmount()
})

test('a plan whose questions show pictures wants them, and a question shows its own', async () => {
  const sha256 = 'ab'.repeat(32)
  const testPlan = {
    name: 'p',
    stop: 'never',
    keep: { imei: 'whole', iccid: 'masked' },
    steps: [],
  } as const
  host.answers['test.read'] = () => ({
    plan: testPlan,
    port: 'sim:sim7672',
    ports: { a: 'sim:sim7672', b: 'sim:sim7672' },
    pictures: ['led.png'],
    mistakes: [],
    secret: false,
  })
  host.answers['test.givePicture'] = () => sha256
  host.answers['test.picture'] = () => ({ type: 'image/png', base64: 'AAAA' })
  const store = useBoardTest()
  const page = show(BoardTestView)
  await store.use('p.yaml', 'name: p')
  await flushPromises()
  expect(byTest(page, 'test-missing').text()).toContain('led.png')
  await store.usePictures([new File(['other'], 'other.png'), new File(['led'], 'led.png')])
  await flushPromises()
  expect(page.find('[data-testid="test-missing"]').exists()).toBe(false)
  expect(host.inputsOf('test.givePicture')).toEqual([{ base64: btoa('led') }])
  await store.start('a', 'A1', '')
  expect(host.inputsOf('test.start')).toMatchObject([{ pictures: { 'led.png': sha256 } }])
  host.tell('test', {
    a: {
      slot: 'a',
      plan: 'p',
      serial: 'A1',
      state: 'running',
      startedMs: 0,
      endedMs: null,
      steps: [],
      question: { step: 'LED', question: 'As here?', image: { name: 'led.png', sha256 } },
      unit: { imei: null, iccid: null, model: null, firmware: null, operator: null },
      pictures: { 'led.png': sha256 },
      journal: null,
      version: '0.1.0',
    },
    b: null,
  })
  await flushPromises()
  expect(byTest(page, 'test-picture').get('img').attributes('src')).toBe(
    'data:image/png;base64,AAAA',
  )
  page.unmount()
})
