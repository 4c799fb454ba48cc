import { expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { connectBench, stepOf } from '../../support/connect-bench'

test.each(personas.map((persona) => persona.id))(
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
