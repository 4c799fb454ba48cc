import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandsOf } from '@core/simulator/command-line'
import { parametersOf } from '@core/simulator/parameters'
import { personas } from '@catalog/modems/personas'
import { behaviours } from '@core/simulator/behaviours'
import { Host } from './host'

test('survives any octets and answers AT afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }),
      async (writes) => {
        const host = new Host()
        for (const bytes of writes) {
          await host.port.write(bytes)
          await host.clock.advance(50)
        }
        await host.type('\r')
        await host.clock.advance(30_000)
        await host.ask('ATE1V1Q0')
        expect(host.modem.power.state).toBe('on')
        expect((await host.lines('AT')).at(-1)).toBe('OK')
      },
    ),
    { numRuns: 60 },
  )
})

test('answers every command it knows, in every form, with exactly one final result', async () => {
  const finals = /^(OK|ERROR|NO CARRIER|\+CM[ES] ERROR: .*)$/
  const silent = ['+CPOF', '+CRESET', 'Q', 'E', 'V', 'D', 'O', '+CMUX', '+IPR', '+IPREX', 'Z', '&F']
  const names = behaviours.flat().map((entry) => entry.name)
  const host = await new Host().profiled()
  for (const name of names.filter((one) => !silent.includes(one)))
    for (const tail of ['', '?', '=?', '=', '=1', '="x"', '=1,2,3,4,5,6,7,8,9,10,11,12']) {
      let lines = await host.lines(`AT${name}${tail}`, 70_000)
      // What asks for a text is taken back with Esc.
      if (lines.at(-1) === '> ') lines = await host.lines('\u001b', 1_000)
      const found = lines.filter((line) => finals.test(line))
      expect([name + tail, found.length]).toEqual([name + tail, 1])
    }
})

test('reads any command line without throwing, and gives back the names it was made of', () => {
  fc.assert(fc.property(fc.string(), (text) => void commandsOf(text)))
  fc.assert(fc.property(fc.string(), (text) => void parametersOf(text)))
  expect(commandsOf('E0V1&C1+CMEE=2;+CREG?;D*99#').map((one) => one?.name)).toEqual([
    'E',
    'V',
    '&C',
    '+CMEE',
    '+CREG',
    'D',
  ])
})

test.each(personas.map((persona) => [persona.id, persona] as const))(
  'persona %s lacks only commands that exist and boots before its last line',
  (_id, persona) => {
    const names = behaviours.flat().map((entry) => entry.name)
    expect(persona.lacks.filter((name) => !names.includes(name))).toEqual([])
    expect(persona.identity.imei).toMatch(/^\d{14}$/)
    expect(persona.card.imsi).toMatch(/^\d{15}$/)
    const last = Math.max(...persona.boot.lines.map((line) => line.afterMs))
    // A modem may say nothing at all.
    if (persona.boot.lines.length > 0) expect(last).toBeGreaterThanOrEqual(persona.boot.atReadyMs)
  },
)
