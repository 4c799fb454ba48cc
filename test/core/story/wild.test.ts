import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { nothingFailed, refused, storyOf, told, unknownEnd } from './wild-story'

// Where each log stopped, and the likeliest cause; reviewed.
test.each([
  ['hologram', 'It stopped at: SIM.', undefined],
  ['uqminoeffect', 'It stopped at: IP.', 'context-not-activated'],
  ['uqmitimeout', 'It stopped at: Network.', 'registration-searching'],
  ['qmicli', 'It stopped at: IP.', 'context-denied'],
  ['nmunsubscribed', 'It stopped at: IP.', 'context-denied'],
  ['zephyrnoanswer', 'It stopped at: Port.', 'at-unresponsive'],
  ['zephyraborted', refused, undefined],
  ['lilygosimlate', unknownEnd('Network'), 'registration-idle'],
  ['netopenglued', unknownEnd('Internet'), undefined],
  ['esphomenoppp', 'It stopped at: PPP.', undefined],
  ['ppposlost', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['ubxcfunrefused', 'It stopped at: Network.', 'radio-refused'],
  ['sendpieces', refused, undefined],
  ['dottedends', 'It stopped at: PPP.', 'dial-refused'],
  ['qcmnolease', 'It stopped at: IP.', 'link-no-address'],
  ['mmclidisabled', unknownEnd('Network'), undefined],
  ['rmcfunrefused', 'It stopped at: Network.', 'radio-refused'],
  ['nrfcfunoff', unknownEnd('Network'), 'radio-off'],
  ['netopenrefused', 'It stopped at: IP.', 'context-not-activated'],
  ['ltelcfails', 'It stopped at: Port.', undefined],
  ['winmodemlog', unknownEnd('PPP'), undefined],
  ['winmodemru', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['windigits', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['winmodemold', 'It stopped at: PPP.', 'dial-refused'],
  ['rasdial', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['rosinfo', nothingFailed, undefined],
  ['rosevents', 'All that was tried came up.', undefined],
  ['ltelc', 'It stopped at: Network.', 'registration-denied'],
  ['mmclijournal', 'It stopped at: SIM.', 'sim-pin-needed'],
  ['mpdoneline', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['wrnocard', 'It stopped at: SIM.', 'sim-missing'],
  ['tinygsmdenied', 'It stopped at: Network.', 'registration-denied'],
  ['holopeer', 'It stopped at: PPP.', 'link-terminated-by-peer'],
  ['ponsearching', 'It stopped at: Network.', 'registration-no-coverage'],
  ['pppdipcphangup', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['chatnoise', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['ofonomodem', 'It stopped at: Context.', 'context-denied'],
  ['ofonoscripts', unknownEnd('Network'), 'registration-searching'],
  ['gsmctlsearching', unknownEnd('Network'), 'registration-no-coverage'],
  ['esphometokens', 'It stopped at: Network.', 'registration-denied'],
  ['espmodemrefused', 'It stopped at: PPP.', 'dial-refused'],
  ['ppposcolours', unknownEnd('PPP'), undefined],
  ['particlesilent', 'It stopped at: Port.', 'at-unresponsive'],
  ['rosasyncdenied', 'It stopped at: Network.', 'registration-denied'],
  ['mmsimstate', 'It stopped at: IP.', 'context-not-activated'],
  ['nrfsearching', unknownEnd('Network'), 'registration-no-coverage'],
  ['ydoclogger', unknownEnd('Network'), 'registration-searching'],
  ['jacnactdown', 'It stopped at: IP.', 'context-not-activated'],
  ['luatril', 'It stopped at: Network.', 'registration-denied'],
  ['mbimclinosim', 'It stopped at: SIM.', 'sim-missing'],
  ['socatverbose', 'It stopped at: Context.', 'registration-denied'],
  ['noderedreturns', 'It stopped at: Network.', 'registration-denied'],
  ['rustatat', 'It stopped at: SIM.', 'sim-puk'],
  ['gotprefix', 'It stopped at: Internet.', 'inside-no-connection'],
  ['metalk', 'It stopped at: Context.', 'context-denied'],
  ['microcomoff', 'It stopped at: Network.', 'radio-off'],
  ['nmclinosim', 'It stopped at: SIM.', 'sim-missing'],
  ['bytearrays', 'It stopped at: Context.', 'context-denied'],
  ['jsonevents', 'It stopped at: Network.', 'registration-denied'],
  ['glibmessages', unknownEnd('Network'), 'radio-off'],
  ['mdnumbered', 'It stopped at: SIM.', 'sim-pin-needed'],
  ['failedlist', 'It stopped at: SIM.', 'sim-missing'],
  ['gnokiidump', 'It stopped at: Network.', 'registration-no-coverage'],
  ['nodegsmmodem', refused, undefined],
  ['typedescape', unknownEnd('PPP'), undefined],
  ['websockets', 'It stopped at: Internet.', 'inside-no-connection'],
  ['ubloxquoted', 'It stopped at: IP.', 'context-not-activated'],
  ['gsmctl', 'It stopped at: Network.', 'registration-denied'],
  ['nmpppd', 'It stopped at: PPP.', 'link-auth-refused'],
  ['notecard', 'It stopped at: Network.', 'registration-denied'],
  ['smssentgot', refused, undefined],
  ['tinygsmglued', refused, undefined],
  ['jaarrowanswer', unknownEnd('Network'), 'registration-searching'],
  ['caopen27', 'It stopped at: Internet.', 'inside-no-connection'],
  ['jawideblank', 'It stopped at: SIM.', 'sim-missing'],
  ['parenends', 'It stopped at: Network.', 'registration-denied'],
  ['particleppp', 'It stopped at: PPP.', 'link-auth-refused'],
  ['typedoff', unknownEnd('Network'), 'registration-no-coverage'],
  ['espatbusy', refused, undefined],
  ['owmmcontext', 'It stopped at: Context.', 'context-denied'],
  ['netxserial', 'It stopped at: Context.', 'context-refused'],
  ['gstatusbare', unknownEnd('Network'), undefined],
  ['lostletter', 'It stopped at: Context.', 'context-denied'],
  ['zephyrrtt', unknownEnd('Network'), 'registration-searching'],
  ['lilygodenied', 'It stopped at: Network.', 'registration-denied'],
  ['modemlog', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['modemlogja', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['freebsdppp', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['qiita3', 'It stopped at: Network.', 'registration-no-coverage'],
  ['qiita', 'It stopped at: Network.', 'registration-denied'],
  ['rosppp', 'It stopped at: PPP.', 'link-auth-refused'],
  ['roslte', 'It stopped at: SIM.', 'sim-missing'],
  ['mmcli', 'It stopped at: Network.', 'registration-denied'],
  ['sendrecv', 'It stopped at: IP.', 'context-not-activated'],
  ['chatscript', 'It stopped at: PPP.', 'dial-no-answer'],
  ['owqmi', 'It stopped at: Network.', 'registration-denied'],
  ['qcm2', 'It stopped at: IP.', 'context-not-activated'],
  ['mminfo', 'It stopped at: IP.', 'context-not-activated'],
  ['telitcarrier', 'It stopped at: Internet.', undefined],
  ['atready', 'It stopped at: Network.', 'registration-denied'],
  ['bc66', 'It stopped at: Network.', 'registration-denied'],
  ['bg96mqtt', 'It stopped at: Internet.', 'inside-no-connection'],
  ['connectfail', 'It stopped at: Internet.', 'inside-no-connection'],
  ['espdial', 'It stopped at: PPP.', 'dial-refused'],
  ['huaweiburst', 'It stopped at: IP.', 'context-denied'],
  ['lwipnak', 'It stopped at: PPP.', 'link-auth-refused'],
  ['mc7455', 'It stopped at: PPP.', 'dial-refused'],
  ['mc7700', 'It stopped at: IP.', 'context-not-activated'],
  ['netopenerror', 'It stopped at: IP.', 'context-not-activated'],
  ['owchat', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['syslogppp', 'It stopped at: PPP.', 'link-terminated-by-peer'],
  ['tinyat', 'It stopped at: IP.', 'context-not-activated'],
  ['transparent', 'It stopped at: Internet.', undefined],
  ['wvdialup', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['wvdialagain', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['putty2', 'It stopped at: SIM.', 'sim-puk'],
  ['docklight2', 'It stopped at: Network.', 'registration-denied'],
  ['japrose', 'It stopped at: Network.', 'registration-denied'],
  ['mbedpin', unknownEnd('SIM'), 'sim-pin-needed'],
  ['gluedwhole', 'All that was tried came up.', undefined],
  ['mkrssl', 'It stopped at: Internet.', undefined],
  ['freematics', refused, undefined],
  ['wvdialcdma', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['freertos', 'It stopped at: SIM.', undefined],
  ['smstoolscms', refused, undefined],
  ['nrfrust', refused, undefined],
  ['atcok', unknownEnd('Network'), 'registration-searching'],
  ['teraterm2', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['coolterm2', 'It stopped at: IP.', 'context-not-activated'],
  ['particleline', 'It stopped at: Network.', 'registration-denied'],
  ['ril2line', 'It stopped at: Context.', 'context-denied'],
  ['realtermline', 'It stopped at: SIM.', 'sim-missing'],
  ['nodebuf', 'It stopped at: SIM.', 'sim-missing'],
  ['chatnbsp', 'It stopped at: Context.', 'context-not-activated'],
  ['mdtable', 'It stopped at: Network.', 'registration-denied'],
  ['urclog', 'It stopped at: Network.', 'registration-denied'],
  ['urconly', 'It stopped at: IP.', 'registration-denied'],
  ['urconlytimed', 'It stopped at: Network.', undefined],
  ['mpyrepl', unknownEnd('Network'), 'registration-no-coverage'],
  ['tinygsm2', unknownEnd('Network'), 'registration-searching'],
  ['noecho', unknownEnd('PPP'), undefined],
  ['yaml', unknownEnd('SIM'), 'sim-pin-needed'],
  ['scope', nothingFailed, undefined],
  ['lilygo', unknownEnd('Network'), 'registration-searching'],
  ['mmcliflat', unknownEnd('Network'), 'registration-searching'],
  ['uartshell', unknownEnd('PPP'), undefined],
  ['wvdialnoise', nothingFailed, undefined],
  ['itead', refused, undefined],
  ['nbiotshort', nothingFailed, undefined],
  ['pycomrepr', refused, undefined],
  ['sapbr', 'All that was tried came up.', undefined],
  ['nrfslm', 'All that was tried came up.', undefined],
  ['slashcomments', 'It stopped at: Internet.', 'inside-no-connection'],
  ['chatescape', 'It stopped at: Context.', 'context-denied'],
  ['joinederror', 'It stopped at: Internet.', undefined],
  ['blanksbehind', 'It stopped at: Network.', 'registration-searching'],
  ['donglesms', refused, undefined],
  ['shtrace', unknownEnd('Network'), 'registration-searching'],
  ['mbedppp', unknownEnd('PPP'), undefined],
  ['copsmulti', 'It stopped at: Network.', 'registration-denied'],
  ['particlenors', 'It stopped at: Port.', 'at-unresponsive'],
  ['pythonprint', 'It stopped at: IP.', 'context-not-activated'],
  ['espat', 'All that was tried came up.', undefined],
  ['espcmuxto', 'It stopped at: Port.', 'cmux-no-answer'],
  ['cgattalone', unknownEnd('Network'), undefined],
  ['netifdsend', 'All that was tried came up.', undefined],
  ['opnsense', 'It stopped at: PPP.', undefined],
  ['owqmod', 'It stopped at: SIM.', 'sim-failure'],
  ['bc95', unknownEnd('Network'), 'registration-no-coverage'],
])('%s: %s', (name, words, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(words)
  expect(story.causes[0]?.code).toBe(cause)
  const codes = story.causes.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)])
})

test('a log without an answer gives no verdict on what was asked', () => {
  const { summary } = storyOf('unhandled')
  expect(summary.stopped).toMatchObject({ id: 'port', state: 'busy' })
  expect(verdict(storyOf('unhandled')).en).toContain('No answer to a command is in this log')
  // This program says that it waited in vain.
  expect(verdict(storyOf('hologram2')).en).toBe('It stopped at: Port.')
})

test.each([
  ['a call that could not be taken up again', 'AT\nOK\nATO\nNO CARRIER\n', 'It stopped at: PPP.'],
  [
    'chat that waited in vain for the first answer',
    'chat[1]: send (AT^M)\nchat[1]: expect (OK)\nchat[1]: alarm\nchat[1]: Failed\n',
    'It stopped at: Port.',
  ],
  [
    'a registration that was asked for and refused',
    'AT\nOK\nAT+COPS=0\n+CME ERROR: 30\n',
    'It stopped at: Network.',
  ],
  [
    'a format that was refused is no registration',
    'AT+CREG?\n+CREG: 0,1\nOK\nAT+COPS=3,5\nERROR\n',
    refused,
  ],
  [
    'a socket of Serial Modem, which is named before its state',
    'AT#XCONNECT=0,"example.com",80\n#XCONNECT: 0,1\nOK\n',
    'All that was tried came up.',
  ],
  [
    'a service that did not start',
    'AT+NETOPEN\nOK\n+NETOPEN: 0\nAT+CMQTTSTART\nERROR\n',
    'It stopped at: Internet.',
  ],
  [
    'a login that pppd tells as refused, and the end of the link behind it',
    'pppd[8]: Connect: ppp0 <--> /dev/ttyUSB3\n' +
      'pppd[8]: rcvd [CHAP Challenge id=0x1 <5e1f>, name = "bench"]\n' +
      'pppd[8]: sent [CHAP Response id=0x1 <aabb>, name = "user"]\n' +
      'pppd[8]: rcvd [CHAP Failure id=0x1 "no"]\npppd[8]: CHAP authentication failed\n' +
      'pppd[8]: sent [LCP TermReq id=0x2 "Failed to authenticate ourselves to peer"]\n' +
      'pppd[8]: rcvd [LCP TermAck id=0x2]\npppd[8]: Connection terminated.\n',
    'It stopped at: PPP.',
  ],
  [
    'an error of which a letter was broken',
    'AT+CEREG?\n+CEREG: 0,1\nOK\nAT+UPSDA=0,3\n+CME ERRO?: Operation not allowed\nAT+CSQ\n+CSQ: 9,99\nOK\n',
    'It stopped at: IP.',
  ],
  [
    'a data session that ended, before the modem restarted',
    'AT^NDISDUP=1,1,"internet"\nOK\n^NDISSTAT: 0,33,,"IPV4"\nAT\nOK\n^BOOT:20952548,0,0,0,75\n',
    'It stopped at: IP.',
  ],
])('%s', (_name, log, words) => {
  expect(verdict(told(log)).en).toBe(words)
})

test('a value of another command than the one that waits closes it, and shifts no result', () => {
  const story = storyOf('scanpending')
  expect(verdict(story).en).toBe(unknownEnd('Network'))
  expect(story.causes.map(({ code }) => code)).toEqual([
    'registration-no-coverage',
    'registration-idle',
  ])
})

test.each(['+CME ERRO?: 3', '+CME ERRO\ufffd: 3', '+CM? E?ROR: 3'])(
  'a broken result is told as refused, and counted as bit errors: %s',
  (error) => {
    const { summary, oddities } = told(`AT+UPSDA=0,3\n${error}\nAT+CSQ\n+CSQ: 9,99\nOK\n`)
    expect(summary.stopped).toMatchObject({ id: 'ip', state: 'failure' })
    expect(oddities.map(({ kind, count }) => [kind, count])).toEqual([['bit-errors', 1]])
  },
)

test.each([
  ['AT+CEREG=3\nOK\n+CEREG: 3,"76C1","0102DA04",7,0,13\n', 'Reject cause 13'],
  ['AT+CEREG?\n+CEREG: 2,3\nOK\nAT+CEER\n+CEER: EMM_CAUSE 11\nOK\n', 'EMM_CAUSE 11'],
])('what the network gave as its reason comes first in what to try: %s', (log, reason) => {
  const [cause] = told(log).causes
  expect(cause?.code).toBe('registration-denied')
  expect(cause?.tries[0]?.en).toContain(reason)
})

test('the radio that was turned off is named, and a PUK that was wrong is told as the PUK', () => {
  const off = 'AT+CFUN=0\nOK\nAT+CEREG?\n+CEREG: 0,4\nOK\n'
  expect(told(off).causes[0]?.code).toBe('radio-off')
  expect(told(`${off}AT+CFUN=1\nOK\n`).causes.map(({ code }) => code)).not.toContain('radio-off')
  const { causes } = told('AT+CPIN="12345678","1111"\n+CME ERROR: 16\n')
  expect(causes.map(({ code }) => code)).toEqual(['sim-puk'])
  expect(causes[0]?.evidence[0]?.words?.en).toContain('PUK is wrong')
})

test('an error that came by itself is not told with the result of something else', () => {
  const { failure } = told('+CSQ: 9,99\nOK\n+CME ERROR: SIM failure\n')
  expect(failure?.lines.map(({ text }) => text)).toEqual(['+CME ERROR: SIM failure'])
})

test('a modem that starts over and over is told so, though nothing was asked of it', () => {
  expect(storyOf('bootloop').oddities.map(({ kind, count }) => [kind, count])).toEqual([
    ['restart', 2],
  ])
})

test('a version alone, as u-blox answers ATI9, is the firmware', () => {
  const { modem } = told('ATI9\n03.15,A00.01\n\nOK\nAT+GMM\nSARA-R510S-01B-00\n\nOK\n').summary
  expect(modem).toBe('SARA-R510S-01B-00 03.15,A00.01')
})
