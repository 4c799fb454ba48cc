import type { Step } from '@core/connect/step'
import { configure } from '@core/connect/steps/configure'
import { dial } from '@core/connect/steps/dial'
import { identity } from '@core/connect/steps/identity'
import { modeKnown } from '@core/connect/steps/mode-known'
import { portAnswers } from '@core/connect/steps/port-answers'
import type { ConnectPower } from '@core/connect/connect-power'
import { powerOn } from '@core/connect/steps/power-on'
import { radioOn } from '@core/connect/steps/radio-on'
import { registration } from '@core/connect/steps/registration'
import { setUp } from '@core/connect/steps/set-up'
import { signal } from '@core/connect/steps/signal'
import { simReady } from '@core/connect/steps/sim-ready'
import { stored } from '@core/connect/steps/stored'
import { Fault } from '@core/fault'
import type { Reading } from '@core/power/evidence'
import type { PowerResult } from '@core/power/sequence'
import { describe, expect, test } from 'vitest'
import { StepBench, type Answers, type StepBenchOptions } from '../../support/step-bench'
import { quoted } from '@core/words'

async function ended(step: Step, answers: Answers, options: StepBenchOptions = {}) {
  const bench = new StepBench(answers, options)
  const { state, en } = await bench.run(step)
  return { bench, state, en }
}

/** Answers, what it ends with, what its English words hold, and how many seconds it took. */
type Row = readonly [what: string, answers: Answers, state: string, words: string, s?: number]
function rows(step: Step, list: readonly Row[], options: StepBenchOptions = {}): void {
  for (const [what, answers, state, words, s] of list)
    test(what, async () => {
      const found = await ended(step, answers, options)
      expect(found.state).toBe(state)
      expect(found.en).toContain(words)
      if (s !== undefined) expect(found.bench.seconds).toBe(s)
    })
}

