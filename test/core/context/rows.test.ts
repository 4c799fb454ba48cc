import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders/index'
import { qicsgpCommand } from '@core/context/auth'
import { withRoles } from '@core/context/bearer'
import { differencesOf, notKept, warningsOf } from '@core/context/change'
import type { ContextChange, PdpContext } from '@core/context/context'
import { authIn, contextsOf, factRows } from '@core/context/rows'

/** What a modem answered, by command; a command that is not here was refused. */
type Said = Readonly<Record<string, readonly string[]>>

function read(said: Said, inEps: boolean | null = true): readonly PdpContext[] {
  const answer = (command: string) => {
    const lines = said[command]
    return lines && knowledge.answer(command, lines)
  }
  const auth = answer('AT+CGAUTH?')
  const rows = contextsOf({
    defined: answer('AT+CGDCONT?') ?? {},
    definedLines: said['AT+CGDCONT?'] ?? [],
    active: answer('AT+CGACT?'),
    addresses: answer('AT+CGPADDR'),
    granted: answer('AT+CGCONTRDP'),
    auth: auth && new Map(factRows(auth['contexts']).map((row) => [1, authIn(row)])),
  })
  const profile = { name: 'SIM7672', attachUsesContext1: true }
  return withRoles(rows, { inEps, profile, dialled: null })
}
const attachCid = (rows: readonly PdpContext[]) =>
  rows.find(({ roles }) => roles.some(({ kind }) => kind === 'attach'))?.cid

describe('contexts as modems tell them', () => {
  test('u-blox SARA-R5: cid 0 is what it attaches with, though another number shows the bearer', () => {
    const rows = read({
      'AT+CGDCONT?': [
        '+CGDCONT: 0,"IP","payandgo.example","0.0.0.0",0,0,0,0,0,0,0,0,0,0',
        '+CGDCONT: 1,"IP","payandgo.example.mnc010.mcc234.gprs","10.160.182.234",0,0,0,2,0,0,0,0,0,0',
      ],
      'AT+CGCONTRDP': ['+CGCONTRDP: 1,5,"payandgo.example.mnc010.mcc234.gprs","10.160.182.234"'],
    })
    expect(attachCid(rows)).toBe(0)
    expect(rows[1]).toMatchObject({ extras: ['request_type 2'], addresses: ['10.160.182.234'] })
  })

  test('Quectel RG501Q: everything without quotes', () => {
    const [row] = read({
      'AT+CGDCONT?': ['+CGDCONT: 1,"IPV4V6",SMARTLTE,,0,0'],
      'AT+CGPADDR': ['+CGPADDR: 1,10.167.105.28'],
      'AT+CGCONTRDP': ['+CGCONTRDP: 1,5,SMARTLTE,10.167.105.28,,10.151.151.44,10.151.151.48'],
    })
    expect(row).toMatchObject({
      apn: 'SMARTLTE',
      addresses: ['10.167.105.28'],
      dns: ['10.151.151.44', '10.151.151.48'],
      bearer: 5,
      grantedApn: null,
      active: true,
    })
  })

  test('a test network gives IPv6 as numbers with dots, and both kinds of address in rows of their own', () => {
    const [row] = read({
      'AT+CGDCONT?': ['+CGDCONT: 1,"IPV4V6","cmw500.example"'],
      'AT+CGACT?': ['+CGACT: 1,1'],
      'AT+CGPADDR': ['+CGPADDR: 1,"10.0.0.1","32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1"'],
      'AT+CGCONTRDP': [
        '+CGCONTRDP: 1,5,"cmw500.example",10.40.54.48.255.255.255.224,10.40.54.33,10.40.10.1,10.40.10.2,,,',
        '+CGCONTRDP: 1,5,"cmw500.example",254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1.255.255.255.255.255.255.255.255.0.0.0.0.0.0.0.0,,32.1.0.0.0.0.0.0.0.0.0.0.0.0.0.1',
      ],
    })
    expect(row).toMatchObject({
      active: true,
      addresses: ['10.0.0.1', '2001:db8::1'],
      dns: ['10.40.10.1', '10.40.10.2', '2001::1'],
    })
  })

  test('rows that lack fields stand for what they have, and zeros for no address', () => {
    const rows = read({
      'AT+CGDCONT?': ['+CGDCONT: 2', '+CGDCONT: 1,"IP"'],
      'AT+CGPADDR': ['+CGPADDR: 1,0.0.0.0', '+CGPADDR: 2'],
      'AT+CGACT?': [],
    })
    expect(
      rows.map(({ cid, pdpType, apn, addresses, active, auth }) => [
        cid,
        pdpType,
        apn,
        addresses.length,
        active,
        auth,
      ]),
    ).toEqual([
      [1, 'IP', '', 0, false, null],
      [2, '', '', 0, false, null],
    ])
  })

  test('the APN that the network appends its own name to is the one that was asked for; another one is told', () => {
    const granted = (apn: string) =>
      read({
        'AT+CGDCONT?': ['+CGDCONT: 1,"IP","SORACOM.io"'],
        'AT+CGCONTRDP': [`+CGCONTRDP: 1,5,"${apn}","10.1.2.3"`],
      })[0]?.grantedApn
    expect(granted('soracom.io.mnc010.mcc440.gprs')).toBeNull()
    expect(granted('other.example')).toBe('other.example')
  })

  test('outside EPS the bearer number says nothing, and before LTE nothing attaches with a context', () => {
    const said = {
      'AT+CGDCONT?': ['+CGDCONT: 1,"IP","a"', '+CGDCONT: 2,"IP","b"'],
      'AT+CGCONTRDP': ['+CGCONTRDP: 2,5,"b","10.1.2.3"'],
    }
    expect(attachCid(read(said))).toBe(2)
    expect(attachCid(read(said, false))).toBe(1)
    expect(attachCid(read(said, null))).toBeUndefined()
  })
})

