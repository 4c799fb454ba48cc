import { expect, test } from 'vitest'
import { generic } from '@catalog/modems/personas/generic'
import { sim5320 } from '@catalog/modems/personas/sim5320'
import { sim7600 } from '@catalog/modems/personas/sim7600'
import { Host, prompt } from './host'

test.each([
  ['AT+NOSUCH', ['ERROR']],
  ['AT+CSQ=1', ['ERROR']],
  ['AT+CFUN=9', ['+CME ERROR: incorrect parameters']],
  ['AT+CFUN=', ['+CME ERROR: incorrect parameters']],
  ['AT+CGDCONT=16,"IP","x"', ['+CME ERROR: incorrect parameters']],
  ['AT+CGDCONT=1,"X25","x"', ['+CME ERROR: incorrect parameters']],
  ['AT+CGDCONT=1,"IP","open', ['+CME ERROR: incorrect parameters']],
  ['AT+CGDCONT=1,"IP","two words"', ['+CME ERROR: incorrect parameters']],
  ['AT+CGAUTH=1,5,"a","b"', ['+CME ERROR: incorrect parameters']],
  ['AT+CMEE=3', ['+CME ERROR: incorrect parameters']],
  ['AT+IPR=12345', ['+CME ERROR: incorrect parameters']],
  ['AT+CPIN=1234', ['+CME ERROR: operation not allowed']],
  ['AT+CNMP=38', ['ERROR']],
  ['ATE7', ['ERROR']],
  ['ATD', ['ERROR']],
  ['ATO', ['NO CARRIER']],
  ['AT+CMUX=1', ['+CME ERROR: operation not supported']],
])('refuses %s', async (line, lines) => {
  const host = await new Host().registered()
  expect(await host.lines(line, 6_000)).toEqual(lines)
})

test('words its refusal by AT+CMEE', async () => {
  const host = new Host()
  await host.ask('AT+CMEE=0')
  expect(await host.lines('AT+CFUN=9')).toEqual(['ERROR'])
  await host.ask('AT+CMEE=1')
  expect(await host.lines('AT+CFUN=9')).toEqual(['+CME ERROR: 50'])
})

test('ignores a line that does not begin with AT, and answers nothing', async () => {
  const host = new Host()
  expect(await host.ask('hello')).toBe('hello\r')
})

test('answers several commands of a line with one result, and stops at the first error', async () => {
  const host = new Host()
  expect(await host.ask('AT+IFC?;+IPR?')).toBe(
    'AT+IFC?;+IPR?\r\r\n+IFC: 0,0\r\n\r\n+IPR: 115200\r\n\r\nOK\r\n',
  )
  expect(await host.lines('AT+IFC?;+NOSUCH;+IPR?')).toEqual(['+IFC: 0,0', 'ERROR'])
})

test('answers in digits after ATV0, without an echo after ATE0, and nothing after ATQ1', async () => {
  const host = new Host()
  await host.ask('ATE0V0')
  expect(await host.ask('AT')).toBe('0\r')
  expect(await host.ask('AT+IFC?')).toBe('+IFC: 0,0\r\n0\r')
  expect(await host.ask('AT+NOSUCH')).toBe('4\r')
  await host.ask('ATQ1')
  expect(await host.ask('AT')).toBe('')
  await host.ask('ATZ')
  expect(await host.ask('AT')).toBe('AT\r\r\nOK\r\n')
})

test('takes a line of 3071 characters and refuses a longer one, even of 100 kB', async () => {
  const host = new Host()
  const apn = (length: number) => `AT+CGDCONT=2,"IP","${'x'.repeat(length)}"`
  expect((await host.lines(apn(90), 1_000)).at(-1)).toBe('OK')
  expect((await host.lines('AT'.padEnd(3071, ' '), 5_000)).at(-1)).toBe('OK')
  expect((await host.lines('AT'.padEnd(3072, ' '), 5_000)).at(-1)).toBe('ERROR')
  expect((await host.lines('AT'.padEnd(100_000, 'x'), 5_000)).at(-1)).toBe('ERROR')
  expect((await host.lines('AT')).at(-1)).toBe('OK')
})

test('repeats the last line on A/ and takes back a character on BS', async () => {
  const host = new Host()
  await host.ask('AT+IFCX\b?')
  expect(host.text).toContain('+IFC: 0,0')
  host.take()
  await host.type('A/')
  await host.clock.advance(500)
  expect(host.text).toContain('+IFC: 0,0')
})

test('leaves commands sent in one write for after each other', async () => {
  const host = new Host()
  await host.type('AT+IFC?\rAT+IPR?\r')
  await host.clock.advance(1_000)
  expect(host.text.split(/[\r\n]+/)).toEqual([
    'AT+IFC?',
    '+IFC: 0,0',
    'OK',
    'AT+IPR?',
    '+IPR: 115200',
    'OK',
    '',
  ])
})

