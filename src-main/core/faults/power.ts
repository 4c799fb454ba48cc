import type { FaultRow } from './row'

export const powerFaults = {
  'board-invalid': {
    meaning: { en: 'The board cannot be like that.', ja: 'ボードの設定に誤りがあります。' },
    causes: [
      {
        en: 'A line, a pulse or a wait is missing or impossible.',
        ja: '線、パルス、待ち時間のいずれかが不足しているか、あり得ない値です。',
      },
    ],
    tries: [
      {
        en: 'Correct what is named here; the catalogue of boards shows values that work.',
        ja: '示された項目を修正してください。ボードのカタログに実績のある値があります。',
      },
    ],
  },
  'board-none': {
    meaning: { en: 'No board is set up.', ja: 'ボードが設定されていません。' },
    causes: [
      {
        en: 'The console does not know how the modem is switched on.',
        ja: 'モデムの電源の入れ方が指定されていません。',
      },
    ],
    tries: [
      {
        en: 'Choose the board and the adapter its lines are on.',
        ja: 'ボードと、その線がつながるアダプターを選択してください。',
      },
    ],
  },
  'power-running': {
    meaning: { en: 'A power sequence is under way.', ja: '電源シーケンスを実行中です。' },
    causes: [{ en: 'It waits for the modem to follow.', ja: 'モデムの状態変化を待っています。' }],
    tries: [
      {
        en: 'Wait until it ends, or cancel it first.',
        ja: '終了を待つか、先に取り消してください。',
      },
    ],
  },
  'power-cancelled': {
    meaning: { en: 'The power sequence was cancelled.', ja: '電源シーケンスを取り消しました。' },
    causes: [
      {
        en: 'A person or the end of the program.',
        ja: '操作またはプログラムの終了によるものです。',
      },
    ],
    tries: [
      {
        en: 'The line is released; the modem may still be on its way. Read STATUS before the next press.',
        ja: '線は解放済みですが、モデムは切り替わりの途中かもしれません。次に押す前に STATUS を確認してください。',
      },
    ],
  },
  'power-unknown': {
    meaning: {
      en: 'Nobody knows whether the modem is on, so its key is not pressed: the key toggles.',
      ja: 'モデムの電源状態が不明なため、キーは押しません。キーはトグル動作です。',
    },
    causes: [
      {
        en: 'STATUS is not wired or cannot be read, and AT does not answer.',
        ja: 'STATUS が未配線または読み取れず、AT にも応答がありません。',
      },
      { en: 'STATUS keeps changing.', ja: 'STATUS が安定していません。' },
    ],
    tries: [
      {
        en: 'Wire STATUS, or open the AT port, so that it can be known.',
        ja: 'STATUS を配線するか、AT ポートを開いて状態を確認できるようにしてください。',
      },
      {
        en: 'Look at the LED of the board, then insist (--insist): the key is pressed once.',
        ja: 'ボードの LED を確認したうえで強制実行（--insist）してください。キーを一度だけ押します。',
      },
    ],
  },
  'power-no-line': {
    meaning: {
      en: 'The board has no line for that.',
      ja: 'このボードにはその操作のための線がありません。',
    },
    causes: [
      { en: 'The line is not wired or not named.', ja: '線が未配線か、指定されていません。' },
    ],
    tries: [
      {
        en: 'Name its pin: --line power=17.',
        ja: 'ピンを指定してください（例：--line power=17）。',
      },
    ],
  },
  'power-is-off': {
    meaning: {
      en: 'The modem is off: there is nothing to reset.',
      ja: 'モデムの電源が入っていないため、リセットできません。',
    },
    causes: [{ en: 'STATUS says off.', ja: 'STATUS がオフを示しています。' }],
    tries: [{ en: 'Power it on instead.', ja: '代わりに電源を入れてください。' }],
  },
  'power-stuck': {
    meaning: {
      en: 'The modem did not follow its power key.',
      ja: '電源キーを操作しましたが、モデムの状態が変わりません。',
    },
    causes: [
      {
        en: 'The key line does not reach the modem: pin, jumper, polarity or ground.',
        ja: 'キーの線がモデムに届いていません（ピン番号、ジャンパー、極性、GND）。',
      },
      {
        en: 'The supply is missing or too weak; at power-on a modem draws up to 2 A.',
        ja: '電源が供給されていないか、容量が不足しています。起動時は最大 2 A 流れます。',
      },
      {
        en: 'STATUS is not wired, or stuck.',
        ja: 'STATUS が未配線か、固着しています。',
      },
    ],
    tries: [
      {
        en: 'Hold the line by hand and measure at the modem: the key must reach its level.',
        ja: '手動で線を保持し、モデム側で電圧を測定してください。',
      },
      {
        en: 'Check supply and jumpers, then read STATUS before another press.',
        ja: '電源とジャンパーを確認し、次に押す前に STATUS を読んでください。',
      },
    ],
  },
  'power-wrong-way': {
    meaning: {
      en: 'The modem went the other way: it had followed, then turned back.',
      ja: 'モデムが一度切り替わった後、逆の状態に戻りました。',
    },
    causes: [
      {
        en: 'A press came while it was still booting or closing, or was long enough to count twice.',
        ja: '起動中または終了処理中にキーが押されたか、パルスが長すぎて二度分と判定されました。',
      },
      {
        en: 'The supply broke down while the radio started.',
        ja: '無線の起動時に電源電圧が低下しました。',
      },
    ],
    tries: [
      {
        en: 'The key is not pressed again by itself. Wait until STATUS is steady, then try once more.',
        ja: '自動では再度押しません。STATUS が安定してから、もう一度実行してください。',
      },
    ],
  },
  'supply-low': {
    meaning: {
      en: 'The supply voltage of the modem gave way.',
      ja: 'モデムの電源電圧が低下しました。',
    },
    causes: [
      {
        en: 'The supply cannot give what the modem draws when it transmits (2 A for a moment in 2G), or the wires to it are thin or long.',
        ja: '送信時の電流（2G では瞬間的に 2 A）を電源が供給できていないか、電源の配線が細い、または長い可能性があります。',
      },
      { en: 'The battery is empty.', ja: 'バッテリーの残量がありません。' },
    ],
    tries: [
      {
        en: 'Measure the voltage at the pins of the modem while it transmits, and charge or replace the battery.',
        ja: '送信中にモデムの電源端子の電圧を測り、バッテリーの場合は充電または交換してください。',
      },
      {
        en: 'Use a supply of 2 A or more, short thick wires, and a large capacitor (470 µF or more, low ESR) beside the modem.',
        ja: '2 A 以上の電源と短く太い配線を使い、モデムの近くに低 ESR の大容量コンデンサー（470 µF 以上）を置いてください。',
      },
    ],
  },
  'power-no-drop': {
    meaning: {
      en: 'The reset did nothing: STATUS never went off.',
      ja: 'リセットが効いていません。STATUS が一度もオフになりませんでした。',
    },
    causes: [
      {
        en: 'The reset line does not reach the modem, or its pulse is too short.',
        ja: 'リセット線がモデムに届いていないか、パルスが短すぎます。',
      },
      {
        en: 'The board keeps STATUS active over a reset.',
        ja: 'リセット中も STATUS がアクティブのままのボードです。',
      },
    ],
    tries: [
      {
        en: 'Power off and on instead, or check pin and polarity of the reset line.',
        ja: '代わりに電源を入れ直すか、リセット線のピンと極性を確認してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
