import { type Says, says } from './says'

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
const radioOff = [
  'The radio is off: look for a switch of the computer (rfkill, W_DISABLE, airplane mode), then switch it on.',
  '無線がオフです。コンピューターのスイッチ（rfkill、W_DISABLE、機内モード）を確認してから、オンにしてください。',
] as const

/**
 * qmicli, mbimcli with mbim-network, umbim, uqmi and OpenBSD's umb(4): what they print of the card, the radio, the
 * registration and the session. States and reasons have the names of libqmi and libmbim; umbim puts their numbers before
 * them (MBIM 1.0, 10.5).
 */
export const controlTools: readonly Says[] = [
  says(
    /"pin1_status": ?"blocked"|\bPIN1 state: 'blocked'|'puk1-or-upin-puk-required'|\bType: 'puk1'|required pin: \d+ \(puk1?\)|\bSIMStatus: SIM_PUK\b/,
    'sim',
    'failure',
    ...pukWanted,
    'sim-puk',
  ),
  says(
    /\bReady state: 'device-locked'|\breadystate: 0006\b|"pin1_status": ?"not_verified"|'pin1-or-upin-pin-required'|\bType: 'pin1'|required pin: \d+ \(pin1?\)/,
    'sim',
    'failure',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ),
  says(
    /\bCard state: '(?:absent|error)|\breadystate: 0002\b/,
    'sim',
    'failure',
    ...noCard,
    'sim-missing',
  ),
  says(
    /\bReady state: '(?:bad-sim|failure|not-activated)'|\breadystate: 000[345]\b|\bCard state: 'unknown'/,
    'sim',
    'failure',
    'The modem cannot use the SIM.',
    'モデムが SIM を使用できません。',
    'sim-failure',
  ),
  says(
    /\bRegister state: 'denied'|\bregisterstate: 0006\b|\bRegistration state: 'registration-denied'|\bNetwork error: '(?:imsi-unknown|illegal-|imei-not|gprs-|plmn-not|location-area-not|roaming-not|no-cells)|"registration": ?"denied"/,
    'network',
    'failure',
    ...refused,
    'registration-denied',
  ),
  says(
    /\bRegister state: '(?:home|roaming|partner)'|\bregisterstate: 000[345]\b/,
    'network',
    'fine',
    ...registered,
  ),
  says(
    /\bReady state: 'initialized'|\breadystate: 0001\b|"pin1_status": ?"(?:disabled|verified)"|\bApplication state: 'ready'/,
    'sim',
    'fine',
    'The SIM is ready.',
    'SIM を使用できます。',
  ),
  says(
    /\bregisterstate: 000[12]\b|\bRegister state: '(?:searching|deregistered)'/,
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
  says(
    /\bcall_end_reason_verbose is (?:8|2[67]|3[23]|5[01])$/,
    'ip',
    'failure',
    'The network refused the data session: the APN is unknown, not in the subscription, or not given this kind of address (causes 8, 26, 27, 32, 33, 50 and 51).',
    'ネットワークがデータ接続を拒否しました。APN が存在しないか、契約に含まれていないか、要求した種類のアドレスが割り当てられません（原因 8、26、27、32、33、50、51）。',
    'context-denied',
  ),
  says(
    /\bactivationstate: 0001\b|\bActivation state: 'activated'|\bConnection status: 'connected'|\] Network started$/,
    'ip',
    'fine',
    'The data session is up.',
    'データ接続が確立しました。',
  ),
]
