import { type Says, says } from './says'
import { mbnErrors } from './windows-mbn'

/**
 * `netsh mbn show` of Windows, a name and a value a line, in English and Japanese: interfaces, readyinfo, radio. The states
 * are those of WWAN_READY_STATE and WWAN_RADIO.
 */
export const windowsWwan: readonly Says[] = [
  ...mbnErrors,
  says(
    /^\s*(?:State|状態)\s+: (?:SIM not inserted|SIM が挿入されていません)\s*$/i,
    'sim',
    'failure',
    'Windows sees no SIM in the modem.',
    'モデムに SIM が挿入されていません。',
    'sim-missing',
  ),
  says(
    /^\s*(?:State|状態)\s+: (?:Bad SIM|SIM が無効です|不正な SIM)\s*$/i,
    'sim',
    'failure',
    'The modem cannot use the SIM.',
    'モデムが SIM を使用できません。',
    'sim-failure',
  ),
  says(
    /^\s*(?:State|状態)\s+: (?:(?:Device )?blocked|ブロックされています)\s*$/i,
    'sim',
    'failure',
    'The SIM is locked and wants its PUK.',
    'SIM がロックされており、PUK が必要です。',
    'sim-puk',
  ),
  says(
    /^\s*(?:State|状態)\s+: (?:(?:Device )?locked|ロックされています)\s*$/i,
    'sim',
    'failure',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ),
  says(
    /^\s*(?:State|状態)\s+: (?:Ready|Initialized|準備完了)\s*$/i,
    'sim',
    'fine',
    'The SIM is ready.',
    'SIM を使用できます。',
  ),
  says(
    /^\s*(?:Hardware|Software) radio state\s+: Off\s*$/i,
    'network',
    'busy',
    'The radio is off: look for airplane mode, the switch of the computer and W_DISABLE.',
    '無線がオフです。機内モード、コンピューターのスイッチ、W_DISABLE を確認してください。',
    'radio-off',
  ),
  says(
    /^\s*(?:Signal|信号)\s+: 0%\s*$/i,
    'network',
    'busy',
    'No signal: the modem finds no cell, or its radio is off.',
    '電波を受信していません。圏外か、無線がオフです。',
    'registration-no-coverage',
  ),
  says(
    /^\s*(?:State|状態)\s+: (?:Not connected|接続されていません|切断されました)\s*$/i,
    'ip',
    'busy',
    'No data session is up.',
    'データ接続は確立していません。',
  ),
  says(
    /^(?:There is no Mobile Broadband interface|The Mobile Broadband .*(?:is not|could not)|.*モバイル ブロードバンド (?:インターフェイス|サービス).*(?:ありません|いません))/i,
    'port',
    'failure',
    'Windows has no mobile broadband interface: the modem is not plugged in, off, its driver is missing, or the service WwanSvc does not run.',
    'モバイルブロードバンドのインターフェイスがありません。モデムの接続と電源、ドライバー、サービス WwanSvc を確認してください。',
  ),
  says(
    /^\s*(?:State|状態)\s+: (?:Connected|接続されています|接続されました)\s*$/i,
    'ip',
    'fine',
    'The data session is up.',
    'データ接続が確立しました。',
  ),
]
