import { describe, expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import type { Persona } from '@core/simulator/persona'
import { Host, prompt } from './host'

/** Values of one field in a test answer: `0-3`, `0,2`, `(1-8)` and names in quotes; undefined: no values to walk. */
function valuesOf(field: string): readonly string[] | undefined {
  const parts = field.split(',').map((part) => part.trim())
  const values = parts.flatMap((part) => {
    const [, low, high] = /^(\d+)-(\d+)$/.exec(part) ?? []
    if (low !== undefined && high !== undefined && Number(high) - Number(low) <= 32)
      return Array.from({ length: Number(high) - Number(low) + 1 }, (_, i) =>
        String(Number(low) + i),
      )
    return /^\d+$/.test(part) || /^"[^"]*"$/.test(part) ? [part] : [undefined]
  })
  return values.includes(undefined) ? undefined : values.filter((value) => value !== undefined)
}

/** The fields of `+X: (0-2),(0,1)`; undefined where something else stands there. */
function fieldsOf(line: string, name: string): readonly string[] | undefined {
  const text = line.startsWith(`${name}: `) ? line.slice(name.length + 2) : ''
  return /^(\([^()]*\))(,\([^()]*\))*$/.test(text)
    ? [...text.matchAll(/\(([^()]*)\)/g)].map(([, inside]) => inside ?? '')
    : undefined
}

/** What its test answer lists and yet is not simply set: why. */
const needsMore: Readonly<Record<string, string>> = {
  '+CFUN': 'resets the modem',
  '+CMUX': 'changes the mode of the port',
  '+IPR': 'changes the speed of the port',
  '+IPREX': 'changes the speed of the port',
  '+CLCK': 'takes a password',
  '+CPWD': 'takes two passwords',
  '+CGACT': 'the last bearer of an LTE attach stays',
  '+VMUTE': 'only 0 without a call',
  '+CMUT': 'only 0 without a call',
  '+CPCMREG': 'only 0 without a call',
  '+CNMA': 'only after a message',
  '+CDNSGIP': 'lists lengths',
  '+CSQ': 'answers only',
  '+CESQ': 'answers only',
  '+CPAS': 'answers only',
  '+CGPSINFO': 'answers only',
  '+CPSI': 'the period of a report, which is not simulated',
  '+CGAUTH': 'lists lengths',
  '+CMGD': 'tried with messages elsewhere',
  '+CCFC': 'takes a mode behind its reason',
  '+CGPADDR': 'lists contexts that may be none',
  '+CGCONTRDP': 'lists contexts that may be none',
  '+CGPS': 'refuses to be turned on twice',
  '+CGNSSPORTSWITCH': 'takes two values at once',
  '+CUSBPIDSWITCH': 'takes three values at once, and leaves the bus',
  '+VTS': 'only in a call',
  '+QPOWD': 'turns the modem off',
  '+QIACT': 'one context at a time',
  '+CNACT': 'one network alone, and refused where it is up',
  '+QGPS': 'refuses to be turned on twice',
  '+QGPSDEL': 'only while the receiver is off',
  '+QGPSLOC': 'only while the receiver is on',
  '+QGPSGNMEA': 'only while the receiver is on',
  '#BND': 'takes three masks at once',
  '+UGPIOC': 'takes a pin and its mode at once',
  '+UGPS': 'only where a pin switches the supply of a receiver',
}

async function registered(persona: Persona): Promise<Host> {
  return new Host({ persona: prompt(persona) }).registered()
}

describe.each(personas.map((persona) => [persona.id, persona] as const))('%s', (_id, persona) => {
  test('takes every value that its test answers list', async () => {
    const host = await registered(persona)
    const refused: string[] = []
    let walked = 0
    for (const [name, entry] of host.modem.registry) {
      if (!entry.test || !entry.set || name in needsMore) continue
      const [line = ''] = await host.lines(`AT${name}=?`, 60_000)
      const lists = fieldsOf(line, name)?.map(valuesOf) ?? []
      const [first] = lists
      for (const value of first ?? []) {
        walked++
        const answer = await host.lines(`AT${name}=${value}`, 6_000)
        if (!answer.includes('OK')) refused.push(`${name}=${value}: ${answer.join(' ')}`)
      }
      // The further fields one by one, behind the first value that the command starts with.
      for (const [i, list] of lists.entries())
        for (const value of i > 0 && first ? (list ?? []) : []) {
          const before = lists.slice(0, i).map((one) => one?.[0] ?? '')
          const answer = await host.lines(`AT${name}=${[...before, value].join(',')}`, 6_000)
          if (!answer.includes('OK')) refused.push(`${name}=${[...before, value].join(',')}`)
        }
    }
    expect(refused).toEqual([])
    expect(walked).toBeGreaterThan(30)
  })

  test('answers the test or read form of everything AT+CLAC lists', async () => {
    const host = await registered(persona)
    const known = (await host.lines('AT+CLAC', 3_000)).filter((line) => line.startsWith('AT'))
    // nRF91 has no calls, no messages in memories and no dial-up.
    expect(known.length).toBeGreaterThan(persona.id === 'nrf91' ? 50 : 60)
    for (const command of known) {
      const answers = [await host.lines(`${command}=?`, 60_000), await host.lines(`${command}?`)]
      const fine = answers.some((lines) => lines.at(-1) === 'OK')
      expect([command, fine, answers]).toMatchObject([command, true, answers])
    }
  })

  test('leaves no placeholder in any answer, and says its IMEI where ATI does', async () => {
    const host = await registered(persona)
    for (const [name, { execute, read }] of host.modem.registry) {
      if (['+CPOF', '+CRESET', '+QPOWD', 'Q', 'V', 'E', 'D', 'O'].includes(name)) continue
      for (const tail of [execute ? '' : undefined, read ? '?' : undefined])
        if (tail !== undefined)
          expect([name, await host.ask(`AT${name}${tail}`, 3_000)].join(' ')).not.toMatch(/[{}]/)
    }
    const identity = (await host.lines('ATI')).join('\n')
    if (identity.includes('+GCAP')) expect(identity).toContain((await host.lines('AT+GCAP'))[0])
    if (!persona.lacks.includes('+SIMCOMATI'))
      expect((await host.lines('AT+SIMCOMATI')).join('\n')).toContain(host.modem.imei)
  })

  test('has a bearer while it is registered on LTE, the same in every answer', async () => {
    const host = await registered(persona)
    const active = (await host.lines('AT+CGACT?')).filter((line) => /^\+CGACT: \d+,1$/.test(line))
    const lte = (await host.lines('AT+CPSI?'))[0]?.includes('LTE') ?? true
    expect(active.length > 0).toBe(lte || persona.technologies.includes('lte'))
    if (active.length === 0) return
    const cid = /\d+/.exec(active[0] ?? '')?.[0]
    const told = (await host.lines(`AT+CGPADDR=${cid}`)).join()
    const address = /(\d+\.\d+\.\d+\.\d+)/.exec(told)?.[1]
    expect(address).toBeDefined()
    expect((await host.lines(`AT+CGCONTRDP=${cid}`)).join()).toContain(`"${address}"`)
  })
})
