import type { Shape } from '../shape'

/** The sentences of the raw view. */
export const en = {
  raw: {
    break: 'Break',
    breakHint: 'Holds the line in the break state for 250 ms',
    closed: 'No port is open: keys go nowhere.',
    end: { cr: 'CR', lf: 'LF', crlf: 'CR LF', none: 'nothing' },
    enter: 'Enter sends',
    inCmux:
      'The multiplexer has the port: keys would break its frames. Go back to command mode first.',
    inData: 'PPP has the port: keys would go into the connection. Go back to command mode first.',
    linePause: 'ms after each line',
    noOctets:
      'Not octets: write text with \\r, \\n, \\t, \\b, \\e, \\0, \\\\ and \\xNN, or 0x1a 0x0d.',
    octets: 'AT\\r  \\x1a  0x1b',
    octetsHint: 'Octets to send: text with \\r, \\n, \\x1a, or 0x1a 0x0d',
    paste: 'Paste',
    pasteAsk: 'Paste {octets} octets, {lines} lines? About {seconds} s at this pace.',
    perSecond: 'octets/s (0: no limit)',
    region: 'Raw terminal: keys go to the modem as they are. Tab leaves it; Ctrl-I sends a tab.',
    showSent: 'Show sent',
    showSentHint: 'Shows what is sent, dimmed. A modem that echoes (ATE1) shows it by itself.',
    stop: 'Stop pasting',
  },
}

export const ja: Shape<typeof en> = {
  raw: {
    break: 'ブレーク',
    breakHint: 'ブレーク信号を 250 ms 送信します',
    closed: 'ポートが開かれていないため、キー入力は送信されません。',
    end: { cr: 'CR', lf: 'LF', crlf: 'CR LF', none: 'なし' },
    enter: 'Enter キー',
    inCmux:
      'ポートはマルチプレクサー（CMUX）が使用中です。キー入力でフレームが壊れるため、先にコマンドモードへ戻してください。',
    inData:
      'ポートは PPP が使用中です。キー入力が通信データに混ざるため、先にコマンドモードへ戻してください。',
    linePause: 'ms（行ごとの待ち時間）',
    noOctets:
      'オクテット列として読めません。\\r、\\n、\\t、\\b、\\e、\\0、\\\\、\\xNN を含むテキスト、または 0x1a 0x0d の形式で入力してください。',
    octets: 'AT\\r  \\x1a  0x1b',
    octetsHint: '送信するオクテット列：\\r、\\n、\\x1a を含むテキスト、または 0x1a 0x0d',
    paste: '貼り付け',
    pasteAsk:
      '{octets} オクテット、{lines} 行を貼り付けますか？ この速さで約 {seconds} 秒かかります。',
    perSecond: 'オクテット/秒（0：制限なし）',
    region:
      '生データのターミナル：キー入力はそのままモデムへ送信されます。Tab で移動し、Ctrl-I でタブを送信します。',
    showSent: '送信も表示',
    showSentHint:
      '送信したデータを薄く表示します。エコーするモデム（ATE1）では、オフでも入力が表示されます。',
    stop: '貼り付けを中止',
  },
}
