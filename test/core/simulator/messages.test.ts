import { expect, test } from 'vitest'
import { sim7600 } from '@catalog/modems/personas/sim7600'
import { applyFault } from '@core/simulator/fault-rows'
import { Host, prompt } from './host'

const registered = (persona = sim7600) => new Host({ persona: prompt(persona) }).registered()
const own = '+423660000000760'

/** A command with its text: what comes behind the prompt. */
async function entered(host: Host, command: string, text: string): Promise<string[]> {
  expect(await host.ask(command)).toMatch(/\r\n> $/)
  host.take()
  await host.type(`${text}\u001a`)
  await host.clock.advance(4_000)
  return host.text.split(/[\r\n]+/).filter((line) => line !== '' && !line.startsWith(text))
}

test('answers an empty store with OK, in both modes and all memories', async () => {
  const host = await registered()
  expect(await host.lines('AT+CMGL=4')).toEqual(['OK'])
  expect(await host.lines('AT+CMGR=1')).toEqual(['OK'])
  expect(await host.lines('AT+CPMS="ME","ME","ME"')).toEqual(['+CPMS: 0,23,0,23,0,23', 'OK'])
  await host.ask('AT+CMGF=1')
  expect(await host.lines('AT+CMGL="ALL"')).toEqual(['OK'])
  expect(await host.lines('AT+CMGR=99')).toEqual(['+CMS ERROR: Invalid memory index'])
})

test('brings a message to itself, tells where it is, and reads it once as unread', async () => {
  const host = await registered()
  await host.ask('AT+CMGF=1')
  const lines = await entered(host, `AT+CMGS="${own}"`, 'Hello bench')
  expect(lines).toEqual(['+CMGS: 1', 'OK', '+CMTI: "SM",1'])
  const [head, text] = await host.lines('AT+CMGR=1')
  expect(head).toMatch(/^\+CMGR: "REC UNREAD","\+423660000000760",,"\d\d\/\d\d\/\d\d,[\d:]+\+36"$/)
  expect(text).toBe('Hello bench')
  expect((await host.lines('AT+CMGL="REC READ"'))[0]).toMatch(/^\+CMGL: 1,"REC READ",/)
  expect(await host.lines('AT+CMGD=1')).toEqual(['OK'])
  expect(await host.lines('AT+CMGL="ALL"')).toEqual(['OK'])
})

test('takes a PDU of the announced length only, and gives it back as it was stored', async () => {
  const host = await registered()
  // SMS-SUBMIT to +46708251358, "How are you?" in the default alphabet.
  const pdu = '0011000B916407281553F80000AA0CC8F71D14969741F977FD07'
  expect(await entered(host, 'AT+CMGW=25', pdu)).toEqual(['+CMGW: 1', 'OK'])
  expect((await host.lines('AT+CMGR=1'))[0]).toBe('+CMGR: 2,,25')
  expect((await host.lines('AT+CMGR=1'))[1]).toMatch(new RegExp(`${pdu.slice(2)}$`))
  expect(await entered(host, 'AT+CMGS=24', pdu)).toEqual(['+CMS ERROR: Invalid PDU mode parameter'])
  expect(await host.lines('AT+CMSS=1', 5_000)).toEqual(['+CMSS: 1', 'OK'])
  await host.ask('AT+CMGF=1')
  expect(await host.lines('AT+CMGL="STO SENT"')).toEqual([
    '+CMGL: 1,"STO SENT","+46708251358",,',
    'How are you?',
    'OK',
  ])
})

test('takes the message back with Esc, and lets unsolicited lines wait for the end of the text', async () => {
  const host = await registered()
  await host.ask('AT+CMGF=1')
  await host.ask('AT+CMGS="090"')
  host.modem.faults.removeCard()
  await host.clock.advance(500)
  expect(host.text).not.toContain('SIM REMOVED')
  await host.type('half\u001b')
  await host.clock.advance(500)
  expect(host.text).toMatch(/half\r\nOK\r\n\r\n\+CPIN: SIM REMOVED/)
})

test('brings texts from outside, long ones in numbered parts, in the way AT+CNMI asks', async () => {
  const host = await registered()
  applyFault(host.modem, 'sms', '+819012345678: 温度 31 度')
  await host.clock.advance(500)
  expect(host.take()).toContain('+CMTI: "SM",1')
  await host.ask('AT+CNMI=2,2,0,0,0')
  await host.ask('AT+CMGF=1')
  applyFault(host.modem, 'sms', 'direct')
  await host.clock.advance(500)
  expect(host.text).toMatch(/\+CMT: "\+818000000009",,"[^"]+"\r\ndirect\r\n/)
  await host.ask('AT+CNMI=2,1,0,0,0')
  applyFault(host.modem, 'sms', 'x'.repeat(200))
  await host.clock.advance(500)
  expect(host.text).toMatch(/"SM",2[^]*"SM",3/)
  // UCS2 octets as they are.
  expect((await host.lines('AT+CMGR=1'))[1]).toBe('6E295EA60020003300310020' + '5EA6')
  expect(host.modem.messages.store.all('SM')).toHaveLength(3)
})

test('keeps messages in the network while there is no coverage or no room', async () => {
  const host = await registered()
  host.modem.faults.loseCells()
  await host.clock.advance(20_000)
  applyFault(host.modem, 'sms', 'later')
  await host.clock.advance(1_000)
  expect(await host.lines('AT+CMGL=4')).toEqual(['OK'])
  host.modem.faults.restoreCells()
  await host.registered()
  for (let i = 0; i < 50; i++) applyFault(host.modem, 'sms', `number ${i}`)
  await host.clock.advance(1_000)
  expect((await host.lines('AT+CPMS?'))[0]).toMatch(/^\+CPMS: "SM",50,50,/)
  await host.ask('AT+CMGD=1')
  expect((await host.lines('AT+CPMS?'))[0]).toMatch(/^\+CPMS: "SM",50,50,/)
})

