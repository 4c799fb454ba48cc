import { openingStage } from '@core/log/summary-opening'
import { expect, test } from 'vitest'

const sent = (text: string) => openingStage({ kind: 'command', text })
const came = (text: string) => openingStage({ kind: 'unsolicited', dir: 'rx', text })
const ended = (command: string, text: string) => openingStage({ kind: 'final', text, command })

test.each([
  'AT#SGACT=1,1',
  'AT^NDISDUP=1,1,"a.example"',
  'AT!SCACT=1,3',
  'AT^SICA=1,1',
  'AT#ECM=1,0',
  'AT+KCNXUP=1',
  'AT+MIPCALL=1,"a.example"',
  'AT+GTRNDIS=1,1',
  'AT+XDATACHANNEL=1,1,"/USBCDC/2"',
  'AT$QCRMCALL=1,1',
  'AT$MYNETACT=0,1',
  'AT+XIIC=1',
  'AT+ZECMCALL=1',
])('%s brings up a connection', (command) => {
  expect(sent(command)).toEqual({ id: 'ip', state: 'busy' })
})

test.each(['AT#SGACT=1,0', 'AT^NDISDUP=1,0', 'AT!SCACT=0,3', 'AT#SGACT?', 'AT+MIPCALL=0'])(
  '%s brings up nothing',
  (command) => {
    expect(sent(command)).toBeUndefined()
  },
)

test.each([
  ['^NDISSTAT:1,,,"IPV4"', 'ip', 'fine'],
  ['^NDISSTAT:0,33,,"IPV4"', 'ip', 'failure'],
  ['+UUPSDA: 0,"10.20.30.40"', 'ip', 'fine'],
  ['+UUPSDA: 100', 'ip', 'failure'],
  ['+KCNX_IND: 1,1,0', 'ip', 'fine'],
  ['+KCNX_IND: 1,2', 'ip', 'failure'],
  ['+MIPCALL: 10.20.30.40', 'ip', 'fine'],
  ['+XIIC:    1,10.20.30.40', 'ip', 'fine'],
  ['+KTCP_IND: 1,1', 'internet', 'fine'],
  ['+KTCP_NOTIF: 1,3', 'internet', 'failure'],
  ['+TCPSETUP: 0,OK', 'internet', 'fine'],
  ['+TCPSETUP: 0,FAIL', 'internet', 'failure'],
  ['^SISW: 1,1', 'internet', 'fine'],
  ['^SIS: 1,0,20,"Connection timed out"', 'internet', 'failure'],
] as const)('%s tells how it went', (line, id, state) => {
  expect(came(line)).toEqual({ id, state })
})

test.each(['^NDISSTAT:0,,,"IPV4"', '+KTCP_NOTIF: 1,4', '^SIS: 1,0,48,"closed"', '+KCNX_IND: 1,3'])(
  '%s, an end like any other, is no failure to connect',
  (line) => {
    expect(came(line)).toBeUndefined()
  },
)

test('takes OK for the connection only where the manual says so', () => {
  expect(ended('AT#SGACT=1,1', 'OK')).toEqual({ id: 'ip', state: 'fine' })
  expect(ended('AT^NDISDUP=1,1', 'OK')).toBeUndefined()
  expect(ended('AT^NDISDUP=1,1', 'ERROR')).toEqual({ id: 'ip', state: 'failure' })
})

test('SIM70xx says how a socket went before its OK, which says nothing of it', () => {
  expect(came('+CAOPEN: 0,27')).toEqual({ id: 'internet', state: 'failure' })
  expect(ended('AT+CAOPEN=0,0,"TCP","192.0.2.9",5000', 'OK')).toBeUndefined()
  expect(ended('AT+CSOCON=0,1883,"192.0.2.4"', 'ERROR')).toEqual({
    id: 'internet',
    state: 'failure',
  })
})

test('a socket that cannot be made reaches nobody, and one that was made says nothing yet', () => {
  expect(ended('AT+USOCR=6', '+CME ERROR: Operation not allowed')).toEqual({
    id: 'internet',
    state: 'failure',
  })
  expect(ended('AT+USOCR=6', 'OK')).toBeUndefined()
})
