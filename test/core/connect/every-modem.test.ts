import { expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { connectBench, stepOf } from '../../support/connect-bench'

const dialling = personas.filter(({ lacks }) => !lacks.includes('D'))

test.each(dialling.map((persona) => persona.id))(
  'connects a simulated %s, pings, hangs up and connects again',
  async (id) => {
    const bench = await connectBench(`sim:${id}?card=soracom`)
    const first = await bench.connect()
    expect(first.verdict).toMatchObject({ result: 'connected', ping: { sent: 3, received: 3 } })
    const back = await bench.clock.until(bench.session.hangUp(), 120_000)
    expect(back.result).toBe('command')
    const second = await bench.connect()
    expect(second.verdict?.result).toBe('connected')
    expect(stepOf(second, 'configure')?.state).toBe('skipped')
    await bench.close()
  },
)

test('a modem that has no dial-up is told by the step that dials', async () => {
  const others = personas.filter((persona) => !dialling.includes(persona)).map(({ id }) => id)
  expect(others).toEqual(['nrf91'])
  const bench = await connectBench('sim:nrf91?card=soracom')
  const { verdict } = await bench.connect()
  expect(verdict).toMatchObject({ result: 'failed', step: 'dial', reason: 'dial-refused' })
  await bench.close()
})