describe('SIM', () => {
  const ids = {
    'AT+CIMI': '901310000000007\r\n\r\nOK',
    'AT+CICCID': '+ICCID: 89423100000000000007\r\n\r\nOK',
  }
  const pin = (text: string) => `+CPIN: ${text}\r\n\r\nOK`
  rows(simReady, [
    ['ready', { 'AT+CPIN?': pin('READY'), ...ids }, 'ok', 'The SIM is ready.', 0],
    ['busy, then ready', { 'AT+CPIN?': ['+CME ERROR: 14', pin('READY')] }, 'ok', 'ready', 2],
    [
      'busy for ever',
      { 'AT+CPIN?': '+CME ERROR: 14' },
      'sim-failure',
      'After 32 s still +CME ERROR: 14',
      32,
    ],
    ['a PIN that nobody gave', { 'AT+CPIN?': pin('SIM PIN') }, 'sim-pin-needed', '', 0],
    ['PUK', { 'AT+CPIN?': pin('SIM PUK') }, 'sim-puk', '', 0],
    ['not there', { 'AT+CPIN?': pin('NOT INSERTED') }, 'sim-missing', '', 0],
    ['taken out', { 'AT+CPIN?': pin('SIM REMOVED') }, 'sim-missing', '', 0],
    [
      'locked to a network',
      { 'AT+CPIN?': pin('PH-NET PIN') },
      'sim-failure',
      'The SIM is locked: PH-NET PIN.',
      0,
    ],
    ['error 10', { 'AT+CPIN?': '+CME ERROR: 10' }, 'sim-missing', '+CME ERROR: 10', 0],
    ['error 10 in words', { 'AT+CPIN?': '+CME ERROR: SIM not inserted' }, 'sim-missing', '', 0],
    ['error 11', { 'AT+CPIN?': '+CME ERROR: 11' }, 'sim-pin-needed', '', 0],
    ['error 11 in words', { 'AT+CPIN?': '+CME ERROR: SIM PIN required' }, 'sim-pin-needed', '', 0],
    ['error 12', { 'AT+CPIN?': '+CME ERROR: 12' }, 'sim-puk', '', 0],
    ['error 12 in words', { 'AT+CPIN?': '+CME ERROR: SIM PUK required' }, 'sim-puk', '', 0],
    ['error 13', { 'AT+CPIN?': '+CME ERROR: 13' }, 'sim-failure', '', 0],
    ['error 13 in words', { 'AT+CPIN?': '+CME ERROR: SIM failure' }, 'sim-failure', '', 0],
    ['error 15', { 'AT+CPIN?': '+CME ERROR: 15' }, 'sim-failure', '', 0],
    ['error 15 in words', { 'AT+CPIN?': '+CME ERROR: SIM wrong' }, 'sim-failure', '', 0],
    ['a card that fails', { 'AT+CPIN?': pin('SIM FAILURE') }, 'sim-failure', 'SIM FAILURE', 0],
    ['error 5', { 'AT+CPIN?': '+CME ERROR: 5' }, 'sim-failure', '+CME ERROR: 5', 0],
    ['a message error', { 'AT+CPIN?': '+CMS ERROR: 310' }, 'sim-missing', '+CMS ERROR: 310', 0],
    ['a (U)SIM', { 'AT+CPIN?': '+CME ERROR: (U)SIM not inserted' }, 'sim-missing', '', 0],
    ['error 16 is worth to wait', { 'AT+CPIN?': ['+CME ERROR: 16', pin('READY')] }, 'ok', '', 2],
    ['a bare ERROR, too', { 'AT+CPIN?': ['ERROR', pin('READY')] }, 'ok', '', 2],
  ])
  test('a PIN is given once', async () => {
    const target = { pin: '1234' }
    const answers = { 'AT+CPIN?': [pin('SIM PIN'), pin('READY')], 'AT+CPIN="1234"': 'OK' }
    const { bench, state } = await ended(simReady, answers, { target })
    expect(state).toBe('ok')
    expect(bench.asked.slice(0, 3)).toEqual(['AT+CPIN?', 'AT+CPIN="1234"', 'AT+CPIN?'])
    const wrong = { 'AT+CPIN?': pin('SIM PIN'), 'AT+CPIN="1234"': '+CME ERROR: 16' }
    expect(await ended(simReady, wrong, { target })).toMatchObject({ state: 'sim-pin-wrong' })
    const twice = { 'AT+CPIN?': pin('SIM PIN'), 'AT+CPIN="1234"': 'OK' }
    const again = await ended(simReady, twice, { target })
    expect(again.state).toBe('sim-pin-needed')
    expect(again.bench.asked.filter((text) => text.includes('1234'))).toHaveLength(1)
  })
  test('says while it waits what the card said', async () => {
    const { bench } = await ended(simReady, {
      'AT+CPIN?': ['+CME ERROR: 14', pin('READY')],
      ...ids,
    })
    expect(bench.progress).toEqual(['The SIM is not ready yet (+CME ERROR: 14), 0 s.'])
  })
})

