import { z } from 'zod'
import { runCoap, type CoapSilence } from '@core/ip/coap'
import { codeNames } from '@core/ip/coap-message'
import { parseCoapUrl } from '@core/ip/coap-url'
import type { Words } from '@core/words'
import { oneOf, say, shortMs } from './parts'
import { stepKind } from './step-kind'

const looksRight = (url: string): boolean => {
  try {
    parseCoapUrl(url)
    return true
  } catch {
    // The plan's reader says which key it is; the call would say more.
    return false
  }
}

const why: { readonly [silence in CoapSilence]: Words } = {
  silent: say('the server did not answer in 30 s', '30 秒以内にサーバーの応答がありませんでした'),
  reset: say('the server reset the request (RST)', 'サーバーが要求を拒否しました（RST）'),
  refused: say('nobody listens on the port', 'ポートで待ち受けているサーバーがありません'),
}

/** A CoAP server answers a request with a code, over the modem. */
export default stepKind({
  key: 'coap',
  title: say('CoAP', 'CoAP'),
  settings: z.strictObject({
    url: z
      .string()
      .max(2048)
      .refine((url) => /^coap:/i.test(url) && looksRight(url), 'must be a coap:// address'),
    code: z
      .string()
      .refine((code) => codeNames[code] !== undefined, 'must be a code of CoAP, such as "2.05"')
      .default('2.05'),
  }),
  usualMs: () => shortMs,
  limits: ({ code }) => [oneOf('code', say('Code', 'コード'), [code])],
  needs: () => 'link',
  read: ({ url }, { tools, signal }) =>
    tools.overLink('coap', signal, async (over, options) => {
      const parts = { clock: tools.clock, chance: over.chance, host: over }
      const asked = { ...options, ...parseCoapUrl(url), count: 1, timeoutMs: 30_000 }
      const { response, unanswered } = await runCoap(parts, asked)
      const note = unanswered === null ? {} : { note: why[unanswered] }
      return [{ key: 'code', value: response?.code ?? null, ...note }]
    }),
})
