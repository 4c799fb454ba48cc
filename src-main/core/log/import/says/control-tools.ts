import type { FaultCode } from '../../../fault'
import type { RungId } from '../../../modem/rungs'
import { inAnyLog, type Says, says } from './says'

/** Words that more than one tool has for the same. */
const pukWanted = [
  'The SIM is locked and wants its PUK.',
  'SIM がロックされており、PUK が必要です。',
] as const
const noCard = ['The modem sees no SIM it can use.', '使用できる SIM がありません。'] as const
const registered = ['Registered with a network.', 'ネットワークに登録されました。'] as const
const refused = [
  'The network refused the registration; its reason is in this line or beside it.',
  'ネットワークが登録を拒否しました。理由はこの行または前後の行にあります。',
] as const
const sessionUp = ['The data session is up.', 'データ接続が確立しました。'] as const
const radioOff = [
  'The radio is off: look for a switch of the computer (rfkill, W_DISABLE, airplane mode), then switch it on.',
  '無線がオフです。コンピューターのスイッチ（rfkill、W_DISABLE、機内モード）を確認してから、オンにしてください。',
] as const

/** What mbimcli ends with, each with what helps. */
const refusals: readonly (readonly [
  form: RegExp,
  rung: RungId,
  en: string,
  ja: string,
  cause?: FaultCode,
])[] = [
  [/(?:operation failed|MBIM protocol error): SimNotInserted\b/, 'sim', ...noCard, 'sim-missing'],
  [
    /(?:operation failed|MBIM protocol error): BadSim\b/,
    'sim',
    'The modem cannot use the SIM.',
    'モデムが SIM を使用できません。',
    'sim-failure',
  ],
  [
    /(?:operation failed|MBIM protocol error): PinRequired\b/,
    'sim',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ],
  [
    /(?:operation failed|MBIM protocol error): RadioPowerOff\b/,
    'network',
    ...radioOff,
    'radio-off',
  ],
  [
    /(?:operation failed|MBIM protocol error): (?:NotRegistered|ProvidersNotFound|ProviderNotVisible)\b/,
    'network',
    'The modem is not registered with a network.',
    'モデムがネットワークに登録されていません。',
    'registration-searching',
  ],
  [
    /(?:operation failed|MBIM protocol error): PacketServiceDetached\b/,
    'network',
    'Not attached to the packet network: mbimcli --attach-packet-service attaches.',
    'パケットネットワークにアタッチしていません。mbimcli --attach-packet-service でアタッチします。',
    'registration-searching',
  ],
  [
    /(?:operation failed|MBIM protocol error): ServiceNotActivated\b/,
    'ip',
    'The service is not activated for this SIM: look at the contract, whether the SIM was activated, and the APN.',
    'この SIM ではサービスが有効になっていません。契約、SIM の開通手続き、APN を確認してください。',
    'context-denied',
  ],
  [
    /(?:operation failed|MBIM protocol error): InvalidAccessString\b/,
    'ip',
    'The network does not take this APN (MBIM: access string).',
    'この APN（MBIM の access string）は受け付けられません。',
    'context-denied',
  ],
  [
    /(?:operation failed|MBIM protocol error): InvalidUserNamePwd\b/,
    'ip',
    'User and password were refused; the data session did not start.',
    'ユーザー名・パスワードが拒否され、データ接続が開始されませんでした。',
    'link-auth-refused',
  ],
  [
    /(?:operation failed|MBIM protocol error): MaxActivatedContexts\b/,
    'ip',
    'The modem holds no more data sessions: end one of them (mbimcli --disconnect=SESSION).',
    '同時に確立できるデータ接続の上限に達しています。mbimcli --disconnect=SESSION で切断してください。',
    'context-not-activated',
  ],
]

/**
 * qmicli, mbimcli with mbim-network, umbim, uqmi and OpenBSD's umb(4): what they print of the card, the radio, the
 * registration and the session. States and reasons have the names of libqmi and libmbim; umbim puts their numbers before
 * them (MBIM 1.0, 10.5).
 */