describe('registration', () => {
  const stat = (n: number) => `+CEREG: 0,${n}\r\n\r\nOK`
  const cops = { 'AT+COPS?': '+COPS: 0,2,"44010",7\r\n\r\nOK' }
  rows(
    registration,
    [
      ['at home', { 'AT+CEREG?': stat(1), ...cops }, 'ok', 'Registered at home 44010.', 0],
      ['roaming', { 'AT+CEREG?': stat(5), ...cops }, 'ok', 'Registered, roaming 44010. Normal', 0],
      [
        'at the second look',
        { 'AT+CEREG?': [stat(2), stat(1)], ...cops },
        'ok',
        'Registered at home 44010.',
        1,
      ],
      ['at the third', { 'AT+CEREG?': [stat(2), stat(2), stat(1)] }, 'ok', 'home after 2 s.', 2],
      ['idle', { 'AT+CEREG?': stat(0) }, 'registration-idle', 'not searching (state 0).', 182],
      [
        'searching',
        { 'AT+CEREG?': stat(2) },
        'registration-searching',
        ': searching (state 2).',
        182,
      ],
      [
        'no coverage',
        { 'AT+CEREG?': stat(4) },
        'registration-no-coverage',
        ': out of coverage (state 4).',
        182,
      ],
      [
        'SMS only',
        { 'AT+CEREG?': stat(6) },
        'registration-searching',
        ': registered for SMS only (state 6).',
        182,
      ],
      [
        'denied for 20 s',
        { 'AT+CEREG?': stat(3) },
        'registration-denied',
        'After 21 s: refused by the network (state 3).',
        21,
      ],
      [
        'denied for a while only',
        { 'AT+CEREG?': [...Array.from({ length: 15 }, () => stat(3)), stat(2), stat(3), stat(1)] },
        'ok',
        'home after 17 s',
        17,
      ],
      ['by the next command', { 'AT+CREG?': '+CREG: 0,1\r\n\r\nOK' }, 'ok', 'Registered at home.'],
      ['by no command', {}, 'at-error', 'No registration command is understood'],
      [
        'with what the report says',
        { 'AT+CEREG?': stat(3), 'AT+CEER': '+CEER: PLMN not allowed\r\n\r\nOK' },
        'registration-denied',
        'After 21 s: refused by the network (state 3).',
      ],
      [
        "with the network's cause",
        {
          'AT+CEREG?': [
            ...Array.from({ length: 22 }, () => stat(3)),
            '+CEREG: 3,3,,,,0,11\r\n\r\nOK',
          ],
          'AT+CEREG=3': 'OK',
          'AT+CEREG=0': 'OK',
        },
        'registration-denied',
        'After 21 s: refused by the network (state 3).',
      ],
    ],
    { profile: 'sim7672' },
  )
  test('tells what it waits for, and after 30 s that it may take minutes', async () => {
    const states = [0, 2, 3, 4, 6, 7, 8, 9]
    const answers = {
      'AT+CEREG?': [...states.map(stat), ...Array.from({ length: 30 }, () => stat(2)), stat(1)],
    }
    const { bench } = await ended(registration, answers, { profile: 'sim7672' })
    expect(bench.progress.slice(0, 8)).toEqual([
      '0 s: not searching.',
      '1 s: searching.',
      '2 s: refused by the network.',
      '3 s: out of coverage.',
      '4 s: registered for SMS only.',
      '5 s: registered for SMS only, roaming.',
      '6 s: registered for emergency calls only.',
      '7 s: state 9.',
    ])
    expect(bench.progress.slice(29, 31)).toEqual([
      '29 s: searching.',
      '30 s: searching. A first registration abroad can take minutes.',
    ])
  })

  test('says the network’s reason while it still waits: congestion', async () => {
    const { bench, state } = await ended(
      registration,
      {
        'AT+CEREG=3': 'OK',
        'AT+CEREG=0': 'OK',
        'AT+CEREG?': '+CEREG: 3,2,,,,0,22\r\n\r\nOK',
      },
      { profile: 'sim7672' },
    )
    expect(state).toBe('registration-searching')
    const told = bench.progress.findIndex((line) => /congestion/i.test(line))
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThan(bench.progress.length / 2)
  })
})

describe('signal', () => {
  const answers = {
    'AT+CSQ': '+CSQ: 22,99\r\n\r\nOK',
    'AT+CESQ': '+CESQ: 99,99,255,255,20,62\r\n\r\nOK',
  }
  rows(
    signal,
    [
      ['the two that say most', answers, 'ok', 'RSRP -79 dBm, RSRQ -10 dB.'],
      ['what there is', { 'AT+CSQ': answers['AT+CSQ'] }, 'ok', 'RSSI -69 dBm.'],
      [
        'nothing',
        { 'AT+CSQ': '+CSQ: 99,99\r\n\r\nOK' },
        'ok',
        'The modem does not tell the signal now.',
      ],
      ['no answer at all', {}, 'ok', 'The modem does not tell the signal now.'],
    ],
    { profile: 'generic' },
  )
})