test('writes texts in the character set it is told, as ModemManager leaves it', async () => {
  const host = await registered()
  expect(await host.lines('AT+CSCS="UCS2"')).toEqual(['OK'])
  expect(await host.lines('AT+CSCS?')).toEqual(['+CSCS: "UCS2"', 'OK'])
  expect((await host.lines('AT+COPS?'))[0]).toContain('"004E0054005400200044004F0043004F004D004F"')
  await host.ask('AT+CMGF=1')
  const hex = (text: string) =>
    [...text].map((one) => `00${one.charCodeAt(0).toString(16)}`).join('')
  expect(await entered(host, `AT+CMGS="${hex(own)}"`, hex('ok'))).toContain('OK')
  expect((await host.lines('AT+CMGR=1'))[1]).toBe('006F006B')
  await host.ask('AT+CSCS="GSM"')
  expect((await host.lines('AT+CMGR=1'))[1]).toBe('ok')
})

test('tells a status report where one was asked for', async () => {
  const host = await registered()
  await host.ask('AT+CMGF=1')
  await host.ask('AT+CNMI=2,1,0,1,0')
  await host.ask('AT+CSMP=49,167,0,0')
  const lines = await entered(host, 'AT+CMGS="+819011112222"', 'report')
  expect(lines.at(-1)).toMatch(/^\+CDS: 6,1,"\+819011112222",145,"[^"]+","[^"]+",0$/)
})

test('answers service codes, with a menu that waits for a choice', async () => {
  const host = await registered()
  expect(await host.ask('AT+CUSD=1,"*100#",15', 3_000)).toMatch(
    /OK[^]*\+CUSD: 1,"Menu\n1 My number/,
  )
  expect(await host.ask('AT+CUSD=1,"2"', 3_000)).toContain('+CUSD: 0,"Balance: 500 yen",15')
  expect(await host.ask('AT+CUSD=1,"*999#"', 3_000)).toContain('+CUSD: 4')
})

test('reads the files of the card as ModemManager asks for them', async () => {
  const host = await registered()
  const { data } = host.modem.card
  const answer = async (line: string) => (await host.lines(line))[0]
  expect(await answer('AT+CRSM=176,12258,0,0,10')).toBe('+CRSM: 144,0,"98241300000000006750"')
  expect(data?.iccid).toBe('89423100000000007605')
  expect(await answer('AT+CRSM=176,28589,0,0,4')).toBe('+CRSM: 144,0,"00000002"')
  expect(await answer('AT+CRSM=176,28486,0,0,17')).toMatch(/^\+CRSM: 144,0,"01534F5241434F4DF+"$/)
  expect(await answer('AT+CRSM=176,28478,0,0,0')).toBe('+CRSM: 144,0,"FFFFFFFF"')
  expect(await answer('AT+CRSM=176,99,0,0,0')).toBe('+CRSM: 106,130')
  expect(await answer('AT+CSIM=10,"0020000100"')).toBe('+CSIM: 4,"63C3"')
  expect(await answer('AT+CSIM=10,"002C000100"')).toBe('+CSIM: 4,"63CA"')
  expect(await answer('AT+CSIM=10,"0020008100"')).toBe('+CSIM: 4,"63C3"')
  expect(await answer('AT+SPIC')).toBe('+SPIC: 3,10,3,10')
  await host.ask('AT+CSIM=14,"00A4000C022FE2"')
  expect(await answer('AT+CSIM=10,"00B000000A"')).toMatch(/^\+CSIM: 24,"98.{18}9000"$/)
  expect(await answer('AT+CPOL?')).toBe('+CPOL: 1,2,"44010",0,0,1,1')
})

test('counts wrong PINs, whoever sends them', async () => {
  const host = new Host({ persona: prompt(sim7600), locked: true })
  expect(await host.lines('AT+CSIM=26,"0020000108' + '39393939FFFFFFFF' + '"')).toEqual([
    '+CSIM: 4,"63C2"',
    'OK',
  ])
  expect((await host.lines('AT+CPIN="9999"')).at(-1)).toBe('+CME ERROR: incorrect password')
  expect((await host.lines('AT+SPIC'))[0]).toBe('+SPIC: 1,10,3,10')
  expect((await host.lines('AT+CRSM=176,28423,0,0,9'))[0]).toBe('+CRSM: 105,130')
  expect(await host.lines('AT+CSIM=26,"002000010831323334FFFFFFFF"')).toContain('+CSIM: 4,"9000"')
  expect((await host.lines('AT+CPIN?'))[0]).toBe('+CPIN: READY')
})

test('gives up a call that is being set up when DTR falls', async () => {
  const host = await new Host({ persona: prompt(sim7600) }).profiled()
  await host.ask('ATD*99#', 50)
  await host.port.lines?.set({ dtr: false, rts: true })
  await host.clock.advance(5_000)
  expect(host.text).toContain('NO CARRIER')
  expect(host.text).not.toContain('CONNECT')
})

test('raises DCD of the port that has the call, and hangs up when its DTR falls', async () => {
  const host = await new Host({ persona: prompt(sim7600) }).profiled()
  host.listen(host.modem.openSecond('at2'))
  await host.ask('ATD*99#', 2_000)
  expect(host.text).toContain('CONNECT')
  const dcd = async () => (await host.port.lines?.get())?.dcd
  expect(await dcd()).toBe(true)
  expect(host.modem.lines().dcd).toBe(false)
  await host.port.lines?.set({ dtr: false, rts: true })
  expect(await dcd()).toBe(false)
  expect(host.modem.call).toBeUndefined()
})
