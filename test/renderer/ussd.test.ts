// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { UssdReply } from '@contract'
import { useUssd } from '@renderer/stores/ussd'
import { startWindow } from '../support/window'

test('each slot waits for its own network: an answer for one does not end the waiting of the other', async () => {
  const host = await startWindow()
  const replies: ((reply: UssdReply) => void)[] = []
  host.answers['ussd.send'] = () => new Promise<UssdReply>((resolve) => replies.push(resolve))
  const ussd = useUssd()
  const first = ussd.send('a', '*100#')
  const second = ussd.send('b', '*123#')
  await expect.poll(() => replies.length).toBe(2)
  replies[0]?.({ state: 'asks', text: '1 Balance' })
  expect(await first).toBe(true)
  expect([ussd.asking.a.busy, ussd.asking.b.busy]).toEqual([false, true])
  expect([ussd.asks('a'), ussd.asks('b')]).toEqual([true, false])
  replies[1]?.({ state: 'done', text: 'OK' })
  expect(await second).toBe(true)
  expect(ussd.asking.b.busy).toBe(false)
})
