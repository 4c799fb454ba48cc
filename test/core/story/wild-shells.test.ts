import { expect, test } from 'vitest'
import { verdict } from '@core/story/words'
import { nothingFailed, refused, storyOf, unknownEnd } from './wild-story'

// Sessions of a shell, records of JSON and octets without blanks: where each log stopped, and the likeliest cause; reviewed.
test.each([
  ['hexpacked', 'It stopped at: SIM.', 'sim-missing'],
  ['hexxxdp', 'It stopped at: Network.', 'registration-denied'],
  ['hexnoend', refused, undefined],
  ['hexespidf', unknownEnd('Network'), 'registration-searching'],
  ['jsonpair', 'It stopped at: Network.', 'registration-searching'],
  ['jsonlist', 'It stopped at: SIM.', 'sim-missing'],
  ['jsonrequest', 'It stopped at: Network.', 'registration-denied'],
  ['gsmctlall', 'It stopped at: Network.', 'registration-denied'],
  ['ubusexec', 'It stopped at: SIM.', 'sim-missing'],
  ['glmodem', 'It stopped at: Context.', 'context-denied'],
  ['atinoutecho', unknownEnd('SIM'), 'sim-pin-needed'],
  ['sendatrooter', 'It stopped at: Network.', 'registration-denied'],
  ['jpnevulator', 'It stopped at: SIM.', 'sim-missing'],
  // The definition of the context, read afterwards, makes no session good.
  ['qiactread', 'It stopped at: IP.', 'context-not-activated'],
  // Routers, phones and libraries whose quotation marks, pieces and repetitions hide who said what.
  ['keenetic', 'It stopped at: Context.', 'context-denied'],
  ['eg25', unknownEnd('SIM'), 'sim-pin-needed'],
  ['smslib', refused, undefined],
  ['syslogpri', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['trackerupy', 'It stopped at: Internet.', 'inside-not-begun'],
  // A question whether it is open opens nothing: what failed before stays so.
  ['sim5320', 'It stopped at: IP.', 'context-not-activated'],
  ['tcallbold', 'It stopped at: Internet.', 'inside-no-connection'],
  ['mbedecho', refused, undefined],
  ['wl500g', 'It stopped at: Context.', 'context-refused'],
  ['ncmsh', 'All that was tried came up.', undefined],
  ['ncmtimeout', 'It stopped at: Port.', 'at-unresponsive'],
  ['venusppp', 'All that was tried came up.', undefined],
  ['wammumm', nothingFailed, undefined],
  ['gcomonly', nothingFailed, undefined],
  ['cudy', nothingFailed, undefined],
  // Echoes printed once more, patterns that a parser waits for, and what libraries print of a request.
  ['luatusb', 'It stopped at: PPP.', 'dial-refused'],
  ['zephyrdot', 'It stopped at: Port.', 'at-unresponsive'],
  ['zephyrrttshell', nothingFailed, undefined],
  ['air780e', unknownEnd('Network'), 'registration-denied'],
  ['triple', unknownEnd('SIM'), 'sim-pin-needed'],
  ['mbedlost', nothingFailed, undefined],
  ['mbedparser', nothingFailed, undefined],
  ['issuedanswer', 'It stopped at: IP.', 'context-not-activated'],
  ['fonamenu', 'It stopped at: Internet.', 'inside-no-connection'],
  ['chttps13', 'It stopped at: Internet.', 'inside-no-connection'],
  ['mmxmm', 'It stopped at: Network.', 'registration-no-coverage'],
  ['internetcom', 'It stopped at: SIM.', 'sim-missing'],
  ['curlypin', 'It stopped at: SIM.', undefined],
  ['sim7020', refused, undefined],
  ['mpcgdata', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['mppppdef', nothingFailed, undefined],
  // A late answer to a command that was refused is not the next one's.
  ['ubxstep', 'It stopped at: Internet.', undefined],
  ['quecmanager', refused, undefined],
  ['libwrt', 'It stopped at: IP.', 'context-denied'],
  ['wiobg770', 'It stopped at: SIM.', 'sim-missing'],
  ['mbedhe910', 'It stopped at: SIM.', 'sim-missing'],
  ['modsens', 'It stopped at: Network.', 'registration-denied'],
  ['espidf637', 'It stopped at: PPP.', 'dial-refused'],
  ['compound3g', nothingFailed, undefined],
  ['qcmnetifd', unknownEnd('Network'), 'registration-searching'],
  ['smd7', 'It stopped at: Network.', 'registration-denied'],
  ['nmbalena', 'All that was tried came up.', undefined],
  ['csvdump', 'It stopped at: SIM.', 'sim-missing'],
  ['risposta', 'It stopped at: Internet.', undefined],
  ['esphometoken', 'It stopped at: Network.', 'registration-denied'],
  ['l860trace', nothingFailed, undefined],
  ['comgtwrite', 'It stopped at: Port.', 'at-unresponsive'],
  ['mqttpem', 'It stopped at: Internet.', 'tls-broken'],
  ['mstk', refused, undefined],
  ['sscommqtt3', 'It stopped at: Internet.', 'inside-no-connection'],
  ['nbstep', unknownEnd('Network'), 'registration-searching'],
  // Another device that no plugin knows is not the modem, which was found.
  ['mmhuawei', 'It stopped at: SIM.', 'sim-missing'],
  ['discord', nothingFailed, undefined],
  ['atchatros', 'It stopped at: Network.', 'registration-denied'],
  ['xterm', 'It stopped at: SIM.', 'sim-puk'],
  ['ctlb', 'It stopped at: Context.', 'registration-denied'],
])('%s: %s', (name, words, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(words)
  expect(story.causes[0]?.code).toBe(cause)
})
