import { repaired } from '../at/final'
import type { RungId } from '../modem/rungs'
import type { LogRow } from './row'
import { testResults, testsNetwork, testsTell } from './summary-tests'

type Line = Pick<LogRow, 'kind' | 'text'> & Partial<Pick<LogRow, 'command' | 'dir'>>
interface Remembered {
  readonly kind: LogRow['kind']
  readonly command: string | undefined
  readonly dir: LogRow['dir'] | undefined
  readonly told: Told | undefined
}

/** Asked for every row by several readers; the lines of a log come again and again. */
const mostRemembered = 1024
const remembered = new Map<string, Remembered>()

type Told = { readonly id: RungId; readonly state: 'busy' | 'fine' | 'failure' }

/** Commands of all makers that bring up a connection of the modem's own, without PPP on the port. */
const opensIp =
  /^AT(?:\+NETOPEN|\+CIICR|\+SAPBR=1,|\+QIACT(?:EX)?=|\+CNACT=\d+,[12]|\+CNACT=1|\+XDATACHANNEL=1|\$QCRMCALL=1|\^NDISDUP=\d+,1|#SGACT=\d+,1|\+UPSDA=\d+,3|!SCACT=1,|\^SICA=1,|#ECM=|\+KCNXUP=|\+MIPCALL=1|\+GTRNDIS=1|\+ZIPCALL=1|\+ZECMCALL=1|\$MYNETACT=\d+,1|\+XIIC=1|\+EAPNACT=1,)/i
/** A question opens nothing. */
const asks = /=?\?$/
const opensSocket =
  /^AT(?:\+CIPSTART=|\+CIPOPEN=|\+QIOPEN=|\+CAOPEN=|\+(?:USOCO|NSOCO|CSOCON)=|#SD=|\+SQNSD=|\^SISO=|\+KTCPCNX=|\+MIPOPEN=|\+TCPSETUP=|#XCONNECT=|\+CHTTPACT=|\+HTTPACTION=|\+QMTOPEN=|\+QMTCONN=|\+MQTTOPEN=|\+CMQTTCONNECT=|\+QHTTP(?:GET|POST)=|\+SHCONN|\+SMCONN|\+CCHOPEN=|\+WSCONNECT=|\+QSSLOPEN=|\+CHTTPSOPSE=|\+CFTPSLOGIN=|\+QFTPOPEN=|\+UMQTTC=1|\+UHTTPC=|#XMQTTCON=1|\+SQNSMQTTCONNECT=)/i
/** A socket that cannot even be made reaches nobody; that it was made says nothing yet. */
const makesSocket = /^AT(?:\+USOCR=|\+NSOCR=|#XSOCKET=1|\+CSOC=)/i
/** What is not taken for sending through a socket that was opened reaches nobody; that it was taken says nothing of the way. */
export const sends =
  /^AT\+(?:CIPSEND(?:EX)?|QISEND(?:EX)?|QSSLSEND|CASEND|CCHSEND|MIPSEND|CSO(?:D)?SEND|USO(?:WR|ST)|NSO(?:ST|SD)|KTCPSND|SQNSSEND(?:EXT)?|WSSEND|TCPSEND)(?:=(?!\?)|$)|^AT#(?:SSEND(?:EXT)?|XSEND)=/i
/** Their OK only says that they began. */
const beginsOnly =
  /^AT(?:\+NETOPEN|\+CAOPEN|\+CNACT|\+CIPSTART|\+CIPOPEN|\+QIOPEN|#XCONNECT|\+HTTPACTION|\+QMT|\+MQTTOPEN|\+CMQTT|\+QHTTP|\+CCHOPEN|\+WSCONNECT|\+QSSLOPEN|\+CHTTPSOPSE|\+CFTPSLOGIN|\+QFTPOPEN|\+UMQTTC|\+UHTTPC|#XMQTTCON|\+SQNSMQTT|\^NDISDUP|\+KCNXUP|\+MIPCALL|\+ZECMCALL|\+XIIC|\^SISO|\+KTCPCNX|\+MIPOPEN|\+TCPSETUP|\+GTRNDIS)/i

const results: readonly (readonly [RegExp, RungId, 'fine' | 'failure'])[] = [
  [/^\+NETOPEN: *0$/, 'ip', 'fine'],
  [/^\+NETOPEN: *[1-9]\d*$/, 'ip', 'failure'],
  [/^\+IP ERROR: *Network (?:is )?not opened/i, 'ip', 'failure'],
  // SIM7000 has one network, and says no number.
  [/^\+APP PDP: *(?:\d+, *)?ACTIVE/, 'ip', 'fine'],
  [/^\+APP PDP: *(?:\d+, *)?DEACTIVE/, 'ip', 'failure'],
  [/^\+SAPBR: *\d+, *1, *"(?!0\.0\.0\.0")/, 'ip', 'fine'],
  [/^\+CNACT: *(?:1|\d+, *1), *"(?!0\.0\.0\.0")[^"]+"/, 'ip', 'fine'],
  [/^(?:\d{1,2}, *)?(?:CONNECT OK|ALREADY CONNECT)$/, 'internet', 'fine'],
  [/^(?:\d{1,2}, *)?CONNECT FAIL$/, 'internet', 'failure'],
  // Serial Modem says the socket first.
  [/^#XCONNECT: *(?:\d+, *)?1$/, 'internet', 'fine'],
  [/^#XCONNECT: *(?:\d+, *)?0$/, 'internet', 'failure'],
  [/^\+QIURC: *"pdpdeact"|^\+PDP: DEACT|^\+CIPEVENT: NETWORK CLOSED/, 'ip', 'failure'],
  [/^\+CGEV: *NW DETACH/, 'network', 'failure'],
  [/^\^NDISSTAT(?:QRY)?: *1\b/, 'ip', 'fine'],
  [/^\^NDISSTAT: *0, *[1-9]/, 'ip', 'failure'],
  // Behind the OK of those that only begin with it.
  [/^\+UUPSDA: *0\b/, 'ip', 'fine'],
  [/^\+UUPSDA: *[1-9]/, 'ip', 'failure'],
  [/^\+KCNX_IND: *\d+, *1\b/, 'ip', 'fine'],
  [/^\+KCNX_IND: *\d+, *2\b/, 'ip', 'failure'],
  [/^\+(?:MIPCALL|XIIC): *(?:1, *)?[1-9]\d*\./, 'ip', 'fine'],
  [/^\+ZECMCALL: *CONNECT/, 'ip', 'fine'],
  // Fibocom: the state of the call, with its addresses once it is up.
  [/^\+GTRNDIS: *1\b/, 'ip', 'fine'],
  [/^\+(?:KTCP_IND|MIPOPEN): *\d+, *1\b/, 'internet', 'fine'],
  // 4 and 48 are the end of a connection that was up.
  [/^\+(?:KTCP_NOTIF: *\d+, *(?:[0-35]|1[2-5])\b|MIPOPEN: *\d+, *0\b)/, 'internet', 'failure'],
  [/^\+TCPSETUP: *\d+, *OK$/, 'internet', 'fine'],
  // M590 leaves the socket out: `+TCPSETUP:Error n`.
  [/^\+TCPSETUP: *(?:\d+, *)?(?:FAIL|ERROR)/i, 'internet', 'failure'],
  [/^\^SISW: *\d+, *1$/, 'internet', 'fine'],
  [/^\^SIS: *\d+, *0, *(?!48\b)(?:[1-9]\d{0,2}|1\d{3}|2000)\b/, 'internet', 'failure'],
  [/^\+(?:CIPOPEN|QIOPEN|QSSLOPEN|CAOPEN|CCHOPEN|WSCONNECT): *\d+, *0$/, 'internet', 'fine'],
  [
    /^\+(?:CIPOPEN|QIOPEN|QSSLOPEN|CAOPEN|CCHOPEN|WSCONNECT): *\d+, *[1-9]\d*$/,
    'internet',
    'failure',
  ],
  [/^\+CHTTPSOPSE: *0$/, 'internet', 'fine'],
  [/^\+CHTTPSOPSE: *[1-9]\d*$/, 'internet', 'failure'],
  [/^\+(?:QMTOPEN|CMQTTCONNECT|SQNSMQTTONCONNECT): *\d+, *0$/, 'internet', 'fine'],
  [/^\+(?:QMTOPEN|CMQTTCONNECT|SQNSMQTTONCONNECT): *\d+, *-?[1-9]\d*$/, 'internet', 'failure'],
  // Fibocom counts the other way round.
  [/^\+MQTTOPEN: *\d+, *1$/, 'internet', 'fine'],
  [/^\+MQTTOPEN: *\d+, *(?:0$|FAIL)/, 'internet', 'failure'],
  [/^\+MQTTBREAK: *\d/, 'internet', 'failure'],
  [/^\+CMQTTPUB: *\d+, *0$/, 'internet', 'fine'],
  [/^\+CMQTTPUB: *\d+, *[1-9]\d*$/, 'internet', 'failure'],
  [/^\+QMTPUB(?:EX)?: *\d+, *\d+, *0\b/, 'internet', 'fine'],
  [/^\+QMTPUB(?:EX)?: *\d+, *\d+, *2\b/, 'internet', 'failure'],
  [/^\+QMTCONN: *\d+, *0, *0$/, 'internet', 'fine'],
  [/^\+QMTCONN: *\d+, *(?:2$|0, *[1-9])/, 'internet', 'failure'],
  [/^\+UUMQTTC: *1, *1\b/, 'internet', 'fine'],
  [/^\+UUMQTTC: *1, *0\b/, 'internet', 'failure'],
  [/^\+UUHTTPCR: *\d+, *\d+, *1\b/, 'internet', 'fine'],
  [/^\+UUHTTPCR: *\d+, *\d+, *0\b/, 'internet', 'failure'],
  [/^\+(?:CFTPSLOGIN: *0|QFTPOPEN: *0\b.*)$/, 'internet', 'fine'],
  [/^\+(?:CFTPSLOGIN: *[1-9]\d*|QFTPOPEN: *[1-9].*)$/, 'internet', 'failure'],
  [/^#XMQTTEVT: *0, *0$/, 'internet', 'fine'],
  [/^#XMQTTEVT: *0, *-?[1-9]\d*$/, 'internet', 'failure'],
  // Asked for the error behind a socket that could not be connected.
  [/^\+USOER: *(?:10[1347]|11[0-3])$/, 'internet', 'failure'],
  // A server that answers is the Internet, whatever it thinks of the request; 6xx and 7xx are the modem's own.
  [/^\+(?:HTTPACTION|SHREQ): *(?:\d+|"\w+"), *[2-5]\d\d\b/, 'internet', 'fine'],
  [/^\+HTTPACTION: *\d+, *[67]\d\d\b/, 'internet', 'failure'],
  [/^\+QHTTP(?:GET|POST): *0\b/, 'internet', 'fine'],
  [/^\+QHTTP(?:GET|POST): *7\d\d\b/, 'internet', 'failure'],
  ...testResults,
]

/** What wvdial says of the link; pppd's own lines are read where they are its. */
const dialler: readonly (readonly [RegExp, Told])[] = [
  [/^(?:> ?)*--> No Carrier!/i, { id: 'ppp', state: 'failure' }],
  [/^--> Authentication \(\w+\) successful/, { id: 'ppp', state: 'fine' }],
  [/^--> (?:The PPP daemon has died|pppd died|PPP daemon)/, { id: 'ppp', state: 'failure' }],
]

/** What a row says of a connection that the modem makes by itself; nothing for other rows. */
export function openingStage(row: Line): Told | undefined {
  const known = remembered.get(row.text)
  if (known?.kind === row.kind && known.command === row.command && known.dir === row.dir)
    return known.told
  const told = stageOf(row)
  if (remembered.size >= mostRemembered) remembered.clear()
  const { kind, command, dir } = row
  remembered.set(row.text, { kind, command, dir, told })
  return told
}

function stageOf(row: Line): Told | undefined {
  if (row.kind === 'command') {
    if (asks.test(row.text)) return undefined
    if (opensIp.test(row.text)) return { id: 'ip', state: 'busy' }
    return reaches(row.text) ? { id: 'internet', state: 'busy' } : undefined
  }
  if (row.kind === 'final') return ended(row)
  // pppd says so under every dialer; its options do not show the frames.
  if (row.kind === 'text' && /\blocal +IP address \d+\.\d+\.\d+\.\d+/.test(row.text))
    return { id: 'ip', state: 'fine' }
  if (row.kind === 'text') return dialler.find(([form]) => form.test(row.text))?.[1]
  if (row.dir !== 'rx' || row.kind === 'echo') return undefined
  // ESP-AT says it before OK.
  if (/^(?:\d,)?CONNECT$/.test(row.text) && /^AT\+CIPSTART=/i.test(row.command ?? ''))
    return { id: 'internet', state: 'fine' }
  // SIM800 says the state before CONNECT FAIL, which not every program waits for.
  if (/^STATE: (?:IP (?:INITIAL|START|GPRSACT)|PDP DEACT|(?:TCP|UDP) CLOSED)$/.test(row.text))
    return /^AT\+CIPSTART=/i.test(row.command ?? '') ? noSocket : undefined
  // Asked, it says whether the service is open.
  if (/^AT\+NETOPEN\?/i.test(row.command ?? ''))
    return /^\+NETOPEN: *1\b/.test(row.text) ? { id: 'ip', state: 'fine' } : undefined
  if (/^\+CIPERROR: *[1-9]/.test(row.text))
    return /^AT\+CIP(?:SEND|OPEN)/i.test(row.command ?? '') ? noSocket : undefined
  // Asked for, or taken down on purpose, it tells nothing of a failure.
  if (/^\+GTRNDIS: *0$/.test(row.text))
    return /^AT\+GTRNDIS=1/i.test(row.command ?? '') ? noContext : undefined
  if (/^\+MIPCALL: *0$/.test(row.text))
    return /^AT\+MIPCALL(?:=0|\?)/i.test(row.command ?? '') ? undefined : noContext
  const found = results.find(([form]) => form.test(row.text))
  return found && { id: found[1], state: found[2] }
}

function ended({
  command,
  text,
}: Partial<Pick<LogRow, 'command'>> & Pick<LogRow, 'text'>): Told | undefined {
  if (command === undefined || asks.test(command)) return undefined
  if (/^(?:\d{1,2}, *)?SEND FAIL$/.test(text)) return noSocket
  const id = opensIp.test(command) ? 'ip' : reaches(command) ? 'internet' : undefined
  if (!id) return makesSocket.test(command) && /ERROR/.test(text) ? noSocket : undefined
  // Telit's sockets go to data mode.
  if (text === 'CONNECT') return { id, state: 'fine' }
  if (text === 'OK')
    return beginsOnly.test(command) || testsTell.test(command) ? undefined : { id, state: 'fine' }
  return /ERROR|FAIL|NO CARRIER/.test(repaired(text) ?? text) ? { id, state: 'failure' } : undefined
}

const reaches = (command: string) => opensSocket.test(command) || testsNetwork.test(command)

const noContext: Told = { id: 'ip', state: 'failure' }
const noSocket: Told = { id: 'internet', state: 'failure' }

export function isDial(command: string): boolean {
  // V.250, 6.3.1: T, P and spaces stand between D and the number; a log of Windows shows # for each digit.
  return /^ATD[TP ]*(?:[*#]\d|[*#x]{3,})|^AT\+CGDATA\b|;\+CGDATA=/i.test(command)
}
