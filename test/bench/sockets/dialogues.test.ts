import { knowledge } from '@catalog/decoders'
import { SlotFiles } from '@bench/files/files'
import { SlotSockets } from '@bench/sockets/sockets'
import type { IpHost } from '@core/ip/host'
import type { ModemSession } from '@core/modem/session'
import { describe, expect, test } from 'vitest'
import { AtBench } from '../../support/at-bench'

const notStopped = new AbortController().signal

/** A modem that says what its maker’s manual prints: by the command, or by what was given at its prompt. */
function modemOf(answers: { readonly [written: string]: string }) {
  const at = new AtBench({ endings: knowledge.endings })
  const missing: string[] = []
  at.modem = (written) => {
    const text = written.replace(/\r$/, '')
    const answer = answers[text]
    if (answer === undefined) missing.push(text)
    return answer ?? '\r\nERROR\r\n'
  }
  const session = {
    ask: (command: string, options: object) => at.send(command, options),
    // A stand-in has what is asked of it here, and nothing else.
  } as unknown as ModemSession
  const options = {
    clock: at.clock,
    session: () => session,
    note: ({ en }: { en: string }) => missing.push(en),
    host: (): IpHost => {
      throw new Error('no link')
    },
    chance: { next: () => 0.5 },
    runMqtt: () => Promise.reject(new Error('no link')),
  }
  const sockets = new SlotSockets(options)
  at.engine.onToken((token) => sockets.hear(token))
  return { at, missing, sockets, files: new SlotFiles(options) }
}
const ok = (...lines: string[]) => `\r\n${[...lines, 'OK'].join('\r\n')}\r\n`
const later = (...lines: string[]) => `\r\nOK\r\n\r\n${lines.join('\r\n')}\r\n`
const named = (maker: string, model: string) => ({
  ATI: ok(maker, model),
  'AT+CGMI': ok(maker),
  'AT+CGMM': ok(model),
})

