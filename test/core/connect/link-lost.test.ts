import { describe, expect, test } from 'vitest'
import { connectBench, stepOf } from '../../support/connect-bench'

const httpUrl = 'http://metadata.soracom.io/v1/subscriber'

describe('the network ends the call while something is proved over it', () => {
  test.each([
    ['dns', false],
    ['ping', false],
    ['http', false],
    ['dns', true],
    ['ping', true],
  ] as const)('%s, with the multiplexer %s: told as the end of the call', async (id, cmux) => {
    const bench = await connectBench()
    bench.whenBegins(id, () => bench.modem.faults.cutSession())
    const end = await bench.connect({ httpUrl, cmux })
    expect(end.verdict).toMatchObject({ result: 'failed', step: 'ppp', mode: 'command' })
    expect(end.verdict?.reason).toMatch(/^link-(modem-hung-up|terminated-by-peer)$/)
    expect(end.verdict?.meaning.en).not.toMatch(/looked up|answers? no ping|fetched/)
    expect(stepOf(end, 'ppp')).toMatchObject({ state: 'failed', words: end.verdict?.meaning })
    expect(stepOf(end, id)).toMatchObject({
      state: 'skipped',
      words: { en: 'The link ended meanwhile.', ja: '実行中にリンクが切断されました。' },
    })
    await bench.close()
  })

  test('the words of a step that is done stay its own', async () => {
    const bench = await connectBench()
    bench.whenBegins('dns', () => bench.modem.faults.cutSession())
    await bench.connect()
    const atDns = bench.states.findLast((state) => stepOf(state, 'dns')?.state === 'running')
    expect(atDns && stepOf(atDns, 'ppp')?.words?.en).toBe('LCP is open, CHAP accepted.')
    await bench.close()
  })
})
