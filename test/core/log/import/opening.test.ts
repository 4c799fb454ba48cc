import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { told } from '../../story/wild-story'

const cause = (text: string) => told(text).causes[0]?.code

test.each([
  [
    "could not open port /dev/ttyUSB2: [Errno 2] No such file or directory: '/dev/ttyUSB2'",
    'port-not-found',
  ],
  [
    "could not open port 'COM9': FileNotFoundError(2, 'The system cannot find the file specified.', None, 2)",
    'port-not-found',
  ],
  ['--> Cannot open /dev/ttyUSB0: No such file or directory', 'port-not-found'],
  ['minicom: cannot open /dev/ttyS9: Permission denied', 'port-permission'],
  ['cu: open (/dev/ttyACM0): Permission denied', 'port-permission'],
  ['cu: /dev/ttyACM0: Line in use', 'port-busy'],
  ['FATAL: cannot open /dev/ttyUSB2: Device or resource busy', 'port-busy'],
  ['FATAL: cannot lock /dev/ttyUSB2: Resource temporarily unavailable', 'port-busy'],
  ['Error: Opening COM3: Access denied', 'port-busy'],
])('%s', (line, code) => {
  expect(cause(`${line}\n`)).toBe(code)
})

test('a port that another program cannot open stops no connection that is there', () => {
  const log = 'AT+CEREG?\n+CEREG: 0,1\nOK\nAT+CGACT=1,1\nOK\n'
  const gpsd = "gpsd: can't open /dev/ttyACM7: No such file or directory\n"
  expect(verdict(told(log + gpsd)).en).toBe(verdict(told(log)).en)
  expect(cause(log + gpsd)).toBeUndefined()
})

test('a file that is not there is no port', () => {
  expect(
    cause("FileNotFoundError: [Errno 2] No such file or directory: 'apn.json'\n"),
  ).toBeUndefined()
})
