import type { FaultRow } from './row'

/** Bands, technology, operator and locks of a modem. */
export const radioFaults = {
  'radio-unknown-item': {
    meaning: {
      en: 'This setting of the radio cannot be written on this modem; nothing was written.',
      ja: 'このモデムでは、この無線設定を変更できません。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'The modem’s family has no table here, it refused the question, or its answer was not of the shape its manual gives.',
        ja: 'モデムの系列が未登録か、問い合わせが拒否されたか、応答がマニュアルの形式と異なります。',
      },
    ],
    tries: [
      {
        en: 'Read the settings (page Radio, or modem-bench radio PORT): those that can be written are listed, with what was answered for the others.',
        ja: '「無線」の画面か modem-bench radio ポート で設定を読み取ってください。変更できる項目と、ほかの項目への応答を確認できます。',
      },
    ],
  },
  'radio-bad-choice': {
    meaning: {
      en: 'This is no choice for the setting; nothing was written.',
      ja: 'この設定には指定できない値です。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'The modem does not have it, no band would be left, or the value does not fit into the mask that was read.',
        ja: 'モデムが対応していないか、バンドが 1 つも残らないか、読み取ったマスクに収まりません。',
      },
    ],
    tries: [
      {
        en: 'Take a value as it is named above; the page Radio and modem-bench radio PORT list what may be chosen.',
        ja: '上に示した値を指定してください。指定できる値は「無線」の画面と modem-bench radio ポート で確認できます。',
      },
    ],
  },
  'radio-setting-refused': {
    meaning: {
      en: 'The modem refused the setting.',
      ja: 'モデムが設定を拒否しました。',
    },
    causes: [
      {
        en: 'This variant has not all of the bands or technologies, or wants the radio off or an unlock first (Sierra: AT!ENTERCND).',
        ja: '指定したバンドや方式に非対応の型番か、先に無線オフやロック解除（Sierra は AT!ENTERCND）が必要です。',
      },
    ],
    tries: [
      {
        en: 'Read the settings again: what was written before the refusal is shown and can be taken back. Then choose fewer bands.',
        ja: '設定を読み直してください。拒否の前に書き込まれた分は表示され、元に戻せます。その後、バンドを減らして試してください。',
      },
    ],
  },
  'radio-not-kept': {
    meaning: {
      en: 'The modem answered OK, but reads back something else.',
      ja: 'OK と応答しましたが、読み戻した値が異なります。',
    },
    causes: [
      {
        en: 'Firmware drops bands it does not have without saying so, or the setting holds only after a restart.',
        ja: '非対応のバンドを黙って除外したか、再起動後に反映されるファームウェアです。',
      },
    ],
    tries: [
      {
        en: 'Look at what is read back now; take it back with Undo, or keep it.',
        ja: '読み戻した値を確認し、「元に戻す」または「維持」を選択してください。',
      },
    ],
  },
  'radio-changed': {
    meaning: {
      en: 'The setting is no longer as it was shown; nothing was written.',
      ja: '表示後に設定が変更されています。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'Another program has written it, or the modem changed it with the SIM’s operator profile.',
        ja: '別のプログラムが書き換えたか、SIM の事業者プロファイルに応じてモデムが変更しました。',
      },
    ],
    tries: [
      {
        en: 'Compare again, look at the difference, then write.',
        ja: 'もう一度比較し、差分を確認してから書き込んでください。',
      },
    ],
  },
  'radio-in-use': {
    meaning: {
      en: 'A call runs on this modem and the change could end it; nothing was written.',
      ja: '通信中のため、変更すると回線が切れるおそれがあります。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'Bands, technology, operator and locks make the modem search anew.',
        ja: 'バンド、方式、事業者、固定の変更時には、ネットワークを検索し直します。',
      },
    ],
    tries: [
      {
        en: 'Disconnect first (Disconnect in the slot, or modem-bench back PORT), then write again.',
        ja: '先に切断し（スロットの「切断」、または modem-bench back ポート）、書き直してください。',
      },
    ],
  },
  'radio-undo-first': {
    meaning: {
      en: 'An earlier change of this modem’s radio is neither kept nor taken back; nothing was written.',
      ja: '前回の無線設定の変更が、維持も取り消しもされていません。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'Two changes on top of each other could not be taken back one by one.',
        ja: '変更を重ねると、1 つずつ元に戻せなくなります。',
      },
    ],
    tries: [
      {
        en: 'Keep it or take it back first: on the page Radio, or modem-bench radio keep PORT and modem-bench radio undo PORT.',
        ja: '先に「維持」または「元に戻す」を選択してください（「無線」の画面、または modem-bench radio keep ポート、modem-bench radio undo ポート）。',
      },
    ],
  },
  'radio-no-undo': {
    meaning: {
      en: 'There is nothing to keep or to take back for this modem.',
      ja: 'このモデムには、維持または取り消す変更がありません。',
    },
    causes: [
      {
        en: 'It was kept or taken back already, here or elsewhere, or the change was made on another modem.',
        ja: 'すでに維持または取り消されたか、別のモデムでの変更です。',
      },
    ],
    tries: [
      {
        en: 'Read the settings and change what is not right.',
        ja: '設定を読み取り、必要な項目を変更してください。',
      },
    ],
  },
  'radio-no-identity': {
    meaning: {
      en: 'The modem does not tell its IMEI, so a change could not be taken back safely; nothing was written.',
      ja: 'IMEI を読み取れないため、変更を安全に取り消せません。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'The way back is kept by the IMEI, so that it never goes to another modem; AT+CGSN was refused.',
        ja: '別のモデムへの誤適用を防ぐため、復元用の値は IMEI で管理します。AT+CGSN が拒否されました。',
      },
    ],
    tries: [
      {
        en: 'Wait until the modem has started, ask AT+CGSN in the terminal, and try again.',
        ja: 'モデムの起動を待ち、ターミナルで AT+CGSN を確認してから再試行してください。',
      },
    ],
  },
  'radio-no-cells': {
    meaning: {
      en: 'For this modem no command is known that tells which cells it hears.',
      ja: 'このモデムについて、周辺セルを問い合わせるコマンドが登録されていません。',
    },
    causes: [
      {
        en: '3GPP TS 27.007 has none: each maker has its own, and some modems have none at all.',
        ja: '3GPP TS 27.007 には規定がなく、メーカーごとに異なります。対応しないモデムもあります。',
      },
    ],
    tries: [
      {
        en: 'Look in the modem’s AT manual, and send its command from the terminal or with modem-bench at PORT COMMAND. The cells it was on are on the page Signal.',
        ja: 'モデムの AT マニュアルでコマンドを確認し、ターミナルか modem-bench at ポート コマンド で送信してください。在圏したセルの履歴は「電波」の画面にあります。',
      },
    ],
  },
  'radio-cells-refused': {
    meaning: {
      en: 'The modem refused the question about cells.',
      ja: 'モデムがセルの問い合わせを拒否しました。',
    },
    causes: [
      {
        en: 'This variant or firmware does not have the command, or the radio is off.',
        ja: 'この型番・ファームウェアが対応していないか、無線がオフです。',
      },
    ],
    tries: [
      {
        en: 'Turn the radio on (AT+CFUN=1), wait for the registration, ask again.',
        ja: '無線をオンにし（AT+CFUN=1）、在圏後にもう一度実行してください。',
      },
    ],
  },
  'radio-cells-late': {
    meaning: {
      en: 'The modem took the question about cells and told none within a minute.',
      ja: 'モデムがセルの測定を受け付けましたが、1 分以内に結果を通知しませんでした。',
    },
    causes: [
      {
        en: 'It measures only while it is registered or searches, and not during a data transfer.',
        ja: '在圏中か検索中にのみ測定でき、データ通信中は測定できません。',
      },
    ],
    tries: [
      {
        en: 'Wait until it is registered and idle, then ask again.',
        ja: '在圏して待受状態になってから、もう一度実行してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
