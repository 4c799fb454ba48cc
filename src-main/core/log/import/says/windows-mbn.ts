import type { FaultCode } from '../../../fault'
import type { RungId } from '../../../modem/rungs'
import { type Says, says } from './says'

type Row = readonly [form: RegExp, rung: RungId, en: string, ja: string, cause?: FaultCode]

/**
 * What the mobile broadband service of Windows says by number or by name, in whatever language its words are: the errors of
 * mbnapi.h (E_MBN_…, 0x80548201 and on) and WWAN_READY_STATE, as netsh, the event log and a trace show them.
 */
const rows: readonly Row[] = [
  [
    /\b0x8054820A\b|\bE_MBN_SIM_NOT_INSERTED\b|\bWwanReadyStateSimNotInserted\b/i,
    'sim',
    'Windows sees no SIM in the modem.',
    'モデムに SIM が挿入されていません。',
    'sim-missing',
  ],
  [
    /\b0x80548202\b|\bE_MBN_BAD_SIM\b|\bWwanReadyStateBadSim\b/i,
    'sim',
    'The modem cannot use the SIM.',
    'モデムが SIM を使用できません。',
    'sim-failure',
  ],
  [
    /\b0x80548210\b|\bE_MBN_PIN_REQUIRED\b|\bWwanReadyStateDeviceLocked\b/i,
    'sim',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ],
  [
    /\b0x80548208\b|\bE_MBN_RADIO_POWER_OFF\b/i,
    'network',
    'The radio is off: look for airplane mode, the switch of the computer and W_DISABLE.',
    '無線がオフです。機内モード、コンピューターのスイッチ、W_DISABLE を確認してください。',
    'radio-off',
  ],
  [
    /\b0x8054820[7DE]\b|\bE_MBN_(?:PROVIDER_NOT_VISIBLE|NOT_REGISTERED|PROVIDERS_NOT_FOUND)\b/i,
    'network',
    'The modem is not registered with a network.',
    'モデムがネットワークに登録されていません。',
    'registration-searching',
  ],
  [
    /\b0x80548206\b|\bE_MBN_PACKET_SVC_DETACHED\b/i,
    'network',
    'The modem is not attached to the packet network.',
    'モデムがパケットネットワークにアタッチしていません。',
    'registration-searching',
  ],
  [
    /\b0x80548209\b|\bE_MBN_SERVICE_NOT_ACTIVATED\b|\bWwanReadyStateNotActivated\b/i,
    'ip',
    'The service is not activated for this SIM: look at the contract, whether the SIM was activated, and the APN.',
    'この SIM ではサービスが有効になっていません。契約、SIM の開通手続き、APN を確認してください。',
    'context-denied',
  ],
  [
    /\b0x80548204\b|\bE_MBN_INVALID_ACCESS_STRING\b/i,
    'ip',
    'The network does not take this APN (access string of the profile).',
    'この APN（プロファイルの AccessString）は受け付けられません。',
    'context-denied',
  ],
  [
    /\b0x8054820[15]\b|\bE_MBN_(?:CONTEXT_NOT_ACTIVATED|MAX_ACTIVATED_CONTEXTS)\b/i,
    'ip',
    'The data session did not start.',
    'データ接続が開始されませんでした。',
    'context-not-activated',
  ],
]

export const mbnErrors: readonly Says[] = rows.map(([form, rung, en, ja, cause]) =>
  says(form, rung, 'failure', en, ja, cause),
)
