import { expect, test } from 'vitest'
import type { Late } from '@core/ports/lateness'
import { noteText } from '@core/log/note'
import { benchFixture } from '../support/bench-fixture'

async function lateBench() {
  let tell: (late: Late) => void = () => undefined
  let watched = true
  const fixture = await benchFixture(
    1,
    {},
    {
      watchLateness: (heard) => {
        tell = heard
        return () => {
          watched = false
        }
      },
    },
  )
  const notes = () =>
    fixture.entries
      .map(({ bytes }) => noteText(bytes).text)
      .filter((text) => text.includes('had no turn'))
  return { fixture, notes, tell: (late: Late) => tell(late), watched: () => watched }
}

test('a host that had no turn says so in the log, with the calls that were under way', async () => {
  const { fixture, notes, tell, watched } = await lateBench()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  // The port was opened before the loop was held up.
  await fixture.clock.advance(10_000)
  const sent = fixture.ask('at.send', { slot: 'a', text: 'AT' })
  tell({ ms: 3_240, cpuMs: 3_000 })
  await sent
  expect(notes()).toEqual([
    expect.stringMatching(/no turn for 3\.2 s: it was busy itself \(at\.send\)\. What came/),
  ])
  await fixture.end()
  expect(watched()).toBe(false)
})

test('a call that held up the loop is named though it was over when the lateness was seen', async () => {
  const { fixture, notes, tell } = await lateBench()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.clock.advance(60_000)
  await fixture.ask('commands.reference', undefined)
  tell({ ms: 2_000, cpuMs: 2_000 })
  expect(notes()).toEqual([expect.stringContaining('it was busy itself (commands.reference).')])
  await fixture.clock.advance(20_000)
  tell({ ms: 2_000, cpuMs: 2_000 })
  expect(notes().at(-1)).toContain('it was busy itself.')
  await fixture.end()
})

test('a busy computer is told from a busy program, and not more often than every ten seconds', async () => {
  const { fixture, notes, tell } = await lateBench()
  tell({ ms: 5_000, cpuMs: 0 })
  expect(notes()).toEqual([])
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.clock.advance(10_000)
  tell({ ms: 1_500, cpuMs: 20 })
  tell({ ms: 1_600, cpuMs: 20 })
  expect(notes()).toEqual([expect.stringContaining('1.5 s: the computer gave it none.')])
  await fixture.clock.advance(10_000)
  tell({ ms: 1_700, cpuMs: 20 })
  expect(notes()).toHaveLength(2)
  await fixture.end()
})
