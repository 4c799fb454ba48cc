import { expect, test } from 'vitest'
import { connectBench } from '../../support/connect-bench'
import { cases } from '../../support/proofs'

const offers = ['', '?mux=advanced', '?mux-late=on', '?mux=advanced&mux-late=on'] as const

const connections = cases(200)

test(`${connections} connections over the multiplexer come up, each of another seed, and all end it`, async () => {
  for (let seed = 1; seed <= connections; seed++) {
    const bench = await connectBench(`sim:sim7672${offers[seed % offers.length] ?? ''}`, seed)
    const end = await bench.connect({ cmux: true })
    expect(end.verdict, `seed ${seed}`).toMatchObject({ result: 'connected', mode: 'cmux' })
    await bench.close()
    expect(bench.modem.muxed, `seed ${seed}`).toBe(false)
  }
})

test.each(offers)('20 in a row on one modem%s, the program killed between them', async (offer) => {
  const bench = await connectBench(`sim:sim7672${offer}`)
  for (let run = 1; run <= 20; run++) {
    const end = await bench.connect({ cmux: true })
    expect(end.verdict, `run ${run}`).toMatchObject({ result: 'connected', mode: 'cmux' })
    await bench.killAndReopen()
  }
  await bench.close()
})
