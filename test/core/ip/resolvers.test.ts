import { explainResolvers, resolversTool } from '@core/ip/tools/resolvers'
import { expect, test } from 'vitest'
import { hostPair } from './host-pair'

test('a name server that does not answer is told in words, and named', async () => {
  const { clock, client } = hostPair()
  const lines: unknown[] = []
  const asked = resolversTool(clock, client, {
    names: ['example.com'],
    servers: [],
    rounds: 1,
    onProgress: ({ line }) => lines.push(line),
  })
  await clock.until(asked, 60_000, 50)
  expect(lines[0]).toEqual({
    en: expect.stringMatching(/^100\.100\.0\.253 {2}example\.com .* no answer$/),
    ja: expect.stringMatching(/応答なし$/),
  })
  const row = { ours: true, asked: 3, answered: 3, firstMs: 40, medianMs: 30 }
  const { words } = explainResolvers({
    type: 'A',
    rows: [
      { ...row, server: '100.100.0.253' },
      { ...row, server: '192.0.2.53', ours: false, answered: 0, firstMs: null, medianMs: null },
    ],
    names: [],
  })
  expect(words.en).toContain('No answer from 192.0.2.53.')
  expect(words.ja).toContain('192.0.2.53 は応答しません。')
})
