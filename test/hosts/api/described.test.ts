import { expect, test } from 'vitest'
import { calls, may, roleFor } from '@contract'
import { asyncApi } from '@hosts/api/async-api'
import { describedCalls, describedEvents, namedTypes } from '@hosts/api/described'
import { openApi } from '@hosts/api/open-api'

test('every call and every event says in a sentence what it does', () => {
  expect(describedCalls().map(({ name }) => name)).toEqual(Object.keys(calls))
  expect(describedEvents().length).toBeGreaterThan(15)
  const silent = [...describedCalls(), ...describedEvents()].filter(
    ({ comment }) => !/^\S.{9,}[.?!]$/s.test(comment),
  )
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('each type that something refers to is there', () => {
  for (const document of [openApi(), asyncApi()]) {
    const text = JSON.stringify(document)
    const wanted = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path))
    expect(wanted.size).toBeGreaterThan(15)
    for (const path of wanted) {
      const found = path
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], document)
      expect(found, path).toBeDefined()
    }
  }
})

test('an input says what its schema checks and what stands beside its fields', () => {
  const send = describedCalls().find(({ name }) => name === 'at.send')
  expect(send).toMatchObject({
    role: 'use',
    optional: false,
    input: {
      required: ['slot', 'text'],
      properties: {
        slot: { enum: ['a', 'b'] },
        text: { maxLength: 3071 },
        timeoutMs: { description: expect.stringContaining('How long its answer is waited for') },
      },
    },
    answer: { $ref: '#/components/schemas/AtAnswer' },
  })
  expect(namedTypes()['AtAnswer']).toMatchObject({
    required: ['lines', 'final', 'ok', 'ms'],
    properties: { lines: { type: 'array', items: { type: 'string' } } },
  })
})

test('a call that takes nothing has no body, and one that answers nothing has none either', () => {
  const { paths } = openApi() as { paths: Record<string, { post: object }> }
  expect(paths['/api/calls/app.snapshot']?.post).not.toHaveProperty('requestBody')
  expect(paths['/api/calls/port.close']?.post).toHaveProperty('responses.204')
  expect(paths['/api/calls/port.close']?.post).not.toHaveProperty('responses.200')
})

test('who may look calls nothing that writes, and who uses the modems changes nothing that stays', () => {
  expect(roleFor('app.snapshot')).toBe('read')
  for (const name of ['at.send', 'port.open', 'connect.start', 'log.note'])
    expect([may('read', name), may('use', name)], name).toEqual([false, true])
  for (const name of ['settings.change', 'presets.save', 'macros.save'])
    expect([may('use', name), may('administer', name)], name).toEqual([false, true])
})
