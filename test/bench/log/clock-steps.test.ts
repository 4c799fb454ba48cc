import { expect, test } from 'vitest'
import { noteText } from '@core/log/note'
import { benchFixture } from '../../support/bench-fixture'

test.each([
  [-3_600_000, 'was set back by 1 h 0 min'],
  [3 * 86_400_000, 'went ahead by 72 h 0 min'],
])(
  'a clock that jumps by %d ms is told in the log, once, before what came then',
  async (ms, told) => {
    const fixture = await benchFixture()
    await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
    await fixture.ask('at.send', { slot: 'a', text: 'AT' })
    const before = fixture.entries.length
    fixture.clock.setWall(ms)
    await fixture.ask('at.send', { slot: 'a', text: 'ATI' })
    const later = fixture.entries.slice(before)
    expect(later[0]?.dir).toBe('note')
    expect(noteText(later[0]?.bytes ?? new Uint8Array()).text).toContain(told)
    const notes = later.filter(({ bytes }) =>
      noteText(bytes).text.includes('clock of this computer'),
    )
    expect(notes).toHaveLength(1)
    await fixture.end()
  },
)

test('a clock that is only slewed is told nowhere', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  for (let i = 0; i < 5; i++) {
    fixture.clock.setWall(500)
    await fixture.ask('at.send', { slot: 'a', text: 'AT' })
  }
  const notes = fixture.entries.map(({ bytes }) => noteText(bytes).text).join('\n')
  expect(notes).not.toContain('clock of this computer')
  await fixture.end()
})
