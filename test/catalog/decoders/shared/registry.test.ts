import { createRegistry } from '@catalog/decoders/shared/registry'
import { decoder, type Definition } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import { expect, test } from 'vitest'

const make = (id: string, more: Partial<Definition> = {}) =>
  decoder({ id, title: say('x', 'x'), spec: 'x', group: 'basic', ...more })

const registry = createRegistry([
  make('OK', { pattern: /^OK$/ }),
  make('CONNECT', { pattern: /^CONNECT/ }),
  make('+B', { forms: ['action'] }),
  make('+A', { forms: ['action'] }),
])

test('all are in the order of their ids', () => {
  expect(registry.all.map(({ id }) => id)).toEqual(['+A', '+B', 'CONNECT', 'OK'])
})

test.each<[string, string | undefined]>([
  ['+A: 1', '+A'],
  ['+C: 1', undefined],
  ['OK', 'OK'],
  [' OK ', 'OK'],
  ['OKAY', undefined],
  [`CONNECT${'x'.repeat(193)}`, 'CONNECT'],
  [`CONNECT${'x'.repeat(194)}`, undefined],
  [`+A: ${'x'.repeat(500)}`, '+A'],
])('%s', (line, id) => {
  expect(registry.ofLine(line)?.id).toBe(id)
})

test('a command is found by its whole name', () => {
  expect(['+A', '+AB', '+a'].map((name) => registry.ofCommand(name)?.id)).toEqual([
    '+A',
    undefined,
    undefined,
  ])
})

test('two for one id, command or line are refused', () => {
  const twice =
    (...decoders: ReturnType<typeof make>[]) =>
    () =>
      createRegistry(decoders)
  expect(twice(make('+A'), make('+A'))).toThrow('Two decoders for +A: +A and +A')
  expect(twice(make('+A', { aliases: ['+X'] }), make('+B', { aliases: ['+X'] }))).toThrow(
    'Two decoders for +X: +A and +B',
  )
  expect(twice(make('+B', { prefixes: ['+X'] }), make('+A', { prefixes: ['+X'] }))).toThrow(
    'Two decoders for +X: +A and +B',
  )
})
