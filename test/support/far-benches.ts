import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { SeenFigures, SeenSlot } from '@contract'

const slot = (more: Partial<SeenSlot> & Pick<SeenSlot, 'slot'>): SeenSlot => ({
  ...{
    port: '/dev/serial/by-id/usb-SimTech__Incorporated_SimTech__Incorporated_0123456789ABCDEF-if02-port0',
  },
  ...{ portState: 'open', modem: 'SIMCom SIM7500, SIM7600', mode: 'command', registered: true },
  ...{
    access: 'LTE',
    band: 'LTE B18',
    operator: 'NTT DOCOMO roaming for SORACOM',
    connectedMs: null,
  },
  ...{ measured: { rsrpDbm: -117 }, rung: { id: 'internet', state: 'warning' }, lastVerdict: null },
  ...more,
})
/** As long as anything on the page gets. */
const figures: SeenFigures = {
  version: '0.1.0',
  slots: [
    slot({ slot: 'a', lastVerdict: { result: 'failed', reason: 'at-unresponsive', atMs: 0 } }),
    slot({ slot: 'b', modem: '', lastVerdict: { result: 'connected', reason: '', atMs: 0 } }),
  ],
  alerts: ['temperature-of-the-cabinet', 'weak-signal', 'connection-lost', 'modem-restarted'].map(
    (name) => ({ name, slot: 'a', raised: true }),
  ),
}

/** Benches of other computers, remembered in this data folder: one that answers, one that refuses the token, one that is off, one without a token. */
export async function farBenches(dataDir: string): Promise<{ close(): Promise<unknown> }> {
  const server = createServer((request, response) => {
    const known = request.headers.authorization === 'Bearer of-this-week'
    response.writeHead(known ? 200 : 403).end(JSON.stringify(figures))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const remotes = [
    { url: `http://127.0.0.1:${port}/`, token: 'of-this-week' },
    { url: `http://localhost:${port}/`, token: 'of-last-week' },
    // Nobody may listen there: RFC 6335 keeps port 1 for tcpmux.
    { url: 'http://127.0.0.1:1/', token: 'of-this-week' },
    { url: 'https://a-bench-with-a-long-name-in-the-laboratory.modems.example:8470/' },
  ]
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'remotes.json'), JSON.stringify(remotes))
  return {
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