export const controlTools: readonly Says[] = [
  says(
    /"pin1_status": ?"blocked"|\bPIN1 state: 'blocked'|'puk1-or-upin-puk-required'|"card_application_state": ?"(?:puk1_or_upin_puk_required|pin1_blocked)"|\bType: 'puk1'|required pin: \d+ \(puk1?\)|\bSIMStatus: SIM_PUK\b/,
    'sim',
    'failure',
    ...pukWanted,
    'sim-puk',
  ),
  says(
    /\b(?:Ready state:|ReadyState =) 'device-locked'|\breadystate: 0006\b|"pin1_status": ?"not_verified"|'pin1-or-upin-pin-required'|\bType: 'pin1'|required pin: \d+ \(pin1?\)|"card_application_state": ?"pin1_or_upin_pin_required"/,
    'sim',
    'failure',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ),
  says(
    /\bCard state: '(?:absent|error)|\b(?:Ready state:|ReadyState =) 'sim-not-inserted'|\bcard_state = 'absent'|\breadystate: 0002\b/,
    'sim',
    'failure',
    ...noCard,
    'sim-missing',
  ),
  says(
    /\b(?:Ready state:|ReadyState =) '(?:bad-sim|failure|not-activated)'|\breadystate: 000[345]\b|\bCard state: 'unknown'|"card_application_state": ?"illegal"/,
    'sim',
    'failure',
    'The modem cannot use the SIM.',
    'モデムが SIM を使用できません。',
    'sim-failure',
  ),
  says(
    /\bRegister state: 'denied'|\bregisterstate: 0006\b|\b(?:Registration state:|registration_state =) 'registration-denied'|\bRegisterState = 'denied'|\bNetwork error: '(?:imsi-unknown|illegal-|imei-not|gprs-|plmn-not|location-area-not|roaming-not|no-cells)|"registration": ?"(?:denied|regist\w+_denied)"/,
    'network',
    'failure',
    ...refused,
    'registration-denied',
  ),
  says(
    /\b(?:Register state:|RegisterState =) '(?:home|roaming|partner)'|\bregistration_state = 'registered'|\bregisterstate: 000[345]\b/,
    'network',
    'fine',
    ...registered,
  ),
  says(
    /\b(?:Ready state:|ReadyState =) 'initialized'|\breadystate: 0001\b|"pin1_status": ?"(?:disabled|verified)"|\bApplication state: 'ready'/,
    'sim',
    'fine',
    'The SIM is ready.',
    'SIM を使用できます。',
  ),
  says(
    /\bregisterstate: 000[12]\b|\b(?:Register state:|RegisterState =) '(?:searching|deregistered)'|\bregistration_state = 'not-registered|^\s*\{?\s*"registration": ?"(?:searching|not_registered)"/,
    'network',
    'busy',
    'It waits for the registration.',
    'ネットワークへの登録を待っています。',
    'registration-searching',
  ),
  says(
    /^\s*Mode: '(?:low-power|persistent-low-power|offline)'|\b[Ss]oftware [Rr]adio [Ss]tate: 'off'|\b[Hh]ardware [Rr]adio [Ss]tate: 'off'|\b[sh]wradiostate: 0000\b/,
    'network',
    'busy',
    ...radioOff,
    'radio-off',
  ),
  says(
    /couldn't set operating mode|MBIM_CID_RADIO_STATE failed/,
    'network',
    'failure',
    'The modem did not switch its radio on.',
    'モデムが無線をオンにしませんでした。',
    'radio-refused',
  ),
  says(
    /\bnwerror: 001d\b|\bNetwork error: 'user-authentication/,
    'ip',
    'failure',
    'The network refused user and password (cause 29); the data session did not start.',
    'ユーザー名・パスワードが拒否され（原因 29）、データ接続が開始されませんでした。',
    'link-auth-refused',
  ),
  says(
    /\bnwerror: 00(?:08|1[abcef]|2[01]|3[23])\b|\bNetwork error: '(?:missing-or-unknown-apn|unknown-|operator-determined|activation-rejected|requested-service-option|service-option|pdp-type)/,
    'ip',
    'failure',
    'The network refused the data session; the reason in this line is the network’s own (3GPP TS 24.008, 10.5.6.6).',
    'ネットワークがデータ接続を拒否しました。この行の理由はネットワークが示したものです（3GPP TS 24.008 の 10.5.6.6）。',
    'context-denied',
  ),
  inAnyLog(
    says(
      /\bcall_end_reason_verbose is (?:8|2[67]|3[23]|5[01])$/,
      'ip',
      'failure',
      'The network refused the data session: the APN is unknown, not in the subscription, or not given this kind of address (causes 8, 26, 27, 32, 33, 50 and 51).',
      'ネットワークがデータ接続を拒否しました。APN が存在しないか、契約に含まれていないか、要求した種類のアドレスが割り当てられません（原因 8、26、27、32、33、50、51）。',
      'context-denied',
    ),
  ),
  says(
    /\bactivationstate: 0001\b|\bActivation state: 'activated'|\bConnection status: 'connected'|\] Network started$/,
    'ip',
    'fine',
    ...sessionUp,
  ),
  // uqmi --get-data-status says one word.
  says(/^\s*"connected"\s*$/, 'ip', 'fine', ...sessionUp),
  says(
    /^\s*"disconnected"\s*$/,
    'ip',
    'busy',
    'No data session is up.',
    'データ接続は確立していません。',
  ),
  // MBIM 1.0, 9.4.5 (MBIM_STATUS), by libmbim's names.
  ...refusals.map(([form, rung, en, ja, cause]) => says(form, rung, 'failure', en, ja, cause)),
  // lpac: one object a line; the last one says what became of it.
  says(
    /^\s*\{\s*"type":\s*"lpa",\s*"payload":\s*\{\s*"code":\s*0\b/,
    'sim',
    'fine',
    'lpac did what it was asked for.',
    'lpac の操作が完了しました。',
  ),
  says(
    /^\s*\{\s*"type":\s*"lpa",\s*"payload":\s*\{\s*"code":\s*-?[1-9]/,
    'sim',
    'failure',
    'lpac failed at the step that “message” names; “data” says why, where the eSIM or the server gave a reason. es9p_… is the server of the provider: look at the internet connection and the activation code. es10…_ is the eSIM: look at its memory, its profiles and the access to it.',
    'lpac が message の手順で失敗しました。理由があれば data に示されます。es9p_ で始まる手順は事業者のサーバーとの通信です（インターネット接続とアクティベーションコードを確認）。es10 で始まる手順は eSIM への操作です（空き容量、プロファイル、eSIM へのアクセスを確認）。',
  ),
]
