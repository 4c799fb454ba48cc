import { expect, test } from 'vitest'
import { logOf, meaningOf, recorded, variations } from './variations'

/** All of them are gone through by variations.proof.ts. */
const every = 90

test.each(variations)('a log says the same: $name', ({ of, not = [] }) => {
  const logs = recorded.filter((name, at) => at % every === 0 && !not.includes(name))
  expect(logs.length).toBeGreaterThan(7)
  for (const name of logs)
    expect({ name, ...meaningOf(of(logOf(name))) }).toEqual({ name, ...meaningOf(logOf(name)) })
})

test('a log that somebody sends twice, with a sentence between, says each of it twice', () => {
  for (const name of ['ec25aws', 'cinsica', 'tinygsm', 'qmtopen', 'mmlost']) {
    const once = meaningOf(logOf(name)).said
    const text = `${logOf(name)}\nAnd the same again with another SIM card in the holder:\n\n${logOf(name)}`
    expect(meaningOf(text).said).toEqual([...once, ...once])
  }
})
