import { type Says, says } from './says'

/** What RouterOS shows with `/interface ppp-client info` and `/interface lte monitor`: a name and a value a line. */
export const routerOsInfo: readonly Says[] = [
  says(
    /^\s*pin-status: (?:no password required|ok|ready)\b/i,
    'sim',
    'fine',
    'The SIM is ready.',
    'SIM を使用できます。',
  ),
  says(
    /^\s*pin-status: .*(?:not inserted|absent|missing|no sim)|^\s*status: .*sim not (?:present|inserted)/i,
    'sim',
    'failure',
    'The modem sees no SIM it can use.',
    '使用できる SIM がありません。',
    'sim-missing',
  ),
  says(
    /^\s*pin-status: .*\bPUK/i,
    'sim',
    'failure',
    'The SIM is locked and wants its PUK.',
    'SIM がロックされており、PUK が必要です。',
    'sim-puk',
  ),
  says(
    /^\s*pin-status: .*(?:\bPIN|password required)/i,
    'sim',
    'failure',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ),
  says(
    /^\s*registration-status: (?:registered|home|roaming)|^\s*current-operator: (?!ERROR|n\/a|unknown)\S/i,
    'network',
    'fine',
    'Registered with a network.',
    'ネットワークに登録されました。',
  ),
  says(
    /^\s*registration-status: .*denied/i,
    'network',
    'failure',
    'The network refused the registration.',
    'ネットワークが登録を拒否しました。',
    'registration-denied',
  ),
  says(
    /^\s*registration-status: |^\s*current-operator: (?:ERROR|n\/a|unknown)/i,
    'network',
    'busy',
    'The modem names no operator: it is not registered, or could not be asked.',
    '事業者名を取得できません。未登録か、モデムが応答しませんでした。',
    'registration-searching',
  ),
]
