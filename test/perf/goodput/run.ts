import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bareMs, openEnds, openMuxEnds, pppMs } from '../../support/goodput'
import { slirpLink } from '../../support/slirp-link'

/** The compiler needs some megabytes before it is done with the codecs. */
const warmUps = 2

async function overPpp(near: string, far: string, total: number): Promise<number> {
  const ends = await openEnds(near, far)
  const ms = await pppMs(ends, total)
  await ends.close()
  return ms
}

async function overMux(near: string, far: string, total: number): Promise<number> {
  const ends = await openMuxEnds(near, far)
  const ms = await pppMs(ends, total)
  await ends.close()
  return ms
}

/** As many octets by HTTP over PPP from a server on this computer. */
async function download(_near: string, _far: string, total: number): Promise<number> {
  const server = createServer((_request, response) => response.end(Buffer.alloc(total, 0x55)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const far = await slirpLink()
  const start = performance.now()
  let count = 0
  await far.host.http(`http://10.0.2.2:${(server.address() as AddressInfo).port}/`, {
    onBody: (chunk) => (count += chunk.length),
  })
  const ms = performance.now() - start
  if (count !== total) throw new Error(`${count} of ${total} octets came`)
  await far.remove()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return ms
}

const kinds = { ppp: overPpp, mux: overMux, download }

/** `node run.mjs KIND NEAR FAR OCTETS RUNS`: prints `{ bare, ours }`, the milliseconds of each run. */
const [kind = '', near = '', far = '', total = '0', runs = '0'] = process.argv.slice(2)
const ours = kinds[kind as keyof typeof kinds]
const times = { bare: [] as number[], ours: [] as number[] }
for (let i = 0; i < warmUps + Number(runs); i++) {
  // In turn, so that a busy computer disturbs both alike.
  const bare = await bareMs(near, far, Number(total))
  const own = await ours(near, far, Number(total))
  if (i < warmUps) continue
  times.bare.push(bare)
  times.ours.push(own)
}
console.log(JSON.stringify(times))
