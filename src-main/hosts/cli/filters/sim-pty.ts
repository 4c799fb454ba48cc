import { lstat, rename, rm, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import type { SimulatedPart } from '@core/simulator/bench'
import type { Simulators } from '@bench/simulators/simulators'
import { nodeClock } from '@platform/clock/node-clock'
import { openPtyMaster, type PtyMaster } from '@platform/serial/pty-master'
import { complain } from '../complain'
import { fileFault } from '../../file-fault'
import { languageOf } from '../language'
import { print } from '../output'
import { tellNotes } from './sim-notes'
import { onStopSignal } from '../stop-signals'
import { barred, linkNameExpected, linkTaken, noSocat } from './words'

/** What is offered where. */
interface Offer {
  readonly part: SimulatedPart
  readonly link: string
}

/**
 * Offers a modem as pseudo terminals until Ctrl-C: its first AT port under the name `link`, or in a folder every port it
 * has, each under its own name. Closing a terminal drops DTR, as closing a serial port does.
 */
export async function offerPty(
  simulated: Simulators,
  name: string,
  link: string,
  ready: () => void,
): Promise<void> {
  if (link === '') throw new Fault('bad-input', linkNameExpected)
  const folder = (await isFolder(link)) || link.endsWith('/')
  if (folder && !(await isFolder(link)))
    throw fileFault(`--pty ${link}`, Object.assign(new Error(link), { code: 'ENOENT' }))
  const parts = simulated.partsOf(name)
  const offers = (folder ? parts : parts.slice(0, 1)).map((part) => ({
    part,
    link: folder ? join(link, part.id) : link,
  }))
  for (const offer of offers) await mustBeFree(offer.link)
  const stopped = new Promise<void>((resolve) => {
    onStopSignal(() => resolve())
  })
  const stops: (() => Promise<void>)[] = []
  try {
    for (const offer of offers) stops.push(await keepOffering(simulated, offer))
    ready()
    for (const offer of offers)
      await print(
        folder ? `${offer.link}  ${offer.part.title[languageOf(process.argv)]}` : offer.link,
      )
    await stopped
  } finally {
    for (const stop of stops) await stop()
    simulated.dispose()
  }
}

/** One port on one terminal; while its cable is out there is no terminal. Returns the way to end it. */
async function keepOffering(simulated: Simulators, offer: Offer): Promise<() => Promise<void>> {
  let stopped = false
  let pty: Pick<PtyMaster, 'close'> | undefined
  let port: BytePort | undefined
  let wait: (() => void) | undefined
  const vanish = async () => {
    pty?.close()
    await rm(offer.link, { force: true })
  }
  const appear = async (name: string): Promise<void> => {
    const opened = await simulated.open(name)
    port = opened
    tellNotes(opened)
    pty = await onTerminal(opened, offer.link)
    opened.onEnd(() => {
      void vanish()
      if (!stopped) wait = simulated.onReturn(offer.part.name, (again) => void appear(again))
    })
  }
  await appear(offer.part.name)
  return async () => {
    stopped = true
    wait?.()
    await port?.close()
    await vanish()
  }
}

/** A port on a terminal under a name, for one program after the other. */
async function onTerminal(port: BytePort, link: string): Promise<Pick<PtyMaster, 'close'>> {
  const dtr = (up: boolean) => void port.lines?.set({ dtr: up, rts: true })
  let pty: PtyMaster
  let ended = false
  const open = () =>
    openPtyMaster(nodeClock, {
      opened: () => dtr(true),
      // A modem that is unplugged ends the terminal; there is nobody to tell.
      bytes: (bytes) => void port.write(bytes).catch(() => undefined),
      closed: () => {
        dtr(false)
        if (pty.isBarred()) void renew().catch((error: unknown) => complain(barred(link, error)))
      },
    })
  /** The next program finds a new terminal under the same name. */
  const renew = async () => {
    const next = await open()
    const before = pty
    if (ended) return next.close()
    pty = next
    await rm(`${link}.new`, { force: true })
    await symlink(next.path, `${link}.new`)
    await rename(`${link}.new`, link)
    before.close()
  }
  pty = await open().catch((error: unknown) => {
    // The program that is missing is socat.
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw missing
      ? new Fault('bad-input', noSocat, { cause: error })
      : fileFault(`--pty ${link}`, error)
  })
  port.onBytes((bytes) => pty.write(bytes))
  await symlink(pty.path, link).catch((error: unknown) => {
    pty.close()
    throw fileFault(`--pty ${link}`, error)
  })
  return {
    close: () => {
      ended = true
      pty.close()
    },
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** A link that leads nowhere is left over from a program that was killed, and may go. */
async function mustBeFree(link: string): Promise<void> {
  const there = await stat(link).then(
    () => true,
    () => false,
  )
  if (there) throw new Fault('bad-input', linkTaken(link))
  const left = await lstat(link).then(
    (found) => found.isSymbolicLink(),
    () => false,
  )
  if (left) await rm(link)
}
