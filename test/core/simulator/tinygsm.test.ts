import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { sim7070 } from '@catalog/modems/personas/sim7070'
import { sim7600 } from '@catalog/modems/personas/sim7600'
import { bytesOf, latin1 } from '@core/bytes'
import { LogImport } from '@core/log/import/log-import'
import { played } from '@core/simulator/replay/played'
import { recordingOf } from '@core/simulator/replay/recording'
import { connectBench } from '../../support/connect-bench'
import { Host, prompt } from './host'

/** What TinyGSM asked in public logs (`from`), and what it was answered; places, names and addresses stand for others. */
type Exchange = readonly (readonly [asked: string, ...answer: string[]])[]

const sim7600Asked: { readonly [from: string]: Exchange } = {
  'T-SIM7600X #90 and #127: open, send, look, close': [
    ['AT+CREG?', '+CREG: 0,5', 'OK'],
    ['AT+CEREG?', '+CEREG: 0,5', 'OK'],
    ['AT+CGATT?', '+CGATT: 1', 'OK'],
    ['AT+CIPRXGET=1', 'OK'],
    ['AT+CIPSENDMODE=0', 'OK'],
    ['AT+CIPCCFG=10,0,0,0,1,0,75000', 'OK'],
    ['AT+CIPTIMEOUT=75000,15000,15000', 'OK'],
    ['AT+NETOPEN', 'OK', '+NETOPEN: 0'],
    ['AT+CIPOPEN=0,"TCP","echo.example",7', 'OK', '+CIPOPEN: 0,0'],
    ['AT+CIPSEND=0,5', '>'],
    ['hello', 'OK', '+CIPSEND: 0,5,5', '+CIPRXGET: 1,0'],
    ['AT+CIPRXGET=4,0', '+CIPRXGET: 4,0,5', 'OK'],
    ['AT+CIPRXGET=2,0,5', '+CIPRXGET: 2,0,5,0', 'hello', 'OK'],
    ['AT+CIPRXGET=4,0', '+CIPRXGET: 4,0,0', 'OK'],
    ['AT+CIPCLOSE?', '+CIPCLOSE: 1,0,0,0,0,0,0,0,0,0', 'OK'],
    ['AT+CIPCLOSE=0', 'OK', '+CIPCLOSE: 0,0'],
  ],
  'LilyGo-Modem-Series #364: UDP without a local port': [
    ['AT+CGREG?', '+CGREG: 0,5', 'OK'],
    ['AT+CGACT=1,1', 'OK'],
    ['AT+NETOPEN', 'OK', '+NETOPEN: 0'],
    ['AT+CIPOPEN=1,"UDP","192.0.2.7",7', '+CIPOPEN: 1,3', 'ERROR'],
  ],
}

const sim7070Asked: Exchange = [
  ['AT+CGATT?', '+CGATT: 1', 'OK'],
  [
    'AT+CNACT?',
    '+CNACT: 0,0,"0.0.0.0"',
    '+CNACT: 1,0,"0.0.0.0"',
    '+CNACT: 2,0,"0.0.0.0"',
    '+CNACT: 3,0,"0.0.0.0"',
    'OK',
  ],
  ['AT+CAOPEN=0,0,"TCP","echo.example",7', '+CAOPEN: 0,1', 'OK'],
  ['AT+CNACT=0,1', 'OK', '+APP PDP: 0,ACTIVE'],
  ['AT+CAOPEN=0,0,"TCP","echo.example",7', '+CAOPEN: 0,0', 'OK'],
  ['AT+CASEND=0,5', '>'],
  ['hello', 'OK', '+CADATAIND: 0'],
  ['AT+CARECV=0,5', '+CARECV: 5,hello', 'OK'],
  ['AT+CACLOSE=0', 'OK'],
]

/** What goes out and comes back, without what only a terminal sees. */
async function compare(host: Host, asked: Exchange): Promise<void> {
  for (const [command, ...answer] of asked) {
    const lines = (await host.lines(command, 8_000)).map((line) => line.trim())
    expect([command, ...lines]).toEqual([command, ...answer])
  }
}

