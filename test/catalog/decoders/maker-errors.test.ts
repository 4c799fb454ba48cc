import { knowledge } from '@catalog/decoders/index'
import { describe, expect, test } from 'vitest'

/** A result, the command it ends, and what must and must not be said. */
type Row = readonly [line: string, command: string | undefined, en: string, ja: string]

const rows: readonly Row[] = [
  ['+CME ERROR: 772', 'AT+CREG?', 'SIMCom: SIM powered down', 'SIM の電源が切れている'],
  ['+CME ERROR: 555', 'AT#SGACT=1,1', 'Telit: activation failed', '接続失敗'],
  ['+CME ERROR: 1551', 'AT+UPSDA=0,3', 'u-blox: packet service, wrong APN', 'APN の誤り'],
  ['+CME ERROR: 405', 'AT+QFOPEN="a"', 'Quectel: file not found', 'ファイルがない'],
  ['+CME ERROR: 516', 'AT+QGPSLOC=2', 'Quectel: no position yet', 'まだ測位していない'],
  ['+CME ERROR: 703', 'AT+QHTTPGET=80', 'Quectel: busy', '処理中'],
  ['+CME ERROR: 603', 'AT+QFTPOPEN="a",21', 'Quectel: busy', '処理中'],
  ['+CME ERROR: 603', 'AT+QSCLK=1', 'Quectel: wrong syntax', '書式誤り'],
  ['+CME ERROR: 903', 'AT+QTONEDET=1', 'audio operation not supported', 'オーディオ動作に非対応'],
  ['+CMS ERROR: 513', 'AT+CMGS=24', 'Quectel: message too long', 'メッセージが長すぎる'],
  ['+CMS ERROR: 513', 'AT+CMGS=24', 'SIMCom: unread records', 'Nordic：見つからない'],
]

describe('a number of the maker’s own', () => {
  test.each(rows)('%s after %s', (line, command, en, ja) => {
    const words = knowledge.line(line, { command })?.words
    expect(words?.en).toContain(en)
    expect(words?.ja).toContain(ja)
  })

  test('is told of all that have it, when the command is nobody’s in particular', () => {
    const words = knowledge.line('+CME ERROR: 257', { command: 'AT+COPS=?' })?.words
    expect(words?.en).toBe(
      '+CME ERROR 257: Telit: the network refused the request; Cinterion: call barred.',
    )
  })

  test('is not told of another maker when the command says whose it is', () => {
    const words = knowledge.line('+CME ERROR: 257', { command: 'AT#SGACT=1,1' })?.words
    expect(words?.en).not.toContain('Cinterion')
    expect(knowledge.line('+CME ERROR: 555', { command: 'AT+UPSDA=0,3' })?.words.en).toContain(
      'the maker’s own',
    )
  })

  test('of a command’s own list means nothing after others', () => {
    expect(knowledge.line('+CME ERROR: 405', { command: 'AT+CREG?' })?.words.en).toContain(
      'the maker’s own',
    )
  })

  test('never hides what 3GPP says', () => {
    expect(knowledge.line('+CME ERROR: 10', { command: 'AT#SGACT=1,1' })?.words.en).toContain(
      'SIM not inserted',
    )
  })
})

test('behind AT+CGACT a number without a meaning there is told as the network’s cause', () => {
  const told = (code: number, command: string) =>
    knowledge.line(`+CME ERROR: ${code}`, { command })?.words
  expect(told(27, 'AT+CGACT=1,1')?.en).toMatch(/the network’s cause 27 \(.*APN/i)
  expect(told(29, 'AT+CGACT=1,1')?.ja).toContain('原因 29')
  expect(told(27, 'ATD*99#')?.en).toContain('invalid characters in dial string')
  expect(told(30, 'AT+CGACT=1,1')?.en).toContain('no network service')
})
