import { knowledge } from '@catalog/decoders/index'
import { expect, test } from 'vitest'

// 3GPP TS 27.007: a context number alone takes back what was set for it (10.1.4 to 10.1.7, 10.1.3, 10.1.29, 10.1.31); an index
// alone deletes the entry (7.19, 8.14).
test.each([
  ['AT+CPSMS=', 'Power saving mode is off.', '省電力モード（PSM）：オフ'],
  ['AT+CGDCONT=1', 'Deletes context 1.', 'cid 1 の定義を削除します。'],
  ['AT+CGAUTH=1', 'Deletes the authentication of context 1.', 'cid 1 の認証設定を削除します。'],
  ['AT+CGQREQ=2', 'Deletes the quality of service asked for in context 2.', 'QoS 要求を削除します'],
  ['AT+CGTFT=1', 'Deletes the packet filters of context 1.', 'パケットフィルターを削除します'],
  ['AT+CPOL=3', 'Deletes preferred operator 3.', '優先事業者リストの 3 番を削除します。'],
  ['AT+CPBW=7', 'Deletes phone book entry 7.', '電話帳の 7 番を削除します。'],
  ['AT+CNMI=', 'without a value: it stays as it is, or goes back to its default.', '値なし'],
  ['AT+CGAUTH=', 'without a value', '値なし'],
  ['AT+CGATT=', 'without a value', '値なし'],
])('%s says what it does, not what a value would do', (command, en, ja) => {
  const words = knowledge.command(command)?.words
  expect(words?.en).toContain(en)
  expect(words?.ja).toContain(ja)
  expect(words?.en).not.toContain('?')
})

test('a context with values is set, not deleted', () => {
  expect(knowledge.command('AT+CGAUTH=1,0')?.words.en).toContain('Sets authentication')
  expect(knowledge.command('AT+CIPSEND=')?.words.en).not.toContain('without a value')
})
