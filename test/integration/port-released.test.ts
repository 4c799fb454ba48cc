import { afterEach, beforeEach, describe, test } from 'vitest'
import { bytesOf, hexOf, latin1 } from '@core/bytes'
import { faultCode } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import { nodeClock } from '@platform/clock/node-clock'
import { openSerial } from '@platform/serial/open'
import { startGroup } from '../support/group-command'
import { MicropythonBoard } from '../support/micropython-board'
import { cli } from '../support/needs'
import { hasPtys, ptyPair, until, type PtyPair } from '../support/pty-pair'

/** The last thing a board was told, as `on`, `off` or anything else. */
interface Board {
  told(): string
  dispose(): void
}

/** What a board says behind its last order comes when nobody is there any more. */
const answer = (far: BytePort, bytes: Uint8Array): void =>
  void far.write(bytes).catch((error: unknown) => {
    if (faultCode(error) !== 'port-closed') throw error
  })

function lcusBoard(far: BytePort): Board {
  let heard = ''
  far.onBytes((bytes) => (heard += hexOf(bytes).toLowerCase()))
  const names: Record<string, string> = { a00201a3: 'on', a00200a2: 'off' }
  return { told: () => names[heard.slice(-8)] ?? heard, dispose: () => undefined }
}

function numatoBoard(far: BytePort): Board {
  let heard = ''
  far.onBytes((bytes) => {
    heard += latin1(bytes)
    if (heard.endsWith('\r')) answer(far, bytesOf('\n\r>'))
  })
  const told = () => {
    const [, word] = /.*gpio (set|clear) 2\r/s.exec(heard) ?? []
    return word === 'set' ? 'on' : word === 'clear' ? 'off' : heard
  }
  return { told, dispose: () => undefined }
}

async function micropythonBoard(far: BytePort): Promise<Board> {
  let level = false
  const board = await MicropythonBoard.boot(nodeClock, {
    toModem: () => undefined,
    setPin: (_pin, to) => (level = to),
    getPin: () => level,
  })
  const usb = board.plug()
  usb.onBytes((bytes) => answer(far, bytes))
  far.onBytes((bytes) => void usb.write(bytes))
  return { told: () => (level ? 'on' : 'off'), dispose: () => board.dispose() }
}

/** The next command has the port: nobody keeps it. */
async function opensAgain(path: string): Promise<void> {
  for (;;) {
    const port = await openSerial(path).catch((error: unknown) => {
      if (faultCode(error) !== 'port-busy') throw error
    })
    if (port) return port.close()
  }
}

const kinds = [
  ['lcus', lcusBoard],
  ['numato', numatoBoard],
  ['micropython', micropythonBoard],
] as const

describe.skipIf(!hasPtys)('a line behind a serial port', () => {
  let pair: PtyPair
  let far: BytePort
  beforeEach(async () => {
    pair = await ptyPair()
    far = await openSerial(pair.far)
  })
  afterEach(async () => {
    await far.close()
    await pair.remove()
  })

  test.each(
    kinds.flatMap(([kind, boardOn]) =>
      (['SIGINT', 'SIGKILL'] as const).map((signal) => ({ kind, boardOn, signal })),
    ),
  )('of $kind is released when its command ends by $signal', async ({ kind, boardOn, signal }) => {
    const board = await boardOn(far)
    const args = ['gpio', 'write', `${kind}:${pair.near}`, '2=1']
    const { pid, ended, said } = startGroup(process.execPath, [cli, ...args], {})
    await until(() => said().includes('is active'))
    await until(() => board.told() === 'on')
    process.kill(-pid, signal)
    await ended
    await until(() => board.told() === 'off')
    await opensAgain(pair.near)
    board.dispose()
  })

  test.each(['lcus', 'numato'] as const)('of %s is released when a pulse dies', async (kind) => {
    const board = await { lcus: lcusBoard, numato: numatoBoard }[kind](far)
    const args = ['gpio', 'pulse', `${kind}:${pair.near}`, '2', '60000']
    const { pid, ended } = startGroup(process.execPath, [cli, ...args], {})
    await until(() => board.told() === 'on')
    process.kill(-pid, 'SIGKILL')
    await ended
    await until(() => board.told() === 'off')
    board.dispose()
  })
})
