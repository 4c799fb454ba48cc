import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import type { LogRow } from '@core/log/row'
import { verdict } from '@core/story/words'
import { expect, test } from 'vitest'
import { told } from '../../story/wild-story'

// A program's own word for what came of a command.

function rowsOf(text: string): LogRow[] {
  const log = new LogImport({ knowledge })
  return [...log.push(text), ...log.end()]
}
const program =
  'send AT+CREG?\ngot +CREG: 0,0\nok\nsend AT+CGACT=1,1\ngot +CGEV: NW PDN DEACT 1\nfail\n'

test('no result is shown that is not in the log', () => {
  expect(rowsOf(program).map(({ text }) => text)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/OK|ERROR/)]),
  )
})

test('the word is told as the program’s, of the command that waited', () => {
  const said = rowsOf(program).filter(({ kind }) => kind === 'final')
  expect(
    said.map(({ dir, text, command, explanation }) => ({
      dir,
      text,
      command,
      words: explanation?.words,
    })),
  ).toEqual([
    {
      dir: 'note',
      text: 'ok',
      command: 'AT+CREG?',
      words: {
        en: 'The program says that it was carried out.',
        ja: 'プログラムは成功と記録しています。',
      },
    },
    {
      dir: 'note',
      text: 'fail',
      command: 'AT+CGACT=1,1',
      words: {
        en: 'The program says that it failed.',
        ja: 'プログラムは失敗と記録しています。',
      },
    },
  ])
})

test('the story takes it as the failure of that step, in its own word', () => {
  const story = told('send AT+CGACT=1,1\nfail\nsend AT+CSQ\ngot +CSQ: 9,99\nok\n')
  expect(story.summary.stopped).toMatchObject({ id: 'context', state: 'failure', line: 'fail' })
  expect(story.summary.stopped?.words?.en).toBe('The program says that it failed.')
  expect(story.failure?.lines.at(-1)).toMatchObject({ dir: 'note', text: 'fail' })
  expect(JSON.stringify(story)).not.toMatch(/"(?:text|line)":"[^"]*(?:OK|ERROR)/)
})

test('a program that says that a command failed is not the modem that refuses', () => {
  const story = told('send AT+COPS?\ngot +COPS: 0\nfail\nsend AT+CSQ\ngot +CSQ: 9,99\nok\n')
  expect(verdict(story).en).not.toContain('refused')
})

test('a word directly behind a command is no part of it where most commands stand so', () => {
  const lines = [
    'AT ok',
    'AT+CPIN? ok',
    'AT+CGDCONT=1,"IP","soracom.io" ok',
    'AT+CGACT=1,1 timeout',
    'AT+CGACT=1,1 fail',
    'AT+COPS? fail',
  ]
  const rows = rowsOf(`${lines.join('\n')}\n`)
  expect(rows.filter(({ kind }) => kind === 'command').map(({ text }) => text)).toEqual(
    lines.map((line) => line.replace(/ \w+$/, '')),
  )
  expect(
    rows
      .filter(({ kind }) => kind === 'final' || kind === 'text')
      .map(({ kind, text, command }) => [kind, text, command]),
  ).toEqual([
    ['final', 'ok', 'AT'],
    ['final', 'ok', 'AT+CPIN?'],
    ['final', 'ok', 'AT+CGDCONT=1,"IP","soracom.io"'],
    ['text', 'timeout', undefined],
    ['final', 'fail', 'AT+CGACT=1,1'],
    ['final', 'fail', 'AT+COPS?'],
  ])
})

test('one line with such a word among other commands stays as it is', () => {
  const rows = rowsOf('AT ok\nAT+CSQ\n+CSQ: 9,99\nOK\nAT+CPIN?\n+CPIN: READY\nOK\n')
  expect(rows[0]).toMatchObject({ kind: 'text', text: 'AT ok' })
})