describe('stored settings', () => {
  const context = (text: string) => ({ 'AT+CGDCONT?': `+CGDCONT: 1,${text},"0.0.0.0"\r\n\r\nOK` })
  const auth = (text: string) => ({ 'AT+CGAUTH?': `+CGAUTH: 1,${text}\r\n\r\nOK` })
  const right = context('"IP","soracom.io"')
  const same = 'What is stored is what is wanted.'
  rows(stored, [
    ['as wanted', { ...right, ...auth('2,"sora","sora"') }, 'ok', same],
    ['in capitals', { ...context('"ip","SORACOM.IO"'), ...auth('2,"sora","sora"') }, 'ok', same],
    [
      "with the operator's part",
      { ...context('"IP","soracom.io.mnc010.mcc440.gprs"'), ...auth('2,"sora","sora"') },
      'ok',
      same,
    ],
    ['with PAP, which is left', { ...right, ...auth('1,"sora","sora"') }, 'ok', same],
    ['with stars for the password', { ...right, ...auth('2,"sora","****"') }, 'ok', same],
    ['without AT+CGAUTH', right, 'ok', same],
    [
      'another APN',
      { ...context('"IP","a.b"'), ...auth('2,"sora","sora"') },
      'ok',
      'Differs: APN "a.b" → "soracom.io".',
    ],
    [
      'another type',
      { ...context('"IPV6","soracom.io"'), ...auth('2,"sora","sora"') },
      'ok',
      'Differs: type IPV6 → IP.',
    ],
    [
      'no context',
      { 'AT+CGDCONT?': 'OK', ...auth('2,"sora","sora"') },
      'ok',
      'Differs: context 1 is not defined.',
    ],
    ['no authentication', { ...right, ...auth('0') }, 'ok', 'Differs: auth none → CHAP.'],
    [
      'another user',
      { ...right, ...auth('2,"anna","sora"') },
      'ok',
      'Differs: user "anna" → "sora".',
    ],
    ['another password', { ...right, ...auth('2,"sora","hemlig9"') }, 'ok', 'Differs: password.'],
  ])
  test.each([
    ['pap', '2,"sora","sora"', 'Differs: auth CHAP → PAP.'],
    ['chap', '1,"sora","sora"', 'Differs: auth PAP → CHAP.'],
    ['none', '2,"sora","sora"', 'Differs: auth CHAP → none.'],
    ['none', '0', same],
    ['auto', '3,"sora","sora"', same],
    ['chap', '3,"sora","sora"', 'Differs: auth PAP or CHAP → CHAP.'],
    ['chap', '7,"sora","sora"', 'Differs: auth unknown → CHAP.'],
  ] as const)('wanted %s, stored %s', async (wanted, text, words) => {
    const found = await ended(stored, { ...right, ...auth(text) }, { target: { auth: wanted } })
    expect(found.en).toContain(words)
  })
  test('without user and password nobody has to be authenticated', async () => {
    const target = { user: '', password: '' }
    expect(await ended(stored, { ...right, ...auth('0') }, { target })).toMatchObject({ en: same })
  })
})

