import { z } from 'zod'
import { say, shortMs, url } from './parts'
import { stepKind } from './step-kind'

/** A page answers with a status, over the modem. */
export default stepKind({
  key: 'http',
  title: say('HTTP', 'HTTP'),
  settings: z.strictObject({ url, status: z.number().int().min(100).max(599).default(200) }),
  usualMs: () => shortMs,
  limits: ({ status }) => [
    { key: 'status', title: say('Status', 'ステータス'), unit: '', min: status, max: status },
  ],
  needs: () => 'link',
  read: ({ url: from }, { tools, signal }) =>
    tools.overLink('http', signal, async (over, options) => [
      { key: 'status', value: (await over.http(from, options)).status },
    ]),
})
