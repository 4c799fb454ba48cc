import HID from 'node-hid'
import { HidReleases } from './hid-releases'
import type { HidReply, HidRequest } from './hid-message'

// A process of its own: with libusb, close() of an MCP2221 would stop everything for 25 s while the kernel takes the chip
// back, so this process never closes a device; it just ends. It outlives whoever started it by as long as releasing takes.

/** The channel to whoever started this process: a Node parent, or Electron's. */
interface Parent {
  send(reply: HidReply): void
  listen(take: (request: HidRequest) => void): void
}

interface ElectronPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

function parent(): Parent {
  // Only Electron's utility processes have this port; Node's types do not know it.
  const electron = (process as unknown as { parentPort?: ElectronPort }).parentPort
  if (electron)
    return {
      send: (reply) => electron.postMessage(reply),
      listen: (take) => electron.on('message', ({ data }) => take(data as HidRequest)),
    }
  process.once('disconnect', () => void releaseAndEnd())
  return {
    send: (reply) => void (process.connected && process.send?.(reply)),
    listen: (take) => process.on('message', (message) => take(message as HidRequest)),
  }
}

// Ctrl-C, a closed terminal and the end of a service are said to all processes at once. It is the parent that releases and
// then ends this one; should it die of the signal, its channel closes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const)
  process.on(signal, () => undefined)

const host = parent()
const releases = new HidReleases(async (release) => {
  const bytes = [...release.bytes]
  await (release.do === 'write' ? need().write(bytes) : need().sendFeatureReport(bytes))
})
let device: HID.HIDAsync | undefined
let driverSet = false
/** What was asked last; a release comes after it. */
let last: Promise<unknown> = Promise.resolve()

async function releaseAndEnd(): Promise<void> {
  await last
  await releases.now()
  process.exit(0)
}

host.listen((request) => {
  if (request.do === 'end') process.exit(0)
  last = answer(request).then(
    (more) => host.send({ id: request.id, ok: true, ...more }),
    (error: unknown) => {
      const text = error instanceof Error ? error.message : String(error)
      host.send({ id: request.id, ok: false, error: text })
      if (
        request.do !== 'list' &&
        request.do !== 'open' &&
        /disconnect|no such device|could not/i.test(text)
      )
        host.send({ gone: text })
    },
  )
})

async function answer(
  request: Exclude<HidRequest, { do: 'end' }>,
): Promise<Partial<Extract<HidReply, { ok: true }>>> {
  switch (request.do) {
    case 'list': {
      use(request.driver)
      const found = await HID.devicesAsync()
      return {
        list: found.flatMap((one) =>
          one.path === undefined
            ? []
            : [
                {
                  path: one.path,
                  vid: one.vendorId,
                  pid: one.productId,
                  serial: one.serialNumber ?? '',
                  product: one.product ?? '',
                },
              ],
        ),
      }
    }
    case 'open':
      use(request.driver)
      device = await HID.HIDAsync.open(request.path)
      device.on('error', (error: Error) => host.send({ gone: error.message }))
      return {}
    case 'write':
      await need().write([...request.bytes])
      return {}
    case 'read': {
      const bytes = await need().read(request.timeoutMs)
      if (!bytes || bytes.length === 0) throw new Error(`no report within ${request.timeoutMs} ms`)
      return { bytes: [...bytes] }
    }
    case 'send':
      await need().sendFeatureReport([...request.bytes])
      return {}
    case 'get':
      return { bytes: [...(await need().getFeatureReport(request.report, request.length))] }
    case 'when lost':
      releases.set(request.releases, request.withinMs)
      return {}
  }
}

function use(driver: 'hidraw' | 'libusb'): void {
  // Process-wide in node-hid, and only before its first use.
  if (process.platform === 'linux' && !driverSet) HID.setDriverType(driver)
  driverSet = true
}
function need(): HID.HIDAsync {
  if (!device) throw new Error('no device is open')
  return device
}