const registered = { 'AT+CEREG?': ok('+CEREG: 0,1') }
const makers = {
  quectel: {
    ...named('Quectel', 'EC25'),
    ...registered,
    'AT+QIACT?': ok(),
    'AT+QIACT=1': ok(),
    'AT+QIDNSGIP=1,"echo.example"': later(
      '+QIURC: "dnsgip",0,1,600',
      '+QIURC: "dnsgip","192.0.2.7"',
    ),
    'AT+QIOPEN=1,0,"TCP","192.0.2.7",7,0,0': later('+QIOPEN: 0,0'),
    'AT+QISEND=0,5': '\r\n> ',
    hello: '\r\nSEND OK\r\n\r\n+QIURC: "recv",0\r\n',
    'AT+QIRD=0,1024': '\r\n+QIRD: 5\r\nhello\r\n\r\nOK\r\n',
    'AT+QICLOSE=0': ok(),
    'AT+QIDEACT=1': ok(),
  },
  sim7070: {
    ...named('SIMCOM_Ltd', 'SIMCOM_SIM7070G'),
    ...registered,
    'AT+CNACT?': ok('+CNACT: 0,0,"0.0.0.0"'),
    'AT+CNACT=0,1': later('+APP PDP: 0,ACTIVE'),
    'AT+CDNSGIP="echo.example"': later('+CDNSGIP: 1,"echo.example","192.0.2.7"'),
    'AT+CAOPEN=0,0,"TCP","192.0.2.7",7': ok('+CAOPEN: 0,0', ''),
    'AT+CASEND=0,5': '\r\n> ',
    hello: '\r\nOK\r\n\r\n+CADATAIND: 0\r\n',
    'AT+CARECV=0,1024': ok('+CARECV: 5,hello', ''),
    'AT+CACLOSE=0': ok(),
    'AT+CNACT=0,0': later('+APP PDP: 0,DEACTIVE'),
  },
  ublox: {
    ...named('u-blox', 'SARA-R510S'),
    ...registered,
    'AT+UPSND=0,8': ok('+UPSND: 0,8,0'),
    'AT+UPSDA=0,3': ok(),
    'AT+UDNSRN=0,"echo.example"': ok('+UDNSRN: "192.0.2.7"', ''),
    'AT+UDCONF=1,1': ok(),
    'AT+USOCR=6': ok('+USOCR: 2', ''),
    'AT+USOCO=2,"192.0.2.7",7': ok(),
    'AT+USOWR=2,5,"68656c6c6f"': `${ok('+USOWR: 2,5', '')}\r\n+UUSORD: 2,5\r\n`,
    'AT+USORD=2,512': ok('+USORD: 2,5,"68656C6C6F"', ''),
    'AT+USOCL=2': ok(),
    'AT+UPSDA=0,4': ok(),
  },
  telit: {
    ...named('Telit', 'LE910C1-EU'),
    ...registered,
    'AT#SGACT?': ok('#SGACT: 1,0'),
    'AT#SGACT=1,1': ok('#SGACT: 10.1.2.3'),
    'AT#QDNS="echo.example"': ok('#QDNS: "echo.example","192.0.2.7"'),
    'AT#SD=1,0,7,"192.0.2.7",0,0,1': ok(),
    'AT#SSENDEXT=1,5': '\r\n> ',
    hello: '\r\nOK\r\n\r\nSRING: 1\r\n',
    'AT#SRECV=1,1024': '\r\n#SRECV: 1,5\r\nhello\r\n\r\nOK\r\n',
    'AT#SH=1': ok(),
    'AT#SGACT=1,0': ok(),
  },
  'the Serial LTE Modem of an nRF91': {
    ...named('Nordic Semiconductor ASA', 'nRF9160-SICA'),
    'AT#XSMVER': '\r\nERROR\r\n',
    ...registered,
    'AT+CGACT?': ok('+CGACT: 0,0'),
    'AT#XGETADDRINFO="echo.example"': ok('#XGETADDRINFO: "192.0.2.7"', ''),
    'AT#XSOCKET=1,1,0': ok('#XSOCKET: 3,1,6', ''),
    'AT#XCONNECT="192.0.2.7",7': ok('#XCONNECT: 1', ''),
    'AT#XSEND="hello"': ok('#XSEND: 5', ''),
    'AT#XRECV=1': '\r\n#XRECV: 5\r\nhello\r\nOK\r\n',
    'AT#XSOCKET=0': ok('#XSOCKET: 0,"closed"', ''),
  },
  'the Serial Modem of an nRF91': {
    ...named('Nordic Semiconductor ASA', 'nRF9151-LACA'),
    'AT#XSMVER': ok('#XSMVER: "1.0.0","3.1.0"', ''),
    'AT+CGACT?': ok('+CGACT: 0,1'),
    'AT#XGETADDRINFO="echo.example"': ok('#XGETADDRINFO: "192.0.2.7 2001:db8::7"', ''),
    'AT#XSOCKET=1,1,0': ok('#XSOCKET: 2,1,6', ''),
    'AT#XCONNECT=2,"192.0.2.7",7': ok('#XCONNECT: 2,1', ''),
    'AT#XSEND=2,1,0,"68656c6c6f"': ok('#XSEND: 2,0,5', ''),
    'AT#XRECV=2,1,0,1,1024': ok('#XRECV: 2,1,5', '68656c6c6f'),
    'AT#XCLOSE=2': ok('#XCLOSE: 2,0', ''),
  },
} as const

const noLogin = { user: '', password: '' }

test.each(Object.entries(makers))(
  '%s: a word goes over TCP and comes back, and everything is closed again',
  async (_id, answers) => {
    const { at, missing, sockets } = modemOf(answers)
    const wish = { over: 'modem', what: 'tcp', target: 'echo.example:7', text: 'hello' } as const
    const run = sockets.run({ ...wish, ...noLogin, tlsContext: 0 }, notStopped)
    const { outcome } = await at.clock.until(run, 60_000)
    expect(outcome.words.en).toMatch(/works over the modem’s stack: 5 octets back .* the same/)
    expect(missing).toEqual([])
    const written = at.writes.map((one) => one.replace(/\r$/, ''))
    expect(Object.keys(answers).filter((command) => !written.includes(command))).toEqual([])
  },
)

test.each([
  ['AT+QHTTPURL=20,30', '\r\nERROR\r\n', 'AT+QHTTPURL: ERROR', /refused AT\+QHTTPURL: ERROR\./],
  [
    'AT+QHTTPGET=80',
    later('+QHTTPGET: 716'),
    '+QHTTPGET: 716',
    /refused AT\+QHTTPGET: \+QHTTPGET: 716\. Its manual: connection failed/,
  ],
])('Quectel: %s that is refused is named with its result', async (command, answer, seen, words) => {
  const url = 'http://echo.example/'
  const { at, sockets } = modemOf({
    ...named('Quectel', 'BG95-M3'),
    'AT+QIACT?': ok('+QIACT: 1,1,1,"10.1.2.3"'),
    'AT+QHTTPCFG="contextid",1': ok(),
    'AT+QHTTPURL=20,30': '\r\nCONNECT\r\n',
    [url]: ok(),
    [command]: answer,
  })
  const wish = { over: 'modem', what: 'http', target: url, text: '', tlsContext: 0 } as const
  const run = sockets.run({ ...wish, ...noLogin }, notStopped)
  const { outcome } = await at.clock.until(run, 200_000)
  expect(outcome.words.en).toMatch(words)
  expect(outcome.steps.at(-1)).toMatchObject({ ok: false, seen })
})

