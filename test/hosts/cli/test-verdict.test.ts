import { expect, test } from 'vitest'
import type { TestState } from '@contract'
import { exitOf, verdictLine, worstExit } from '@hosts/cli/board-test/verdict'

const step = (name: string, state: TestState['steps'][number]['state']) => ({
  ...{ name, state, kind: 'at', title: { en: 'AT', ja: 'AT' }, tries: 1, ms: 1, measured: [] },
  words: { en: '', ja: '' },
})
const ended = (state: TestState['state']): TestState => ({
  ...{ slot: 'a', plan: 'm', serial: '7', state, startedMs: 0, endedMs: 1, question: null },
  steps: [step('modem=a, apn=b: signal', 'failed'), step('modem=c, apn=b: signal', 'failed')],
  unit: { imei: null, iccid: null, model: null, firmware: null, operator: null },
  ...{ journal: null, version: '0' },
})

test('a test that was stopped ends as every other command that was: 130, also among many boards', () => {
  expect(
    (['passed', 'failed', 'error', 'stopped'] as const).map((one) => exitOf(ended(one))),
  ).toEqual([0, 1, 3, 130])
  expect(worstExit([1, 3, 130, 0])).toBe(130)
})

test('cases of a matrix, which have commas, are told apart in the verdict', () => {
  expect(verdictLine(ended('failed'), 'en')).toContain(
    '(modem=a, apn=b: signal; modem=c, apn=b: signal)',
  )
  expect(verdictLine(ended('failed'), 'ja')).toContain('signal；modem=c')
})
