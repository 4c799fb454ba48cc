import { knowledge } from '@catalog/decoders/index'
import { expect, test } from 'vitest'

test.each([
  ['AT+SAPBR=1,1', 'Opens bearer 1', 'ベアラー 1 を接続します'],
  ['AT+SAPBR=0,1', 'Closes bearer 1', 'ベアラー 1 を切断します'],
  ['AT+SAPBR=2,1', 'Asks for the state and address of bearer 1', '状態とアドレスを問い合わせます'],
  ['AT+SAPBR=3,1,"APN","soracom.io"', 'Sets a parameter of bearer 1', 'パラメーターを設定します'],
  ['AT+QFOPEN="log.txt"', 'Opens a file: file log.txt', 'ファイルを開きます'],
  ['AT+QIACTEX=1', 'Activates an internal context', '内蔵コンテキストを有効化します'],
  ['AT%XCONNSTAT=1', 'Sets traffic of the connection', '通信の統計'],
])('%s does something, and is told so', (command, en, ja) => {
  const words = knowledge.command(command)?.words
  expect(words?.en).toContain(en)
  expect(words?.ja).toContain(ja)
})

test('what the parameter of a bearer is worth stays out of the words: it may be a password', () => {
  expect(knowledge.command('AT+SAPBR=3,1,"PWD","hunter2"')?.words.en).not.toContain('hunter2')
})

test('numbers in a row keep their first zero', () => {
  expect(knowledge.command('AT+QCFG="nwscanseq",020301')?.words.en).toContain('020301')
})