describe('what differs is written', () => {
  const different = [{ en: 'APN "a.b" → "soracom.io"', ja: '' }]
  const after = {
    'AT+CFUN=4': 'OK',
    'AT+CFUN=1': 'OK',
    'AT+CGDCONT=1,"IP","soracom.io"': 'OK',
    'AT+CGAUTH=1,2,"sora","sora"': 'OK',
    'AT+CGDCONT?': '+CGDCONT: 1,"IP","soracom.io","0.0.0.0"\r\n\r\nOK',
    'AT+CGAUTH?': '+CGAUTH: 1,2,"sora","sora"\r\n\r\nOK',
  }
  const run = async (answers: Answers, options: StepBenchOptions = {}) => {
    const found = {
      differences: different,
      auth: { cid: 1, protocol: 2, user: 'sora', password: 'sora' },
    }
    const { bench, state, en } = await ended(configure, answers, {
      profile: 'sim7672',
      found,
      ...options,
    })
    return { state, en, asked: bench.asked }
  }
  test('nothing differs, nothing is written', async () => {
    const { bench, state } = await ended(configure, after, { found: { differences: [] } })
    expect([state, bench.asked]).toEqual(['skipped', []])
  })
  test('context and login, with the radio off where the attach uses the context, and read back', async () => {
    expect(await run(after)).toEqual({
      state: 'ok',
      en: 'Written and read back, with the radio off: APN "a.b" → "soracom.io".',
      asked: [
        'AT+CFUN=4',
        'AT+CGDCONT=1,"IP","soracom.io"',
        'AT+CGAUTH=1,2,"sora","sora"',
        'AT+CGDCONT?',
        'AT+CGAUTH?',
      ],
    })
  })
  test('no login where the modem has no AT+CGAUTH', async () => {
    const found = { differences: different, authUnsupported: true }
    const { asked } = await run(after, { found })
    expect(asked).toEqual(['AT+CFUN=4', 'AT+CGDCONT=1,"IP","soracom.io"', 'AT+CGDCONT?'])
  })
  test('the radio stays on for another context', async () => {
    const answers = {
      'AT+CGDCONT=2,"IP","soracom.io"': 'OK',
      'AT+CGAUTH=2,2,"sora","sora"': 'OK',
      'AT+CGDCONT?': '+CGDCONT: 2,"IP","soracom.io","0.0.0.0"\r\n\r\nOK',
      'AT+CGAUTH?': '+CGAUTH: 2,2,"sora","sora"\r\n\r\nOK',
    }
    const { state, en, asked } = await run(answers, { target: { cid: 2 } })
    expect([state, en.includes('radio'), asked[0]]).toEqual([
      'ok',
      false,
      'AT+CGDCONT=2,"IP","soracom.io"',
    ])
  })
  test.each([
    [
      'the radio is not turned off',
      { 'AT+CFUN=4': '+CME ERROR: 3' },
      'radio-refused',
      'AT+CFUN=4: +CME ERROR: 3',
    ],
    [
      'the context is refused',
      { 'AT+CGDCONT=1,"IP","soracom.io"': 'ERROR' },
      'context-refused',
      'AT+CGDCONT: ERROR',
    ],
    [
      'the login is refused',
      { 'AT+CGAUTH=1,2,"sora","sora"': 'ERROR' },
      'context-refused',
      'AT+CGAUTH: ERROR',
    ],
    [
      'the context is not kept',
      { 'AT+CGDCONT?': '+CGDCONT: 1,"IP","a.b","0.0.0.0"\r\n\r\nOK' },
      'context-not-kept',
      'APN "a.b" → "soracom.io"',
    ],
    [
      'the login is not kept',
      { 'AT+CGAUTH?': '+CGAUTH: 1,0\r\n\r\nOK' },
      'context-not-kept',
      'auth none → CHAP',
    ],
  ] as const)('%s: the radio goes on again', async (_what, answers, state, words) => {
    const found = await run({ ...after, ...answers })
    expect(found.state).toBe(state)
    expect(found.en).toContain(words)
    expect(found.asked.at(-1)).toBe('AT+CFUN=1')
  })
})

