import { climb, wake, type Asked, type Ladder } from '@core/at/recovery'
import { describe, expect, test } from 'vitest'

const short: Readonly<Record<string, Asked>> = {
  a: 'answered',
  s: 'something',
  n: 'nothing',
  o: 'over',
}

/** A modem that answers as the letters say, and then nothing; what was asked, with the seconds it was waited for. */
function ladder(answers: string, questions = 9) {
  const asked: string[] = []
  const free = Array.from({ length: questions }, (_, i) => `Q${i + 1}`)
  const own: Ladder = {
    ask: async (command, waitMs) => {
      await Promise.resolve()
      asked.push(`${command} ${waitMs / 1000}`)
      if (command === free[0]) free.shift()
      return short[answers.charAt(asked.length - 1)] ?? 'nothing'
    },
    delay: async (ms) => {
      await Promise.resolve()
      asked.push(`wait ${ms}`)
    },
    tagged: () => free,
  }
  return { own, asked }
}

describe('command and answer are brought in step', () => {
  test.each<[how: 'full' | 'short', answers: string, inStep: boolean, asked: string]>([
    // The answer of a question that names itself proves it.
    ['full', 'a', true, 'Q1 3'],
    ['full', 'na', true, 'Q1 3, Q2 3'],
    ['full', 'nna', true, 'Q1 3, Q2 3, Q3 3'],
    // Nothing at all: three times AT.
    ['full', '', false, 'Q1 3, Q2 3, Q3 3, AT 1, AT 1, AT 1'],
    ['full', 'nnnna', false, 'Q1 3, Q2 3, Q3 3, AT 1, AT 1, Q4 5, Q5 5, Q6 5, Q7 5'],
    ['full', 'nnnnnsa', true, 'Q1 3, Q2 3, Q3 3, AT 1, AT 1, AT 1, Q4 5'],
    ['full', 'nnno', false, 'Q1 3, Q2 3, Q3 3, AT 1'],
    // A sign of life: more time, up to four questions.
    ['full', 'snna', true, 'Q1 3, Q2 3, Q3 3, Q4 5'],
    ['full', 'nnsnnna', true, 'Q1 3, Q2 3, Q3 3, Q4 5, Q5 5, Q6 5, Q7 5'],
    ['full', 'nns', false, 'Q1 3, Q2 3, Q3 3, Q4 5, Q5 5, Q6 5, Q7 5'],
    // One result to each of the last two: it knows none of the questions.
    ['full', 'nnsnnss', true, 'Q1 3, Q2 3, Q3 3, Q4 5, Q5 5, Q6 5, Q7 5'],
    ['full', 'nnsnnns', false, 'Q1 3, Q2 3, Q3 3, Q4 5, Q5 5, Q6 5, Q7 5'],
    ['full', 'nnsnnsn', false, 'Q1 3, Q2 3, Q3 3, Q4 5, Q5 5, Q6 5, Q7 5'],
    // The engine wants to know no more.
    ['full', 'o', false, 'Q1 3, AT 1, AT 1, AT 1'],
    ['short', 'a', true, 'Q1 3'],
    ['short', 'n', false, 'Q1 3'],
    ['short', 'o', false, 'Q1 3'],
    ['short', 'sa', true, 'Q1 3, Q2 3'],
    ['short', 'sna', true, 'Q1 3, Q2 3, Q3 3'],
    ['short', 'snna', true, 'Q1 3, Q2 3, Q3 3, Q4 5'],
  ])('%s, answered %s: %s', async (how, answers, inStep, asked) => {
    const { own, asked: all } = ladder(answers)
    expect([await climb(own, how), all.join(', ')]).toEqual([inStep, asked])
  })
  test('without a question that is free AT alone asks', async () => {
    const none = ladder('a', 0)
    expect([await climb(none.own, 'full'), none.asked.join(', ')]).toEqual([false, 'AT 1'])
    const one = ladder('nsn', 1)
    expect([await climb(one.own, 'full'), one.asked.join(', ')]).toEqual([false, 'Q1 3, AT 1'])
    const two = ladder('nnsss', 3)
    expect([await climb(two.own, 'full'), two.asked.join(', ')]).toEqual([
      false,
      'Q1 3, Q2 3, Q3 3',
    ])
  })
  test('a port just opened is asked AT five times', async () => {
    const silent = ladder('')
    expect(await wake(silent.own)).toBe(false)
    expect(silent.asked.join(', ')).toBe('wait 200, AT 1, AT 1, AT 1, AT 1, AT 1')
    // The wait is one of what was asked.
    const late = ladder('nnnnna')
    expect(await wake(late.own)).toBe(false)
    expect(late.asked.join(', ')).toBe(
      'wait 200, AT 1, AT 1, AT 1, AT 1, AT 1, Q1 5, Q2 5, Q3 5, Q4 5',
    )
    const good = ladder('nsa')
    expect(await wake(good.own)).toBe(true)
    expect(good.asked.join(', ')).toBe('wait 200, AT 1, Q1 5')
    const over = ladder('no')
    expect(await wake(over.own)).toBe(false)
    expect(over.asked.join(', ')).toBe('wait 200, AT 1')
  })
})
