import { z } from 'zod'
import { runCoap } from '@core/ip/coap'
import { codeNames } from '@core/ip/coap-message'
import { parseCoapUrl } from '@core/ip/coap-url'
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
      const { response } = await runCoap(parts, asked)
      return [{ key: 'code', value: response?.code ?? null }]
    }),
})