describe('MQTT', () => {
  const own = 'modem-bench-500000000'
  const topic = 'modem-bench/500000000'
  const back = (message: string) => `\r\n+QMTRECV: 5,0,"${topic}",${message}\r\n`
  const quectel = {
    ...named('Quectel', 'EC25'),
    'AT+QIACT?': ok('+QIACT: 1,1,1,"10.1.2.3"'),
    'AT+QMTCFG="version",5,4': ok(),
    'AT+QMTCFG="ssl",5,0': ok(),
    'AT+QMTCFG="recv/mode",5,0': ok(),
    'AT+QMTOPEN=5,"broker.example",1883': later('+QMTOPEN: 5,0'),
    [`AT+QMTCONN=5,"${own}","ann","s3cret"`]: later('+QMTCONN: 5,0,0'),
    [`AT+QMTSUB=5,1,"${topic}",1`]: later('+QMTSUB: 5,1,0,1'),
    [`AT+QMTPUBEX=5,1,1,0,"${topic}",5`]: '\r\n> ',
    hello: later('+QMTPUBEX: 5,1,0') + back('"hello"'),
    'AT+QMTDISC=5': later('+QMTDISC: 5,0'),
  }
  const visit = async (answers: Record<string, string>, target = 'mqtt://broker.example') => {
    const { at, missing, sockets } = modemOf(answers)
    const login = { user: 'ann', password: 's3cret' }
    const wish = { over: 'modem', what: 'mqtt', target, text: 'hello', tlsContext: 2 } as const
    const { outcome } = await at.clock.until(
      sockets.run({ ...wish, ...login }, notStopped),
      200_000,
    )
    const written = at.writes.map((one) => one.replace(/\r$/, ''))
    return { outcome, missing, written }
  }

  test('Quectel: the own message comes back, and no password stands in the steps', async () => {
    const { outcome, missing, written } = await visit(quectel)
    expect(outcome.words.en).toMatch(/works over the modem’s stack: connected .* back .* the same/)
    expect(missing).toEqual([])
    expect(Object.keys(quectel).filter((command) => !written.includes(command))).toEqual([])
    expect(outcome.steps.map(({ id }) => id)).toEqual([
      ...['begin', 'begin', 'connect', 'connect', 'subscribe', 'publish', 'receive'],
    ])
    expect(JSON.stringify(outcome)).not.toMatch(/s3cret/)
  })

  test('Quectel: firmware without AT+QMTPUBEX gets AT+QMTPUB, and one that counts the octets is read', async () => {
    const { outcome, missing } = await visit({
      ...quectel,
      [`AT+QMTPUBEX=5,1,1,0,"${topic}",5`]: '\r\nERROR\r\n',
      [`AT+QMTPUB=5,1,1,0,"${topic}",5`]: '\r\n> ',
      hello: later('+QMTPUB: 5,1,0') + back('5,"hello"'),
      'AT+QMTCFG="recv/mode",5,0': '\r\nERROR\r\n',
    })
    expect(outcome.words.en).toMatch(/the same/)
    expect(missing).toEqual([])
  })

  test.each([
    ['+QMTCONN: 5,0,4', 'login', /bad user name or password/],
    ['+QMTCONN: 5,2', 'closed', /could not be sent/],
  ])('Quectel: %s is explained, and the connection is closed', async (line, cause, words) => {
    const { outcome, missing, written } = await visit({
      ...quectel,
      [`AT+QMTCONN=5,"${own}","ann","s3cret"`]: later(line),
      'AT+QMTCLOSE=5': '\r\nERROR\r\n',
    })
    expect(outcome).toMatchObject({ ok: false, trouble: { cause } })
    expect(outcome.words.en).toMatch(words)
    expect(missing).toEqual([])
    expect(written.at(-1)).toBe('AT+QMTCLOSE=5')
  })

  test('Quectel: TLS that fails is tried again with SNI on, which is put back', async () => {
    let sni = 0
    const answers = {
      ...quectel,
      'AT+QMTCFG="ssl",5,1,2': ok(),
      get 'AT+QMTOPEN=5,"broker.example",8883'() {
        return later(`+QMTOPEN: 5,${sni === 1 ? 0 : -1}`)
      },
      'AT+QSSLCFG="sni",2': ok('+QSSLCFG: "sni",2,0', ''),
      'AT+QSSLCFG="seclevel",2': ok('+QSSLCFG: "seclevel",2,0', ''),
      'AT+QSSLCFG="cacert",2': ok('+QSSLCFG: "cacert",2,""', ''),
      get 'AT+QSSLCFG="sni",2,1'() {
        sni = 1
        return ok()
      },
      get 'AT+QSSLCFG="sni",2,0'() {
        sni = 0
        return ok()
      },
    }
    const { outcome, missing } = await visit(answers, 'mqtts://broker.example')
    expect(outcome).toMatchObject({ ok: false, trouble: { finding: 'sni-off' } })
    expect(missing).toEqual([])
    expect(sni).toBe(0)
  })

  test('Quectel: a refused command is named with what was said, and no password with it', async () => {
    const connect = `AT+QMTCONN=5,"${own}","ann","s3cret"`
    const refused = { ...quectel, [connect]: '\r\n+CME ERROR: 3\r\n' }
    const { outcome } = await visit({ ...refused, 'AT+QMTCLOSE=5': later('+QMTCLOSE: 5,0') })
    expect(outcome.words).toMatchObject({
      en: expect.stringMatching(/The modem refused AT\+QMTCONN: \+CME ERROR: 3\./),
      ja: expect.stringMatching(/モデムが AT\+QMTCONN を拒否しました（応答：\+CME ERROR: 3）。/),
    })
    expect(outcome.steps.at(-1)).toMatchObject({ ok: false, seen: 'AT+QMTCONN: +CME ERROR: 3' })
    expect(JSON.stringify(outcome)).not.toMatch(/s3cret/)
  })

  test('a broker that takes the message and does not give it back is told from one that is away', async () => {
    const { outcome } = await visit({ ...quectel, hello: later('+QMTPUBEX: 5,1,0') })
    expect(outcome.words.en).toMatch(/took the message, and it did not come back within 20 s/)
    const away = { ...quectel, 'AT+QMTOPEN=5,"broker.example",1883': later('+QMTOPEN: 5,4') }
    expect((await visit(away)).outcome).toMatchObject({ trouble: { cause: 'dns' } })
  })

  test('a family without a table of MQTT refuses it in words', async () => {
    const refused = visit(makers.telit).catch((error: unknown) => error)
    expect(await refused).toMatchObject({ code: 'sockets-no-such' })
  })
})

