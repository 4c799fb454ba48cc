import { expect, test } from 'vitest'
import { CallFailed, type CallError } from '@contract'
import { faultRows } from '@core/fault'
import { openedBench } from '../support/opened-bench'

const slot = 'a' as const
const errorOf = (error: unknown): CallError => {
  if (error instanceof CallFailed) return error.error
  throw error
}
type Opened = Awaited<ReturnType<typeof openedBench>>

/** What goes wrong at a bench, and how it is brought about; each is what the window and the command line show. */
const cases: readonly (readonly [
  what: string,
  path: string,
  code: string,
  bring: (bench: Opened) => Promise<unknown>,
])[] = [
  [
    'a wrong PIN',
    'sim:sim7600?pin=1234',
    'card-wrong-pin',
    ({ done }) => done('card.enterPin', { slot, pin: '9999' }),
  ],
  [
    'a full file system',
    'sim:sim7672',
    'files-full',
    ({ done, simulators }) => {
      simulators.control('sim:sim7672', 'files-full')
      const base64 = Buffer.alloc(3000, 7).toString('base64')
      return done('files.upload', { slot, name: 'a.bin', base64 })
    },
  ],
  [
    'a band that the modem refuses',
    'sim:le910',
    'radio-setting-refused',
    ({ done }) => done('radio.write', { slot, changes: [{ item: 'lte-bands', chosen: ['B3'] }] }),
  ],
  [
    'a port that goes in the middle of a prompt',
    'sim:sim7600',
    'port-gone',
    async ({ at, clock, client, simulators, state }) => {
      await at('AT+CMGF=1')
      const waiting = client.call('at.send', { slot, text: 'AT+CMGS="+819012345678"' })
      // It is looked at below.
      waiting.catch(() => undefined)
      await clock.advance(2_000)
      expect(state(slot).prompt).not.toBeNull()
      simulators.control('sim:sim7600', 'unplug')
      await clock.advance(5_000)
      return waiting
    },
  ],
]

test.each(cases)(
  '%s ends in a sentence that says what to do, in both languages',
  async (...one) => {
    const [, path, code, bring] = one
    const bench = await openedBench(path)
    const error = await bring(bench).then(() => undefined, errorOf)
    expect(error?.code).toBe(code)
    for (const language of ['en', 'ja'] as const) {
      expect(error?.meaning[language]).toMatch(language === 'en' ? /[.:]$/ : /。$/)
      expect(error?.tries[0]?.[language]).toMatch(language === 'en' ? /[.]$/ : /。$/)
      expect(error?.meaning.ja).toMatch(/\p{Script=Hiragana}/u)
    }
  },
)

test('no fix is told with what to do, in both languages', () => {
  const { meaning, tries } = faultRows['gnss-no-fix']
  for (const words of [meaning, ...tries]) {
    expect(words.en).toMatch(/[.]$/)
    expect(words.ja).toMatch(/。$/)
  }
})