test('aborts a network scan when another octet comes, and lists the networks when left alone', async () => {
  const host = await new Host().registered()
  await host.ask('AT+COPS=?', 3_000)
  expect(host.text).toBe('AT+COPS=?\r')
  await host.type('x')
  await host.clock.advance(1_000)
  expect(host.text).toBe('AT+COPS=?\r\r\nABORTED\r\n')
  const lines = await host.lines('AT+COPS=?', 30_000)
  expect(lines[0]).toMatch(/^\+COPS: \(2,"NTT DOCOMO","DOCOMO","44010",7\),\(1,"SoftBank"/)
  expect(lines[1]).toBe('OK')
})

test('takes CGAUTH as password, user and shows user, password; the generic modem takes user, password', async () => {
  const simcom = new Host()
  await simcom.ask('AT+CGAUTH=1,1,"secret","me"')
  expect((await simcom.lines('AT+CGAUTH?'))[0]).toBe('+CGAUTH: 1,1,"me","secret"')
  const other = new Host({ persona: prompt(generic) })
  await other.ask('AT+CGDCONT=1,"IP","soracom.io"')
  await other.ask('AT+CGAUTH=1,1,"me","secret"')
  expect((await other.lines('AT+CGAUTH?'))[0]).toBe('+CGAUTH: 1,1,"me","secret"')
})

test('takes CGDCONT and CGAUTH without quotes, as the MicroCat.1 driver sends them', async () => {
  const host = new Host()
  await host.ask('AT+CGDCONT=1,IP,soracom.io')
  await host.ask('AT+CGAUTH=1,2,sora,sora')
  expect((await host.lines('AT+CGDCONT?'))[0]).toBe('+CGDCONT: 1,"IP","soracom.io"')
  expect((await host.lines('AT+CGAUTH?'))[0]).toBe('+CGAUTH: 1,2,"sora","sora"')
})

test('asks for the PIN, counts three tries, then asks for the PUK', async () => {
  const host = new Host({ locked: true })
  expect(await host.lines('AT+CPIN?')).toEqual(['+CPIN: SIM PIN', 'OK'])
  expect(await host.lines('AT+CIMI')).toEqual(['+CME ERROR: SIM PIN required'])
  await host.clock.advance(30_000)
  expect(await host.lines('AT+CEREG?')).toEqual(['+CEREG: 0,0', 'OK'])
  for (let i = 0; i < 3; i++)
    expect(await host.lines('AT+CPIN="0000"')).toEqual(['+CME ERROR: incorrect password'])
  expect(await host.lines('AT+CPIN?')).toEqual(['+CPIN: SIM PUK', 'OK'])
  expect(await host.lines('AT+CPIN="12345678","4321"')).toEqual(['+CPIN: READY', 'OK'])
  await host.registered()
  expect(await host.lines('AT+CEREG?')).toEqual(['+CEREG: 0,5', 'OK'])
})

test('says that there is no SIM', async () => {
  const host = new Host({ inserted: false })
  expect(await host.lines('AT+CPIN?')).toEqual(['+CME ERROR: SIM not inserted'])
  expect(await host.lines('AT+CICCID')).toEqual(['+CME ERROR: SIM not inserted'])
})

test('tells registration unasked, with the cell from n=2 on', async () => {
  const host = await new Host().registered()
  await host.ask('AT+CEREG=2')
  expect((await host.lines('AT+CEREG?'))[0]).toBe('+CEREG: 2,5,"1698","025D8644",7')
  expect(await host.lines('AT+CFUN=4')).toEqual(['+CEREG: 0', 'OK'])
  await host.ask('AT+CFUN=1')
  await host.registered()
  host.modem.faults.loseCells()
  await host.clock.advance(100)
  expect(host.text).toContain('+CEREG: 2\r\n')
})

test('has no +CEREG on a SIM5320, and gives +CPSI for WCDMA with positive Ec/Io and RSCP', async () => {
  const host = await new Host({ persona: prompt(sim5320) }).registered()
  expect(await host.lines('AT+CEREG?')).toEqual(['ERROR'])
  expect(await host.lines('AT+CGREG?')).toEqual(['+CGREG: 0,1', 'OK'])
  host.modem.air.heldDbm = -83
  const [cpsi] = await host.lines('AT+CPSI?')
  expect(cpsi).toMatch(
    /^\+CPSI: WCDMA,Online,440-10,0x00CD,20774913,WCDMA IMT 2000,214,10736,0,[\d.]+,83,\d+,\d+,500$/,
  )
  expect(await host.lines('ATI')).toEqual([
    'Manufacturer: SIMCOM INCORPORATED',
    'Revision: SIM5320J_V1.5',
    `IMEI: ${host.modem.imei}`,
    '+GCAP: +CGSM,+FCLASS,+DS,+ES',
    'OK',
  ])
  expect((await host.lines('AT+CBC'))[0]).toMatch(/^\+CBC: 0,\d+,3\.978V$/)
})

test('gives +CPSI in tenths on a SIM7600, and changes technology with +CNMP', async () => {
  const host = await new Host({ persona: prompt(sim7600) }).registered()
  host.modem.air.heldDbm = -99
  expect((await host.lines('AT+CPSI?'))[0]).toMatch(/,3,3,-\d+,-990,-\d+,-?\d+$/)
  await host.ask('AT+CNMP=14')
  await host.registered()
  expect((await host.lines('AT+CPSI?'))[0]).toContain('+CPSI: WCDMA,Online')
})

test('changes its speed after the OK of AT+IPR, and hears noise at the old one', async () => {
  const host = new Host()
  expect(await host.ask('AT+IPR=9600')).toMatch(/^AT\+IPR=9600\r\r\nOK\r\n$/)
  expect(await host.ask('AT')).not.toContain('OK')
  await host.port.setBaudRate?.(9600)
  host.take()
  await host.type('\r')
  expect((await host.lines('AT')).at(-1)).toBe('OK')
})

test('holds its answers while RTS is off and IFC=2,2 is set', async () => {
  const host = new Host()
  await host.ask('AT+IFC=2,2')
  await host.port.lines?.set({ dtr: true, rts: false })
  expect(await host.ask('AT')).toBe('')
  await host.port.lines?.set({ dtr: true, rts: true })
  await host.clock.advance(500)
  expect(host.text).toBe('AT\r\r\nOK\r\n')
})

test('says why the last attach was refused', async () => {
  const host = await new Host().registered()
  expect((await host.lines('AT+CEER'))[0]).toBe('+CEER: No cause information available')
  host.modem.faults.rejectWith(11)
  await host.clock.advance(6_000)
  expect(await host.lines('AT+CEREG?')).toEqual(['+CEREG: 0,3', 'OK'])
  expect((await host.lines('AT+CEER'))[0]).toBe('+CEER: PLMN not allowed')
  await host.ask('AT+CEREG=3')
  expect((await host.lines('AT+CEREG?'))[0]).toBe('+CEREG: 3,3,,,,0,11')
})

test('is refused by a network that the card may not use', async () => {
  const host = await new Host({ persona: prompt(sim5320) }).registered()
  expect((await host.lines('AT+COPS=1,2,"44020"', 12_000)).at(-1)).toBe('OK')
  expect(host.modem.snapshot()).toMatchObject({ stat: 3, registration: 'denied' })
})

test('keeps the bearer of an LTE attach when AT+CGACT=0 asks to drop it', async () => {
  const host = await new Host().profiled()
  expect(await host.lines('AT+CGACT=0,1', 3_000)).toEqual([
    '+CME ERROR: last PDN disconnection not allowed',
  ])
  expect((await host.lines('AT+CGPADDR=1'))[0]).toBe('+CGPADDR: 1,10.164.98.251')
})

test("takes minicom's greeting", async () => {
  const host = new Host()
  expect((await host.lines('AT S7=45 S0=0 L1 V1 X4 &c1 E1 Q0')).at(-1)).toBe('OK')
  expect(await host.lines('ATS7?')).toEqual(['045', 'OK'])
  expect(await host.lines('ATS7=300')).toEqual(['ERROR'])
})

test('says SIM busy until the card was read after a boot', async () => {
  const host = new Host({ startOn: false })
  host.modem.power.boot()
  await host.clock.advance(8_100)
  host.take()
  expect(await host.lines('AT+CPIN?', 300)).toEqual(['+CME ERROR: SIM busy'])
  await host.clock.advance(500)
  expect(await host.lines('AT+CPIN?')).toEqual(['+CPIN: READY', 'OK'])
})

test('stays off the air after AT+COPS=2, also over CFUN, until AT+COPS=0', async () => {
  const host = await new Host().registered()
  await host.ask('AT+COPS=2', 2_000)
  expect(await host.lines('AT+COPS?')).toEqual(['+COPS: 2', 'OK'])
  await host.ask('AT+CFUN=4')
  await host.ask('AT+CFUN=1', 10_000)
  expect(await host.lines('AT+CEREG?')).toEqual(['+CEREG: 0,0', 'OK'])
  await host.ask('AT+COPS=0', 10_000)
  expect(await host.lines('AT+CEREG?')).toEqual(['+CEREG: 0,5', 'OK'])
})

test('registers after AT+CGATT=1 even when it was detached while searching', async () => {
  const host = new Host()
  await host.ask('AT+CGATT=0', 4_000)
  await host.clock.advance(30_000)
  expect(await host.lines('AT+CGATT?')).toEqual(['+CGATT: 0', 'OK'])
  await host.ask('AT+CGATT=1', 10_000)
  expect(await host.lines('AT+CGATT?')).toEqual(['+CGATT: 1', 'OK'])
})

test('gets warmer and its supply sags in a call', async () => {
  const host = await new Host().profiled()
  await host.ask('ATD*99#', 2_000)
  await host.clock.advance(20_000)
  expect(host.modem.supply.volts).toBeLessThan(3.97)
  await host.clock.advance(9_000)
  host.modem.calls.hangUp()
  expect(await host.lines('AT+CBC')).toEqual(['+CBC: 3.978V', 'OK'])
})
