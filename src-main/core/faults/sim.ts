import type { FaultRow } from './row'

export const simFaults = {
  'sim-missing': {
    meaning: { en: 'The modem sees no SIM.', ja: 'SIM が検出されません。' },
    causes: [
      {
        en: 'No SIM, wrong way round, or a dirty contact.',
        ja: 'SIM が未挿入、向きの間違い、または接触不良です。',
      },
      {
        en: 'The slot’s card switch or the SIM lines of the board do not reach the modem.',
        ja: 'カード検出スイッチや SIM 配線がモデムに届いていません。',
      },
    ],
    tries: [
      {
        en: 'Power off, take the SIM out, put it in again the right way, power on.',
        ja: '電源を切り、SIM を正しい向きで挿し直してから電源を入れてください。',
      },
      {
        en: 'Try the SIM in another device, and another SIM here.',
        ja: '別の機器でその SIM を、またこの機器で別の SIM を試してください。',
      },
    ],
  },
  'sim-pin-needed': {
    meaning: { en: 'The SIM asks for its PIN.', ja: 'SIM の PIN 入力が必要です。' },
    causes: [
      {
        en: 'PIN lock is on, and no PIN was given.',
        ja: 'PIN ロックが有効で、PIN が指定されていません。',
      },
    ],
    tries: [
      {
        en: 'Give the PIN and start again; it is tried once. SIMs lock after three wrong ones.',
        ja: 'PIN を指定して再開してください（試行は 1 回のみ）。3 回間違えるとロックされます。',
      },
      {
        en: 'On the command line the PIN comes from --pin-file FILE or MODEM_BENCH_PIN.',
        ja: 'コマンドラインでは、--pin-file または環境変数 MODEM_BENCH_PIN で PIN を指定します。',
      },
    ],
  },
  'sim-pin-wrong': {
    meaning: { en: 'The SIM refused the PIN.', ja: 'SIM が PIN を拒否しました。' },
    causes: [
      {
        en: 'The PIN is wrong. It was sent once and is not tried again.',
        ja: 'PIN が間違っています。再送は行いません。',
      },
    ],
    tries: [
      {
        en: 'Before you try another, ask how many tries are left: AT+CPINR, or AT+SPIC on a SIMCom modem that lacks it (SIM7672, SIM7600).',
        ja: '次を試す前に残り回数を確認してください。コマンドは AT+CPINR です。対応していない SIMCom 製モデム（SIM7672、SIM7600）では AT+SPIC を使います。',
      },
    ],
  },
  'sim-puk': {
    meaning: {
      en: 'The SIM is locked and asks for its PUK.',
      ja: 'SIM がロックされ、PUK を要求しています。',
    },
    causes: [{ en: 'A wrong PIN was entered three times.', ja: 'PIN を 3 回間違えました。' }],
    tries: [
      {
        en: 'Get the PUK from the operator; ten wrong PUKs destroy the SIM.',
        ja: '事業者から PUK を入手してください。10 回間違えると SIM は使用不能になります。',
      },
    ],
  },
  'sim-busy': {
    meaning: {
      en: 'The SIM is busy: the modem is still reading it.',
      ja: 'SIM がビジーです。モデムが読み取り中です。',
    },
    causes: [
      {
        en: 'The modem has just started, or the SIM was just put in or unlocked: that takes up to half a minute.',
        ja: 'モデムの起動直後、または SIM の挿入・ロック解除の直後です。30 秒ほどかかることがあります。',
      },
      {
        en: 'It stays so: the SIM answers badly, through dirty contacts, an adapter, or a supply that breaks down.',
        ja: '続く場合は、接点の汚れ、変換アダプター、電源電圧の低下などで SIM の応答が不安定です。',
      },
    ],
    tries: [
      {
        en: 'Wait 30 s and ask AT+CPIN? again, before any other command that needs the SIM.',
        ja: '30 秒待ってから、SIM を使う他のコマンドより先に AT+CPIN? を再度実行してください。',
      },
      {
        en: 'Where it stays busy, clean and reseat the SIM, and power the modem off and on.',
        ja: 'ビジーのままの場合は、SIM の接点を清掃して挿し直し、モデムの電源を入れ直してください。',
      },
    ],
  },
  'sim-failure': {
    meaning: { en: 'The SIM does not work.', ja: 'SIM が正常に動作していません。' },
    causes: [
      {
        en: 'Damaged or badly contacting SIM, or a lock to another device or network.',
        ja: 'SIM の破損、接触不良、または端末・事業者ロックです。',
      },
      {
        en: 'The modem has been reading it for 30 s: it may be an eSIM without a profile.',
        ja: '30 秒待っても読み出せません。プロファイルのない eSIM の可能性もあります。',
      },
    ],
    tries: [
      {
        en: 'Clean and reseat the SIM, then power the modem off and on.',
        ja: 'SIM の接点を清掃して挿し直し、モデムの電源を入れ直してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
