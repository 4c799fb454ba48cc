import type { Command } from '@core/at/command-text'
import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

const ok = decoder({
  id: 'OK',
  pattern: /^OK$/,
  title: say('success', '成功'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say('The command was carried out.', 'コマンドは正常に実行されました。'),
    severity: 'fine',
  }),
})

const refusedForm = say(
  'The modem refused it: it does not know this form of error reports; try AT+CMEE=1.',
  '拒否されました。この形式のエラー表示には対応していません。AT+CMEE=1 を試してください。',
)
const withoutReason = say(
  'The modem refused the command without saying why; AT+CMEE=2 makes it say.',
  'コマンドは拒否されました。AT+CMEE=2 を設定すると理由が表示されます。',
)
/** Error reports are on already (27.007, 9.1). */
const withoutCode = say(
  'The modem refused the command and has no code for it: mostly a command that it does not know, or a parameter that it does not take.',
  'コマンドは拒否されました。理由を示すコードはありません。多くの場合、モデムが対応していないコマンドか、指定できないパラメーターです。',
)

const error = decoder({
  id: 'ERROR',
  pattern: /^ERROR$/,
  title: say('failure without a reason', '理由なしのエラー'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'hard',
  explain: (_facts, { command, reasons }) => ({
    words: command?.name === '+CMEE' ? refusedForm : reasons === true ? withoutCode : withoutReason,
    severity: 'failure',
  }),
})

const busy = decoder({
  id: 'BUSY',
  pattern: /^BUSY$/,
  title: say('busy', '話中'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  explain: () => ({
    words: say('The other side is busy.', '相手側が話中です。'),
    severity: 'warning',
  }),
})

const noAnswer = decoder({
  id: 'NO ANSWER',
  pattern: /^NO ANSWER$/,
  title: say('no answer', '応答なし'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  explain: () => ({
    words: say('The other side did not answer.', '相手側が応答しません。'),
    severity: 'warning',
  }),
})

const noCarrier = decoder({
  id: 'NO CARRIER',
  pattern: /^NO CARRIER(?:: ?\d+, ?\d+)?$/,
  title: say('end of a connection', '接続の終了'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  explain: (_facts, { command }) => ({
    words: isSocket(command?.name)
      ? say(
          'The socket could not be opened, or its connection ended.',
          'ソケットを接続できなかったか、接続が終了しました。',
        )
      : say(
          'The data call ended or could not be set up.',
          'データ接続が終了したか、確立できませんでした。',
        ),
    severity: 'warning',
  }),
})

const noDialtone = decoder({
  id: 'NO DIALTONE',
  pattern: /^NO DIAL ?TONE$/,
  title: say('no dial tone', 'ダイヤルトーンなし'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  explain: () => ({
    words: say(
      'No dial tone: the modem has no network for the call.',
      '発信できるネットワークがありません（ダイヤルトーンなし）。',
    ),
    severity: 'warning',
  }),
})

const aborted = decoder({
  id: 'ABORTED',
  pattern: /^ABORTED$/,
  title: say('aborted command', 'コマンドの中断'),
  spec: 'ITU-T V.250, 5.6.1',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say(
      'The command was aborted, usually because a byte was sent while it ran.',
      'コマンドは中断されました（実行中に何か送信すると中断されます）。',
    ),
    severity: 'warning',
  }),
})

const commandNotSupport = decoder({
  id: 'COMMAND NOT SUPPORT',
  pattern: /^COMMAND NOT SUPPORT(?:ED)?$/,
  title: say('unknown command', '非対応コマンド'),
  spec: 'SIMCom and Fibocom modems',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say(
      'This firmware does not know the command.',
      'このファームウェアはコマンドに対応していません。',
    ),
    severity: 'failure',
  }),
})

const commandNoResponse = decoder({
  id: 'COMMAND NO RESPONSE!',
  pattern: /^COMMAND NO RESPONSE!$/,
  title: say('no answer inside the module', 'モジュール内部の応答なし'),
  spec: 'Ai-Thinker A6 and A7',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say(
      'The module waited in vain for the network to carry the command out. Look at the registration and the signal.',
      'ネットワークからの応答がなく、コマンドは実行されませんでした。登録状態と電波を確認してください。',
    ),
    severity: 'failure',
  }),
})

