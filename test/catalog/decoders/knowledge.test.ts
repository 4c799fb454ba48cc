import { commandReference, knowledge, registry, unsolicitedPrefixes } from '@catalog/decoders/index'
import { decodersOf } from '@catalog/decoders/shared/decoders-of'
import { createRegistry } from '@catalog/decoders/shared/registry'
import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import { describe, expect, test } from 'vitest'

describe('one line', () => {
  test('is an answer while its command is outstanding, and unsolicited when not', () => {
    expect(knowledge.line('+CEREG: 0,5', { command: 'AT+CEREG?' })?.facts).toEqual({
      n: 0,
      stat: 5,
    })
    expect(knowledge.line('+CEREG: 5', { command: 'AT+CEREG?' })?.facts).toMatchObject({ stat: 5 })
    expect(knowledge.line('+CEREG: 5', {})?.facts).not.toHaveProperty('n')
  })

  test('bare digits mean something only after their command', () => {
    expect(knowledge.line('901310000000001', { command: 'AT+CIMI' })?.name).toBe('+CIMI')
    expect(knowledge.line('901310000000001', {})).toBeUndefined()
  })

  test('the echo is explained as the command', () => {
    const echo = knowledge.line('AT+CEREG?', { command: 'AT+CEREG?' })
    expect(echo?.words).toEqual(knowledge.command('AT+CEREG?')?.words)
  })

  test('asks for attention as it deserves', () => {
    const severities = ['+CEREG: 1', '+CEREG: 2', '+CEREG: 3', '+CPIN: NOT INSERTED', 'OK', 'ERROR']
    expect(severities.map((line) => knowledge.line(line, {})?.severity)).toEqual([
      'fine',
      'notice',
      'failure',
      'failure',
      'fine',
      'failure',
    ])
  })

  test('prose and prompts are left alone', () => {
    for (const line of ['>>> import SIM7672', '[STEP] connect PPP', '', 'Hello: world', '~\u0000'])
      expect(knowledge.line(line, {})).toBeUndefined()
  })
})

test('several commands in one line are each explained', () => {
  const words = knowledge.command('AT+CMEE=2;+CREG?')?.words
  expect(words?.en).toContain('how errors are shown')
  expect(words?.en).toContain('voice (CS) registration')
})

test('gives the facts of a whole answer, without echo and result', () => {
  const lines = ['+CGDCONT: 1,"IP","soracom.io","10.0.0.1"', '+CGDCONT: 2,"IPV6","x"']
  expect(knowledge.answer('AT+CGDCONT?', lines)).toMatchObject({
    contexts: [{ cid: 1, apn: 'soracom.io' }, { cid: 2 }],
  })
  expect(knowledge.answer('AT+CGDCONT?', [])).toEqual({ contexts: [] })
  expect(knowledge.answer('AT+FOO?', ['+FOO: 1'])).toEqual({})
})

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/

describe('the catalogue', () => {
  test('has an English and a Japanese title for every decoder', () => {
    const wrong = registry.all.filter(({ title }) => title.en === '' || title.ja === '')
    expect(wrong.map(({ id }) => id)).toEqual([])
    const latin = registry.all.filter(({ title }) => !japanese.test(title.ja)).map(({ id }) => id)
    // Names that Japanese engineers write in Latin letters.
    expect(latin).toEqual(['+CGPS', '+CUSD'])
  })

  test('names each parameter and value in both languages', () => {
    for (const one of registry.all)
      for (const parameter of [...one.parameters, ...(one.set ?? [])])
        for (const words of [parameter.meaning, ...Object.values(parameter.values ?? {})]) {
          expect(words.en, one.id).not.toBe('')
          expect(words.ja, one.id).not.toBe('')
        }
  })

  test('says every command and line in both languages', () => {
    for (const { name, forms } of commandReference()) {
      const said = knowledge.command(forms[0]?.text.replace(/<[^>]*>/g, '1') ?? name)
      expect(said?.words.en, name).toMatch(/\w/)
      expect(said?.words.ja, name).toMatch(japanese)
    }
  })

  test('tells where each is defined', () => {
    expect(registry.all.filter(({ spec }) => spec.length < 5).map(({ id }) => id)).toEqual([])
  })

  test('refuses two decoders for one name', () => {
    const one = decoder({ id: '+X', title: say('x', 'x'), spec: 'test', group: 'basic' })
    const other = decoder({
      id: '+Y',
      aliases: ['+X'],
      title: say('y', 'y'),
      spec: 'test',
      group: 'basic',
    })
    expect(() => createRegistry([one, one])).toThrow('Two decoders for +X')
    expect(() => createRegistry([one, other])).toThrow('Two decoders for +X')
  })

  test.each([undefined, 7, [], {}, { id: '+X' }, [{ id: '+X', decode: 1 }], () => 1])(
    'refuses a file that gives no decoder by its name: %o',
    (given) => {
      expect(() => decodersOf({ './sim/helper.ts': given })).toThrow(
        './sim/helper.ts: its default export must be a decoder',
      )
    },
  )

  test('lists the commands for completion and the reference', () => {
    const names = commandReference().map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['+CEREG', '+CGDCONT', 'ATI', 'ATD', 'AT&D', '+CPSI', '+QCSQ']),
    )
    expect(names).not.toContain('+CGEV')
    const cereg = commandReference().find(({ name }) => name === '+CEREG')
    expect(cereg?.forms.map(({ text }) => text)).toEqual([
      'AT+CEREG?',
      'AT+CEREG=<n>',
      'AT+CEREG=?',
    ])
    expect(cereg?.parameters[0]?.values?.[2]?.value).toBe('2')
  })

  test('knows which lines come unasked', () => {
    expect(unsolicitedPrefixes).toEqual(
      expect.arrayContaining(['+CEREG', '+CGEV', '+CPIN', '+CMTI']),
    )
  })
})