test.each(Object.entries(sim7600Asked))('SIM7600, %s', async (_from, asked) => {
  await compare(await new Host({ persona: prompt(sim7600) }).registered(), asked)
})
test('SIM7070, TinyGSM #829: a socket is refused until +CNACT is up', async () => {
  await compare(await new Host({ persona: prompt(sim7070) }).registered(), sim7070Asked)
})

/** TinyGSM #286, dumped by its StreamDebugger. */
const sim800 = `Initializing modem...[4031] ### TinyGSM Version: 0.7.4
AT

OK
AT&FZ

OK
ATE0

OK
[4066] ### Modem: SIMCom SIM800
AT+CPIN?

+CPIN: READY

OK
ATI

SIM800 R14.18

OK
Waiting for network...AT+CREG?

+CREG: 0,5

OK
AT+CIPSHUT

SHUT OK
AT+CGATT=0

OK
AT+SAPBR=3,1,"Contype","GPRS"

OK
AT+SAPBR=1,1

OK
AT+SAPBR=2,1

+SAPBR: 1,1,"192.0.2.126"

OK
AT+CGATT=1

OK
AT+CIPMUX=1

OK
AT+CIPRXGET=1

OK
AT+CIICR

OK
AT+CIFSR;E0

192.0.2.126

OK
AT+CIPSSL=0

OK
AT+CIPSTART=1,"TCP","web.example",80

OK

1, CONNECT OK
AT+CIPRXGET=4,1

+CIPRXGET: 4,1,0

OK
AT+CIPSTATUS=1

+CIPSTATUS: 1,0,"TCP","192.0.2.80","80","CONNECTED"

OK
`
const sim800Asked: Exchange = [
  ['AT', 'OK'],
  ['AT&FZ', 'OK'],
  ['ATE0', 'OK'],
  ['AT+CPIN?', '+CPIN: READY', 'OK'],
  ['ATI', 'SIM800 R14.18', 'OK'],
  ['AT+CREG?', '+CREG: 0,5', 'OK'],
  ['AT+CIPSHUT', 'SHUT OK'],
  ['AT+CGATT=0', 'OK'],
  ['AT+SAPBR=3,1,"Contype","GPRS"', 'OK'],
  ['AT+SAPBR=1,1', 'OK'],
  ['AT+SAPBR=2,1', '+SAPBR: 1,1,"192.0.2.126"', 'OK'],
  ['AT+CGATT=1', 'OK'],
  ['AT+CIPMUX=1', 'OK'],
  ['AT+CIPRXGET=1', 'OK'],
  ['AT+CIICR', 'OK'],
  ['AT+CIFSR;E0', '192.0.2.126', 'OK'],
  ['AT+CIPSSL=0', 'OK'],
  ['AT+CIPSTART=1,"TCP","web.example",80', 'OK', '1, CONNECT OK'],
  ['AT+CIPRXGET=4,1', '+CIPRXGET: 4,1,0', 'OK'],
  ['AT+CIPSTATUS=1', '+CIPSTATUS: 1,0,"TCP","192.0.2.80","80","CONNECTED"', 'OK'],
]

test('SIM800, TinyGSM #286: a replayed log answers the library as the modem did', async () => {
  const log = new LogImport({ knowledge })
  const rows = [...log.push(sim800), ...log.end()]
  const bench = await connectBench('sim:replay?file=x.log', 1, {
    recording: async (name) => played(recordingOf(rows, { name })),
    scenario: async () => [],
  })
  await bench.session.close()
  const port = await bench.simulated.open('sim:replay')
  let text = ''
  port.onBytes((bytes) => (text += latin1(bytes)))
  for (const [command, ...answer] of sim800Asked) {
    text = ''
    await port.write(bytesOf(`${command}\r`))
    await bench.clock.advance(8_000)
    const lines = text.split(/[\r\n]+/).filter((line) => line !== '' && line !== command)
    expect([command, ...lines]).toEqual([command, ...answer])
  }
})