describe('files of Quectel', () => {
  // Octets that look like results, and a line end in them.
  const octets = 'OK\r\n\u001b\u001a\u00ff'
  const answers = {
    ...named('Quectel', 'BG95-M3'),
    'AT+QFLST="*"': ok(`+QFLST: "a.bin",${octets.length}`),
    'AT+QFLDS="UFS"': ok('+QFLDS: 9000,10000'),
    'AT+QFDEL="a.bin"': ok(),
    [`AT+QFUPL="a.bin",${octets.length},31`]: '\r\nCONNECT\r\n',
    [octets]: ok('+QFUPL: 7,613'),
    'AT+QFOPEN="a.bin",2': ok('+QFOPEN: 3000', ''),
    'AT+QFCLOSE=3000': ok(),
  }

  test('go in behind CONNECT as they are, in the place of the one of this name', async () => {
    const { at, missing, files } = modemOf(answers)
    const base64 = Buffer.from(octets, 'latin1').toString('base64')
    const file = { kind: 'file', name: 'a.bin', base64, replace: true } as const
    const state = await at.clock.until(files.upload(file, notStopped), 60_000)
    expect(state.stores).toMatchObject([{ kind: 'file', space: { free: 9_000 }, reads: true }])
    expect(missing).toEqual([])
    expect(at.writes).toContain(octets)
  })

  test('come out piece by piece, by the count behind CONNECT', async () => {
    let pieces = 0
    const { at, files } = modemOf(answers)
    const usual = at.modem
    at.modem = (written) => {
      if (written !== 'AT+QFREAD=3000,1024\r') return usual(written)
      pieces++
      return pieces === 1
        ? `\r\nCONNECT ${octets.length}\r\n${octets}\r\nOK\r\n`
        : '\r\nCONNECT 0\r\n\r\nOK\r\n'
    }
    const read = files.download({ kind: 'file', name: 'a.bin' }, notStopped)
    const { base64 } = await at.clock.until(read, 60_000)
    expect(Buffer.from(base64, 'base64').toString('latin1')).toBe(octets)
    expect(pieces).toBe(2)
  })
})
