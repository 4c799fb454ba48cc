import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AtFront, atFront } from '../support/at-front'
import { BenchPage } from '../support/bench-page'
import { type RunningApp, launchApp } from '../support/electron-app'
import { lacksApp, lacksHere } from '../support/needs'
import { hasSlirp } from '../support/slirp'
import { mosquitto, sServer, type Broker, type Peer } from '../support/tls-peers'

/** A modem whose network is slirp's, OpenSSL's server and mosquitto behind it: 10.0.2.2 is this computer. */
describe.skipIf(lacksApp() || !hasSlirp || lacksHere('openssl', 'mosquitto'))(
  'the link page, to a server with TLS and to a broker',
  () => {
    let app: RunningApp
    let bench: BenchPage
    let front: AtFront
    let page: Peer
    let broker: Broker
    beforeAll(async () => {
      front = await atFront()
      page = await sServer('good.pem')
      broker = await mosquitto()
      app = await launchApp({ locale: 'ja' })
      bench = new BenchPage(app.window)
      await bench.open('a', front.path)
      await bench.show('connect')
      await bench.at('preset-soracom').click()
      // This computer is not SORACOM: there is nothing to ping by that name.
      await bench.at('connect-pingHost').fill('')
      await bench.at('connect-start').click()
      await bench.at('verdict-ip').waitFor()
      await bench.show('link')
    })
    afterAll(async () => {
      await app?.close()
      await broker?.remove()
      await page?.remove()
      await front?.remove()
    })

    async function use(tool: string, fields: Readonly<Record<string, string>>): Promise<string> {
      await bench.at(`tool-${tool}`).click()
      for (const [name, value] of Object.entries(fields))
        await bench.at(`tool-${tool}-${name}`).fill(value)
      await bench.at(`tool-${tool}-start`).click()
      const answer = bench.at(`tool-${tool}-answer`)
      await answer.waitFor()
      return (await answer.textContent()) ?? ''
    }

    test('a certificate that is not trusted is judged, and its chain shown', async () => {
      const said = await use('tls', { host: '10.0.2.2', port: `${page.port}` })
      expect(said).toContain('証明書が別の名前のものです')
      const lines = await app.window.locator('pre.lines').textContent()
      expect(lines).toContain('Bench Test Authority')
      expect(lines).toContain('TLSv1.3')
    })

    test('a page with such a certificate is not fetched, and the reason is named', async () => {
      await bench.at('tool-http').click()
      await bench.at('tool-http-url').fill(`https://10.0.2.2:${page.port}/`)
      await bench.at('tool-http-start').click()
      await app.window.getByText('サーバーの証明書が別の名前のものです').waitFor()
    })

    test('messages go to the broker and back', async () => {
      const fields = { broker: `mqtt://10.0.2.2:${broker.port}`, messages: '2' }
      expect(await use('mqtt', fields)).toContain('2 件が折り返し到着')
    })

    test('a broker that is not there is told, and a password is kept nowhere', async () => {
      await broker.kill()
      await bench.at('tool-mqtt-password').fill('word-of-the-broker')
      await bench.at('tool-mqtt-user').fill('board')
      await bench.at('tool-mqtt-start').click()
      await app.window.getByText('サーバーが接続を拒否しました').waitFor()
      const kept = await app.window.evaluate(() => JSON.stringify(localStorage))
      expect(kept).toContain('board')
      expect(kept).not.toContain('word-of-the-broker')
    })
  },
)