describe('set-up', () => {
  const done = { ATE1: 'OK', 'AT+CMEE=2': 'OK' }
  rows(setUp, [
    ['no flow control', { ...done, 'AT+IFC?': '+IFC: 0,0\r\n\r\nOK' }, 'ok', 'flow control off.'],
    ['XON/XOFF', { ...done, 'AT+IFC?': '+IFC: 1,1\r\n\r\nOK' }, 'ok', 'flow control XON/XOFF.'],
    ['RTS/CTS', { ...done, 'AT+IFC?': '+IFC: 2,2\r\n\r\nOK' }, 'ok', 'flow control RTS/CTS.'],
    ['not told', done, 'ok', 'Echo on, errors in words.'],
  ])
  test('errors by number where they have no words, and once until the modem starts anew', async () => {
    const { bench } = await ended(setUp, { ATE1: 'OK', 'AT+CMEE=1': 'OK' })
    expect(bench.asked).toEqual(['ATE1', 'AT+CMEE=2', 'AT+CMEE=1', 'AT+IFC?'])
    expect((await bench.run(setUp)).state).toBe('skipped')
    expect(bench.asked).toHaveLength(4)
  })
})

describe('radio', () => {
  const ready = { 'AT+CPIN?': '+CPIN: READY\r\n\r\nOK' }
  rows(radioOn, [
    ['on', { 'AT+CFUN?': '+CFUN: 1\r\n\r\nOK' }, 'skipped', 'The radio is on.'],
    [
      'off',
      { 'AT+CFUN?': '+CFUN: 4\r\n\r\nOK', 'AT+CFUN=1': 'OK', ...ready },
      'ok',
      'turned on',
      0,
    ],
    [
      'the card is waited for',
      { 'AT+CFUN=1': 'OK', 'AT+CPIN?': ['+CME ERROR: 14', '+CPIN: READY\r\n\r\nOK'] },
      'ok',
      '',
      2,
    ],
    [
      'refused',
      { 'AT+CFUN?': '+CFUN: 4\r\n\r\nOK', 'AT+CFUN=1': '+CME ERROR: 3' },
      'radio-refused',
      'AT+CFUN=1: +CME ERROR: 3',
    ],
  ])
})

describe('who the modem is', () => {
  const answers = {
    ATI: 'Manufacturer: SIMCOM INCORPORATED\r\nModel: SIM7672JP-MNGV\r\n\r\nOK',
    'AT+CGMM': 'SIM7672JP-MNGV\r\n\r\nOK',
  }
  test('asked once, and known afterwards', async () => {
    const { bench, state, en } = await ended(identity, answers)
    expect([state, en]).toEqual(['ok', 'SIM7672JP-MNGV, treated as SIM7672.'])
    expect(bench.session.memory.profile?.id).toBe('sim7672')
    expect(bench.session.memory.identity).toContain('SIM7672JP-MNGV')
    expect(await bench.run(identity)).toMatchObject({
      state: 'skipped',
      facts: { profile: 'sim7672' },
    })
    expect(bench.asked).toEqual(['ATI', 'AT+CGMM', 'AT+CGSN'])
  })
  test('by AT+CGMM alone', async () => {
    const { bench } = await ended(identity, { 'AT+CGMM': answers['AT+CGMM'] })
    expect(bench.session.memory.profile?.id).toBe('sim7672')
  })
  test('one that nobody knows is taken as any modem', async () => {
    const { bench } = await ended(identity, { ATI: 'ACME 1\r\n\r\nOK' })
    expect(bench.session.memory.profile?.id).toBe('generic')
  })
})

