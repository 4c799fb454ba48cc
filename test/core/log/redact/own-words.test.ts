import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'

/** What is said of the only command of this log. */
function said(command: string): string[] {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  const rows: LogRow[] = [...log.push(`${command}\nOK\n`), ...log.end()]
  const { words = { en: '', ja: '' } } = redactor.row(rows[0] as LogRow).explanation ?? {}
  return [words.en, words.ja]
}

// Values of every kind of word, each in commands of every maker that take logins as plain settings.
const commands: readonly ((value: string) => string)[] = [
  (value) => `AT+UHTTP=0,2,"${value}"`,
  (value) => `AT+UMQTT=4,"${value}","n0thing-else"`,
  (value) => `AT+UFTP=3,"${value}"`,
  (value) => `AT+QFTPCFG="account","${value}","n0thing-else"`,
  (value) => `AT+SAPBR=3,1,"PWD","${value}"`,
  (value) => `AT^SISS=0,"passwd","${value}"`,
  (value) => `AT+SMCONF="PASSWORD","${value}"`,
  (value) => `AT+HTTPPARA="USERPWD","${value}"`,
  (value) => `AT+QMTOPEN=0,"host",1883;+CFTPSLOGIN="h",21,"${value}","n0thing-else",0`,
  (value) => `AT+CWJAP="Net","${value}"`,
]
const values = ['zebra', 'Blume', 'k9', 'pa55-word!', 'geheim wort', '9f']

test.each(commands.flatMap((command) => values.map((value) => command(value))))(
  'no value that is masked stands in the words about %s',
  (command) => {
    const hidden = /"([^"]*)"(?:,"n0thing-else"(?:,0)?)?$/.exec(command)?.[1] ?? ''
    for (const words of said(command)) expect(words).not.toContain(hidden)
  },
)

test('a value that is a word of ours leaves the word where it is', () => {
  expect(said('AT#SGACT=1,1,"up","internal"')[0]).toBe(
    'Sets internal context: context 1, state 1 (up), user name, password.',
  )
  const [told = ''] = said('AT+UHTTP=0,3,"profile"')
  expect(told).toContain('profile 0, what 3 (password), value PASSWORD-1')
})