describe('a change of a context', () => {
  const [now] = read({
    'AT+CGDCONT?': ['+CGDCONT: 1,"IP","a.example","",0,0,0,0,0,1'],
    'AT+CGAUTH?': ['+CGAUTH: 1,1,"me","******"'],
  })
  const change: ContextChange = {
    kind: 'set',
    cid: 1,
    pdpType: 'ip',
    apn: 'A.example',
    auth: 'keep',
    user: '',
    password: '',
  }
  test('upper and lower case differ in nothing', () => {
    expect(differencesOf(now, change)).toEqual([])
  })
  test('says what else goes back to the default of the modem', () => {
    expect(
      warningsOf(now, change)
        .map(({ en }) => en)
        .join(),
    ).toContain('IM_CN_Signalling_Flag_Ind 1')
  })
  test('what a modem does not show is not held against it when it is read back', () => {
    const login = { ...change, auth: 'pap', user: 'you', password: 'x' } as const
    expect(notKept(now, login).map(({ en }) => en)).toEqual(['user "me" → "you"'])
    const hidden = now && { ...now, auth: { kind: 'pap', user: null, hasPassword: null } as const }
    expect(notKept(hidden, login)).toEqual([])
    expect(notKept(undefined, { kind: 'remove', cid: 1 })).toEqual([])
  })
  test('Quectel’s own command has the name first, and no name where there is no authentication', () => {
    const context = { cid: 1, pdpType: 'IPV4V6', apn: 'a' }
    const login = { user: 'u', password: 'p' }
    expect(qicsgpCommand(context, 1, login)).toBe('AT+QICSGP=1,3,"a","u","p",1')
    expect(qicsgpCommand(context, 0, login)).toBe('AT+QICSGP=1,3,"a","","",0')
  })
})

test('a number that is none of a context makes no row', () => {
  const rows = read({
    'AT+CGDCONT?': [
      '+CGDCONT: -1,"IP","a"',
      '+CGDCONT: 1,"IP","soracom.io"',
      '+CGDCONT: 999999999999,"IP","b"',
    ],
  })
  expect(rows.map(({ cid }) => cid)).toEqual([1])
})
