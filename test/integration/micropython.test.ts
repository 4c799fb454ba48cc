import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import type { PortEnd } from '@core/ports/byte-port'
import { nodeClock } from '@platform/clock/node-clock'
import { openPort, openSerial } from '@platform/serial/open'
import { MicropythonBoard } from '../support/micropython-board'
import { hasPtys, ptyPair, until, type PtyPair } from '../support/pty-pair'

describe.runIf(hasPtys)('a MicroPython board on a pty', () => {
  let pair: PtyPair
  beforeEach(async () => {
    pair = await ptyPair()
  })
  afterEach(() => pair.remove())

  test('is opened by its name, carries AT, and ends as gone when it is unplugged', async () => {
    const toModem: string[] = []
    const board = await MicropythonBoard.boot(nodeClock, {
      toModem: (bytes) => {
        toModem.push(latin1(bytes))
        board.fromModem(bytesOf('AT\r\r\nOK\r\n'))
      },
      setPin: () => undefined,
      getPin: () => false,
    })
    const usb = board.plug()
    const far = await openSerial(pair.far)
    usb.onBytes((bytes) => void far.write(bytes))
    far.onBytes((bytes) => void usb.write(bytes))

    const port = await openPort(`micropython:${pair.near}`)
    let heard = ''
    const ends: PortEnd[] = []
    port.onBytes((bytes) => (heard += latin1(bytes)))
    port.onEnd((end) => ends.push(end))
    await port.write(bytesOf('AT\r'))
    await until(() => heard.endsWith('OK\r\n'))
    expect(toModem.join('')).toBe('AT\r')

    await far.close()
    await pair.unplug()
    await until(() => ends.length > 0)
    expect(ends).toEqual([expect.objectContaining({ reason: 'gone' })])
    board.dispose()
  })
})
