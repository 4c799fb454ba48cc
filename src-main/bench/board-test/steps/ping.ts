import { echoLimits, echoLoss, echoSettings, echoUsualMs } from './echoes'
import { say } from './parts'
import { stepKind } from './step-kind'

/** Echoes over the modem: how many are lost, and how long they take. */
export default stepKind({
  key: 'ping',
  title: say('Ping', 'ping'),
  settings: echoSettings(200, {}),
  usualMs: echoUsualMs,
  limits: echoLimits,
  needs: () => 'link',
  read: ({ host: to, count, every }, { tools, signal }) =>
    tools.overLink('ping', signal, async (over, options) => {
      const { sent, received, avgMs } = await over.ping(to, {
        ...options,
        count,
        intervalMs: every,
      })
      // A link that ends takes the echoes with it that could not be sent any more.
      const note = {
        en: `the link ended after ${sent} of ${count}`,
        ja: `${count} 回中 ${sent} 回で接続が切れました`,
      }
      return [
        { ...echoLoss(count, received), ...(sent < count ? { note } : {}) },
        { key: 'ms', value: avgMs },
      ]
    }),
})
