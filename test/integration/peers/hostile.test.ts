import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lacks } from '../../support/needs'
import { offeredModem, type OfferedModem } from './modem'

// The system's own Python has the system's packages, whatever stands first in PATH.
const python = '/usr/bin/python3'

let modem: OfferedModem
beforeEach(async () => {
  modem = await offeredModem()
})
afterEach(() => modem.remove())

const preamble = `
import os, random, serial, sys, time
random.seed(7)
def opened():
    return serial.Serial(sys.argv[1], 115200, timeout=0.2, write_timeout=20)
def ask(port, command, wanted=b'OK', seconds=20):
    end = time.monotonic() + seconds
    said = b''
    while time.monotonic() < end:
        port.write(command + b'\\r')
        part = port.read(4096)
        while part:
            said += part
            if wanted in said:
                return said
            part = port.read(4096)
    raise SystemExit('no answer: %r' % said[-300:])
`

const hostilities: readonly (readonly [name: string, script: string])[] = [
  ['a program that asks', "p = opened(); print(ask(p, b'AT+CGMM', b'JC-H'))"],
  [
    'garbage and 8-bit noise',
    "p = opened(); [p.write(os.urandom(500)) for _ in range(40)]; p.write(b'\\x1b\\r'); time.sleep(0.5); print(ask(p, b'\\x1b\\rATE1V1Q0'))",
  ],
  [
    'a line of 1 MB without an end',
    "p = opened()\nfor _ in range(256):\n    p.write(b'AT' + b'x' * 4094)\np.write(b'\\r')\nprint(ask(p, b'AT', b'OK', 30))",
  ],
  [
    'half commands',
    "for cut in range(1, 12):\n    p = opened(); p.write(b'AT+CGDCONT?'[:cut]); p.close()\np = opened(); p.write(b'\\r'); print(ask(p, b'AT'))",
  ],
  [
    'a prompt that is left open',
    "p = opened(); p.write(b'AT+CMGS=20\\r'); time.sleep(0.5); p.close(); p = opened(); p.write(b'\\x1b'); print(ask(p, b'AT'))",
  ],
  [
    'a storm of reopening',
    "for i in range(300):\n    p = opened(); p.write(b'AT\\r'); p.close()\np = opened(); print(ask(p, b'AT'))",
  ],
]

describe.skipIf(lacks('pyserial-miniterm'))('python3-serial', () => {
  test.each(hostilities)('gets its answer from the simulator after %s', async (_name, script) => {
    const file = join(modem.folder, 'peer.py')
    writeFileSync(file, `${preamble}\n${script}\n`)
    const ended = await modem.run(python, [file, modem.at])
    expect(ended).toMatchObject({ code: 0, out: expect.stringMatching(/OK|JC-H/) })
  })

  test('has a second AT port and the sentences of the receiver beside it', async () => {
    const file = join(modem.folder, 'peer.py')
    const script = `
a, b, n = opened(), serial.Serial(sys.argv[2], timeout=0.2), serial.Serial(sys.argv[3], timeout=5)
ask(a, b'AT+CGPS=1,1')
print(ask(b, b'AT+CGPS?', b'+CGPS: 1,1'))
print(n.read_until(b'*37'))
`
    writeFileSync(file, `${preamble}\n${script}\n`)
    const { folder, at } = modem
    const ended = await modem.run(python, [file, at, join(folder, 'at2'), join(folder, 'nmea')])
    expect(ended).toMatchObject({ code: 0, out: expect.stringMatching(/\$GNRMC,,V,,/) })
  })
})
