import { expect, test } from 'vitest'
import { CallFailed } from '@contract'
import { useAsking } from '@renderer/stores/asking'

const refusal = new CallFailed({
  code: 'at-refused',
  detail: 'ERROR',
  meaning: { en: 'Refused.', ja: '拒否されました。' },
  tries: [],
})

test('an answer is given, a refusal is kept until the next question', async () => {
  const { error, busy, asked } = useAsking()
  const waiting = asked(async () => 7)
  expect(busy.value).toBe(true)
  expect(await waiting).toBe(7)
  expect(busy.value).toBe(false)
  expect(await asked(() => Promise.reject(refusal))).toBeUndefined()
  expect(error.value?.code).toBe('at-refused')
  void asked(async () => 8)
  expect(error.value).toBeNull()
})

test('what another slot says meanwhile is dropped, and does not end the waiting for this one', async () => {
  const { error, busy, asked, leave } = useAsking()
  const ends: ((value: string) => void)[] = []
  const ask = () => asked(() => new Promise<string>((resolve) => ends.push(resolve)))
  const refused = asked(() => Promise.reject(refusal))
  const first = ask()
  leave()
  expect(busy.value).toBe(false)
  const second = ask()
  ends[0]?.('of the other slot')
  expect(await first).toBeUndefined()
  expect(await refused).toBeUndefined()
  expect([busy.value, error.value]).toEqual([true, null])
  ends[1]?.('of this slot')
  expect(await second).toBe('of this slot')
  expect(busy.value).toBe(false)
})