/** Commands whose CONNECT opens a socket in transparent mode, not a call. */
const isSocket = (name: string | undefined) =>
  name !== undefined &&
  /^(?:\+QIOPEN|\+QSSLOPEN|\+QISWTMD|\+CIPOPEN|\+CIPSTART|\+CCHOPEN|\+CAOPEN|#SD|#SO|#SSLD|#SSLO|\+SQNSD|\+USODL|\^SIST|\+KTCPCNX|\+TCPTRANS|\+MIPODM)$/.test(
    name,
  )

/** Commands whose CONNECT is followed by the octets of a file or a message, in either direction. */
const isTransfer = (name: string | undefined) =>
  name !== undefined &&
  /^(?:\+QF(?:UPL|DWL|READ|WRITE)|\+QHTTP\w+|\+QFTP\w+|\+QSMTP\w+|\+QMMS\w+|\+QSECWRITE|#HTTP\w+|#FTP\w+|#M2MWRITE|#M2MREAD|#SSLSECDATA|\+K(?:TCP|UDP)(?:SND|RCV)|\+KHTTP\w+|\+KFTP\w+)$/.test(
    name,
  )

/** `AT+CGDATA="M-RAW_IP",1`: the layer 2 that makers add where packets need none (27.007, 10.1.12). */
const isRawIp = (command: Command | undefined) =>
  command?.name === '+CGDATA' && /RAW[-_ ]?IP/i.test(command.args)

const connect = decoder({
  id: 'CONNECT',
  // `CONNECT OK` and `CONNECT FAIL` are a socket's, told by its decoder.
  pattern: /^CONNECT(?! (?:OK|FAIL)$)(?:[\s\d/:,.+-].*)?$/,
  title: say('start of data mode', 'データモードの開始'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  parameters: [text('text', 'speed or text', '速度など')],
  row: (row: Row) => ({ text: row.line.trim().slice('CONNECT'.length).trim() || null }),
  explain: ({ text: tail }, { command }) => ({
    words:
      command?.name === '+CIPSTART'
        ? say(
            'Connected; in transparent mode the port carries the data of the socket from here on.',
            '接続しました。トランスペアレントモードでは、以降はソケットのデータが流れます。',
          )
        : isSocket(command?.name)
          ? say(
              'Connected: from here on the port carries the data of the socket, not AT.',
              '接続しました。以降は AT ではなくソケットのデータが流れます。',
            )
          : isTransfer(command?.name)
            ? say(
                'The port carries the data of this command now, not AT.',
                'ここからは AT ではなく、このコマンドのデータが流れます。',
              )
            : isRawIp(command)
              ? say(
                  'Connected: from here on the port carries IP packets as they are, neither AT nor PPP.',
                  '接続しました。以降は AT でも PPP でもなく、IP パケットがそのまま流れます。',
                )
              : say(
                  `Connected${typeof tail === 'string' ? ` (${tail})` : ''}: from here on the port speaks PPP, not AT.`,
                  `接続しました${typeof tail === 'string' ? `（${tail}）` : ''}。以降は AT ではなく PPP のデータが流れます。`,
                ),
  }),
})

const disconnected = decoder({
  id: 'DISCONNECTED',
  pattern: /^DISCONNECTED?$/,
  title: say('end of a connection', '接続の終了'),
  spec: 'Quectel and u-blox manuals',
  group: 'result',
  explain: () => ({
    words: say('The connection has ended.', '接続が終了しました。'),
    severity: 'notice',
  }),
})

const modemError = decoder({
  id: 'MODEM ERROR',
  pattern: /^MODEM ERROR(?:: .*)?$/,
  title: say('error of the modem', 'モデムのエラー'),
  spec: 'Siemens and Option modems',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say('The modem reports an internal error.', 'モデム内部のエラーです。'),
    severity: 'failure',
  }),
})

export default [
  ok,
  error,
  busy,
  noAnswer,
  noCarrier,
  noDialtone,
  aborted,
  commandNotSupport,
  commandNoResponse,
  connect,
  disconnected,
  modemError,
]