describe('dial', () => {
  rows(
    dial,
    [
      ['CONNECT', { 'ATD*99***1#': 'CONNECT' }, 'ok', 'CONNECT: the line carries PPP now.'],
      [
        'CONNECT with its speed',
        { 'ATD*99***1#': 'CONNECT 115200' },
        'ok',
        'CONNECT 115200: the line',
      ],
      ['NO CARRIER', { 'ATD*99***1#': 'NO CARRIER' }, 'dial-no-carrier', 'NO CARRIER'],
      ['ERROR', { 'ATD*99***1#': 'ERROR' }, 'dial-refused', 'ERROR'],
      [
        'with what else the modem says',
        {
          'ATD*99***1#': 'NO CARRIER',
          'AT+CEER': '+CEER: reason 33\r\n\r\nOK',
          'AT+CGATT?': '+CGATT: 0\r\n\r\nOK',
          'AT+CGACT?': '+CGACT: 1,0\r\n\r\nOK',
        },
        'dial-no-carrier',
        'NO CARRIER · +CEER: reason 33 · +CGATT: 0 · +CGACT: 1,0',
      ],
    ],
    { profile: 'sim7672' },
  )
  test.each([
    ['cause 50', 'IPv4 alone (cause 50), and IPV6 was asked for: set the PDP type to IP,'],
    ['cause: 51', 'IPv6 alone (cause 51), and IPV6 was asked for: set the PDP type to IPV6,'],
    ['PDP type IPv4 only allowed', 'IPv4 alone (cause 50)'],
    ['PDP type IPv6 only allowed', 'IPv6 alone (cause 51)'],
    ['cause 33', undefined],
    ['cause 500', undefined],
  ])('the report says %s', async (report, words) => {
    const answers = { 'ATD*99***1#': 'NO CARRIER', 'AT+CEER': `+CEER: ${report}\r\n\r\nOK` }
    const bench = new StepBench(answers, { profile: 'sim7672', target: { pdpType: 'IPV6' } })
    const { facts } = await bench.run(dial)
    expect(facts).toEqual({ tries: words === undefined ? [] : [expect.stringContaining(words)] })
  })
  test('not at all where PPP is spoken at once', async () => {
    const { bench, state } = await ended(dial, {}, { target: { direct: true } })
    expect([state, bench.asked]).toEqual(['skipped', []])
  })
})

describe('the port and its mode', () => {
  test('in command mode nothing is asked', async () => {
    const bench = new StepBench({})
    expect(await bench.run(portAnswers)).toMatchObject({
      state: 'ok',
      en: 'The port is in command mode.',
    })
    expect(await bench.run(modeKnown)).toMatchObject({
      state: 'skipped',
      en: 'Already in command mode.',
    })
    expect(bench.asked).toEqual([])
  })
})

describe('power', () => {
  const seen = (power: Reading['power']) => ({
    look: async (): Promise<Reading> => ({ by: 'status', power }),
  })
  const result = (change: Partial<PowerResult>) => ({
    on: async (): Promise<PowerResult> => ({
      action: 'on',
      outcome: 'done',
      reading: { by: 'status', power: 'on' },
      presses: 1,
      ms: 12_340,
      ...change,
    }),
  })
  const power = (change: Partial<ConnectPower> = {}): ConnectPower => ({
    name: '3GPI',
    bootMs: 1000,
    insist: false,
    ...seen('off'),
    ...result({}),
    ...change,
  })
  const stuck = { code: 'power-stuck', detail: quoted('STATUS stays low') } as const
  test.each([
    ['no board', undefined, 'skipped', 'No board is set up.'],
    ['on', power(seen('on')), 'skipped', 'The modem is on.'],
    ['nobody knows', power(seen('unknown')), 'skipped', 'Nobody knows whether the modem is on'],
    [
      'nobody knows, and one press is wanted',
      power({ ...seen('unknown'), insist: true }),
      'ok',
      'Powered on',
    ],
    ['off', power(), 'ok', 'Powered on through 3GPI in 12.3 s.'],
    ['pressed', power(result({ outcome: 'pressed' })), 'ok', 'The power key was pressed once'],
    [
      'it fails',
      power(result({ outcome: 'failed', fault: stuck })),
      'power-stuck',
      'STATUS stays low',
    ],
    [
      'STATUS cannot be read',
      power({ look: () => Promise.reject(new Fault('port-gone')) }),
      'skipped',
      'STATUS cannot be read.',
    ],
  ] as const)('%s', async (_what, board, state, words) => {
    const found = await ended(powerOn, {}, board ? { power: board } : {})
    expect(found.state).toBe(state)
    expect(found.en).toContain(words)
  })
})
