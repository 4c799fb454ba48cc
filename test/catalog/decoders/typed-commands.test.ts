import { readFileSync } from 'node:fs'
import { knowledge } from '@catalog/decoders/index'
import { expect, test } from 'vitest'

const listed = readFileSync(new URL('./typed-commands.txt', import.meta.url), 'utf8')
const families = listed
  .replace(/^#.*\n/gm, '')
  .trim()
  .split(/\n(?=\S)/)
  .map((family) => {
    const [name = '', ...commands] = family.split(/:\s|\s+(?=[^\s])/)
    return [name, commands.map((command) => `AT${command}`)] as const
  })

test.each(families)('every command typed to a modem of %s has words', (_name, commands) => {
  const dumb = commands.filter((command) => {
    const words = knowledge.command(command)?.words
    return (
      !words || !/^[A-Z“].*[.!?]$/.test(words.en) || !/[\u3040-\u30ff\u4e00-\u9fff]/.test(words.ja)
    )
  })
  expect(dumb).toEqual([])
})

test('the list is long enough to be worth its name', () => {
  expect(families.flatMap(([, commands]) => commands).length).toBeGreaterThan(1200)
})

test('what opens something is masked in the new families, too', () => {
  const secrets = (command: string) =>
    knowledge.command(command)?.secrets.map(({ start, end }) => command.slice(start, end))
  expect(secrets('AT+CWJAP="lab","hunter2"')).toEqual(['lab', 'hunter2'])
  expect(secrets('AT#PASSW="hunter2"')).toEqual(['hunter2'])
  expect(secrets('AT+WPPP=2,1,"sora","hunter2"')).toEqual(['sora', 'hunter2'])
  expect(secrets('AT+EGMR=1,7,"350000000000006"')).toEqual(['350000000000006'])
  expect(secrets('AT^DATALOCK="123456"')).toEqual(['123456'])
  expect(secrets('AT+CSMTPSRCPT=0,0,"a@example.org","A"')).toEqual(['a@example.org', 'A'])
  expect(secrets('AT+QWAUTH=5,4,"hunter2"')).toEqual(['hunter2'])
  expect(secrets('AT+USIMLCK=1,"12345678"')).toEqual(['12345678'])
  expect(secrets('AT#SNUM=1,"+819012345678"')).toEqual(['+819012345678'])
  expect(secrets('AT!OPENLOCK="A1B2C3"')).toEqual(['A1B2C3'])
  expect(secrets('AT+ZNCK="12345678"')).toEqual(['12345678'])
  expect(secrets('AT^FOTACFG="apn","u","hunter2"')).toEqual(['hunter2'])
  expect(secrets('AT+MQTTCONNPARAM="c","u","hunter2"')).toEqual(['u', 'hunter2'])
  expect(secrets('AT+QMMTO=1,"+819012345678"')).toEqual(['+819012345678'])
  expect(secrets('AT+UDYNDNS=1,0,"h.example","u","hunter2"')).toEqual(['u', 'hunter2'])
})
