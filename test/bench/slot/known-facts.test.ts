import { expect, test } from 'vitest'
import { factsIn, factsOfSet, merged } from '@bench/slot/known-facts'
import { knowledge } from '@catalog/decoders'
import type { KnownFact } from '@contract'
import { benchFixture } from '../../support/bench-fixture'

function factsOf(line: string, command?: string): readonly KnownFact[] {
  const explanation = knowledge.line(line, { command })
  return explanation ? factsIn(explanation, 1000, command) : []
}
function setBy(command: string): readonly KnownFact[] {
  const sent = knowledge.command(command)
  return sent ? factsOfSet(sent, 2000) : []
}

test.each([
  ['+CEREG: 0,5', 'AT+CEREG?', 'registration', '5', 'roaming', 'ローミング中'],
  ['+CEREG: 2', undefined, 'registration', '2', 'searching', '圏外（サーチ中）'],
  ['+CFUN: 1', 'AT+CFUN?', 'radio', '1', 'full', 'フル機能'],
  ['+CPIN: READY', 'AT+CPIN?', 'sim', 'READY', 'ready', '使用可'],
] as const)('%s is said in a word', (line, command, key, value, en, ja) => {
  const fact = factsOf(line, command).find((one) => one.key === key)
  expect(fact).toMatchObject({ value, text: { en, ja } })
})

test('a code without a word of its own keeps its number and its meaning', () => {
  const [fact] = factsOf('+CEREG: 0,90', 'AT+CEREG?')
  expect(fact?.value).toBe('90')
  expect(fact?.text).toBeUndefined()
  expect(fact?.words?.en).toContain('Nordic')
})

test('a set command that went well is as good as reading back', () => {
  expect(setBy('AT+CFUN=4')).toMatchObject([
    { key: 'radio', value: '4', text: { en: 'flight mode' }, command: 'AT+CFUN?', atMs: 2000 },
  ])
  expect(setBy('AT+CGDCONT=1,"IP","soracom.io"')).toMatchObject([
    { key: 'apn', value: 'soracom.io' },
  ])
  expect(setBy('AT+CGDCONT=2,"IP","ims"')).toEqual([])
  expect(setBy('AT+CFUN?')).toEqual([])
  expect(setBy('AT+CFUN=?')).toEqual([])
})

test('what was known of the network is dimmed when the radio goes off, and fresh again when it is read', () => {
  const on = merged(
    factsOf('+CEREG: 0,5', 'AT+CEREG?'),
    factsOf('+CIMI: 440101234567890', 'AT+CIMI'),
  )
  const off = merged(on, setBy('AT+CFUN=4'))
  expect(off.find(({ key }) => key === 'registration')?.stale).toBe(true)
  expect(off.find(({ key }) => key === 'imsi')?.stale).toBeUndefined()
  const again = merged(merged(off, setBy('AT+CFUN=1')), factsOf('+CEREG: 0,5', 'AT+CEREG?'))
  expect(again.find(({ key }) => key === 'registration')?.stale).toBeUndefined()
})

test('the facts of a slot follow what is set, not only what is read', async () => {
  const { ask, state, end } = await benchFixture()
  const radio = () => state('a').facts.find(({ key }) => key === 'radio')
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('at.send', { slot: 'a', text: 'AT+CFUN=4' })
  expect(radio()?.text?.en).toBe('flight mode')
  await ask('at.send', { slot: 'a', text: 'AT+CFUN=1' })
  expect(radio()?.text?.en).toBe('full')
  await ask('at.send', { slot: 'a', text: 'AT+CFUN=99' })
  expect(radio()?.text?.en).toBe('full')
  await end()
})
