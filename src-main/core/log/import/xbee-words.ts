import type { Secret, SecretKind } from '../../at/knowledge'
import type { FaultCode } from '../../fault'
import type { RungId } from '../../modem/rungs'
import type { Severity, Words } from '../../words'

/** What a command of an XBee or its answer says, and how far the connection came by it. */
export interface Told {
  readonly words: Words
  readonly severity: Severity
  readonly rung?: RungId
  readonly state?: 'fine' | 'busy' | 'failure'
  readonly cause?: FaultCode
  readonly secrets?: readonly Secret[]
}

/** The states of ATAI, as CellularAssociationIndicationStatus of Digi’s XBee Python library names them. */
const association: { readonly [code: number]: Told } = {
  0x00: fine('ip', 'The XBee is connected to the internet.', 'インターネットに接続しています。'),
  0x22: {
    ...busy('network', 'It registers with a network.', 'ネットワークに登録中です。'),
    cause: 'registration-searching',
  },
  0x23: busy(
    'ip',
    'It is registered and connects to the internet.',
    '登録済みで、インターネットへの接続中です。',
  ),
  0x24: failure(
    'network',
    'The cellular part inside does not answer or needs new firmware.',
    '内蔵のセルラー部が応答しないか、ファームウェアの更新が必要です。',
  ),
  0x25: {
    ...failure(
      'network',
      'The network refused the registration.',
      'ネットワークが登録を拒否しました。',
    ),
    cause: 'registration-denied',
  },
  0x2a: {
    ...failure(
      'network',
      'Airplane mode is on: ATAM0 turns it off.',
      '機内モードです。ATAM0 で解除できます。',
    ),
    cause: 'radio-off',
  },
  0x2b: notice(
    'USB direct mode: the cellular part is reached by USB only.',
    'USB ダイレクトモードです。セルラー部には USB からだけアクセスできます。',
  ),
  0x2c: notice('It sleeps (PSM).', 'PSM で休止中です。'),
  0x2d: notice('It was shut down.', 'シャットダウンされています。'),
  0x2e: failure(
    'network',
    'It shut itself down: the supply voltage is too low.',
    '電源電圧の低下により、自らシャットダウンしました。',
  ),
  0x2f: notice(
    'Bypass mode: what is sent reaches the cellular part itself.',
    'バイパスモードです。送ったデータは内蔵のセルラー部に直接届きます。',
  ),
  0x30: notice('It updates its firmware.', 'ファームウェアを更新中です。'),
  0x31: notice('It is in the mode for regulatory tests.', '認証試験用のモードです。'),
  0xff: notice('It starts.', '起動中です。'),
}

interface Command {
  readonly en: string
  readonly ja: string
  readonly secret?: SecretKind
}

/** Digi XBee 3 Cellular user guide, “AT commands”. */
const commands: { readonly [name: string]: Command } = {
  AC: { en: 'apply the changes', ja: '変更の適用' },
  AI: { en: 'state of the connection', ja: '接続の状態' },
  AM: { en: 'airplane mode', ja: '機内モード' },
  AN: { en: 'APN', ja: 'APN' },
  AP: { en: 'mode: transparent, API or bypass', ja: '動作モード（透過・API・バイパス）' },
  CN: { en: 'leave the command mode', ja: 'コマンドモードの終了' },
  CP: { en: 'carrier profile', ja: '事業者プロファイル' },
  DB: { en: 'signal', ja: '受信信号の強さ' },
  FR: { en: 'restart', ja: '再起動' },
  HV: { en: 'hardware version', ja: 'ハードウェアのバージョン' },
  II: { en: 'IMSI', ja: 'IMSI', secret: 'imsi' },
  IM: { en: 'IMEI', ja: 'IMEI', secret: 'imei' },
  MN: { en: 'operator', ja: '事業者' },
  MV: { en: 'firmware of the cellular part', ja: 'セルラー部のファームウェア' },
  MY: { en: 'IP address', ja: 'IP アドレス', secret: 'address' },
  NR: { en: 'reset of the network', ja: 'ネットワークのリセット' },
  OA: { en: 'APN in use', ja: '使用中の APN' },
  PH: { en: 'phone number', ja: '電話番号', secret: 'number' },
  PN: { en: 'PIN of the SIM', ja: 'SIM の PIN', secret: 'pin' },
  'S#': { en: 'ICCID', ja: 'ICCID', secret: 'iccid' },
  SD: { en: 'shut down', ja: 'シャットダウン' },
  VR: { en: 'firmware version', ja: 'ファームウェアのバージョン' },
  WR: { en: 'store the settings', ja: '設定の保存' },
}

/** The command itself, with what it sets. Undefined for a command that is not known. */
export function commandTold(
  name: string,
  text: string,
  value: string | undefined,
): Told | undefined {
  const command = commands[name]
  if (!command) return undefined
  return {
    words: { en: `XBee: ${command.en}.`, ja: `XBee：${command.ja}。` },
    severity: 'fine',
    secrets: value === undefined ? [] : hidden(command, text, value),
  }
}

/** Its answer; numbers are in `radix`. */
export function answerTold(name: string, text: string, radix: 10 | 16): Told | undefined {
  const number = (radix === 16 ? /^[0-9A-F]{1,4}$/i : /^\d{1,4}$/).test(text)
    ? parseInt(text, radix)
    : undefined
  if (name === 'AI') return number === undefined ? undefined : association[number]
  if (name === 'DB' && number !== undefined && number > 0 && number < 200)
    return notice(`Signal: −${number} dBm.`, `受信信号の強さ：−${number} dBm。`, 'fine')
  const command = commands[name]
  if (!command) return undefined
  const words = { en: `XBee: ${command.en}.`, ja: `XBee：${command.ja}。` }
  return { words, severity: 'fine', secrets: hidden(command, text, text.replaceAll(/['"]/g, '')) }
}

export const refused: Told = notice(
  'The XBee refused the command.',
  'XBee がコマンドを拒否しました。',
  'failure',
)

function hidden({ secret }: Command, text: string, value: string): Secret[] {
  const start = text.lastIndexOf(value)
  return secret && start >= 0 ? [{ kind: secret, start, end: start + value.length }] : []
}

function fine(rung: RungId, en: string, ja: string): Told {
  return { words: { en, ja }, severity: 'fine', rung, state: 'fine' }
}
function busy(rung: RungId, en: string, ja: string): Told {
  return { words: { en, ja }, severity: 'notice', rung, state: 'busy' }
}
function failure(rung: RungId, en: string, ja: string): Told {
  return { words: { en, ja }, severity: 'failure', rung, state: 'failure' }
}
function notice(en: string, ja: string, severity: Severity = 'notice'): Told {
  return { words: { en, ja }, severity }
}
