import { describe, expect, test } from 'vitest'
import { bytesOf, fromHex } from '@core/bytes'
import { explainFrame } from '@core/cmux/explain'
import type { FrameContent } from '@core/cmux/frame'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const control = (hex: string): FrameContent => ({
  dlci: 0,
  cr: 1,
  control: 'UIH',
  info: octets(hex),
})

describe('what a control message says', () => {
  test.each([
    ['E305070D', 'signals of channel 1: RTC RTR (MSC)', 'チャネル 1 の信号：RTC RTR（MSC）'],
    [
      'E3050FCF',
      'signals of channel 3: FC RTC RTR IC DV, stop sending (MSC)',
      'チャネル 3 の信号：FC RTC RTR IC DV、送信停止（MSC）',
    ],
    ['E3050701', 'signals of channel 1: - (MSC)', 'チャネル 1 の信号：-（MSC）'],
    [
      'E307070D23',
      'signals of channel 1: RTC RTR, break 400 ms (MSC)',
      'チャネル 1 の信号：RTC RTR、ブレーク信号 400 ms（MSC）',
    ],
    ['E307070D01', 'signals of channel 1: RTC RTR (MSC)', 'チャネル 1 の信号：RTC RTR（MSC）'],
    [
      'E105070F',
      'answers the signals of channel 1 (MSC: FC RTC RTR)',
      'チャネル 1 の信号通知への応答（MSC：FC RTC RTR）',
    ],
    ['E30307', 'MSC with a value too short to read', 'MSC：値が短すぎて解釈できません'],
    [
      '8311020007 0A 8000 03 00',
      'proposes for channel 2: N1 128, T1 100 ms, N2 3 (PN)',
      'チャネル 2 のパラメーター提案：N1 128, T1 100 ms, N2 3（PN）',
    ],
    [
      '8111020007 0A 7F00 03 00',
      'settles for channel 2: N1 127, T1 100 ms, N2 3 (PN)',
      'チャネル 2 のパラメーター確定：N1 127, T1 100 ms, N2 3（PN）',
    ],
    ['830302', 'PN with a value too short to read', 'PN：値が短すぎて解釈できません'],
    [
      '93030B',
      'asks for the port parameters of channel 2 (RPN)',
      'チャネル 2 のポート設定の問い合わせ（RPN）',
    ],
    [
      '93070B0703',
      'sets the port of channel 2 to 115200 8n1 (RPN)',
      'チャネル 2 のポートを 115200 8n1 に設定（RPN）',
    ],
    [
      '91070B0B1A',
      'the port of channel 2 is ? 7e1 (RPN)',
      'チャネル 2 のポート設定は ? 7e1（RPN）',
    ],
    ['9301', 'RPN with a value too short to read', 'RPN：値が短すぎて解釈できません'],
    [
      '5305070F',
      'line errors on channel 1: overrun parity framing (RLS)',
      'チャネル 1 の回線エラー：overrun parity framing（RLS）',
    ],
    ['53050700', 'line errors on channel 1: - (RLS)', 'チャネル 1 の回線エラー：-（RLS）'],
    ['530307', 'RLS with a value too short to read', 'RLS：値が短すぎて解釈できません'],
    ['110343', 'does not support PSC (NSC)', 'PSC は未対応（NSC）'],
    ['11030B', 'does not support 0x0b (NSC)', '0x0b は未対応（NSC）'],
    ['1101', 'does not support ? (NSC)', '? は未対応（NSC）'],
    ['23056869', 'test, to be echoed: hi (TEST)', '折り返しテスト：hi（TEST）'],
    ['21056869', 'test echoed: hi (TEST)', '折り返しテストの応答：hi（TEST）'],
    ['4301', 'asks to go to sleep (PSC)', 'スリープ移行の要求（PSC）'],
    ['4101', 'agrees to sleep (PSC)', 'スリープ移行への応答（PSC）'],
    ['C301', 'asks to close the multiplexer (CLD)', 'マルチプレクサー終了の要求（CLD）'],
    ['C101', 'agrees to close the multiplexer (CLD)', 'マルチプレクサー終了への応答（CLD）'],
    ['A301', 'can receive again on all channels (FCon)', '全チャネルで受信再開（FCon）'],
    ['A101', 'answers FCon', 'FCon への応答'],
    ['6301', 'stops all channels (FCoff)', '全チャネルの送信停止を要求（FCoff）'],
    ['6101', 'answers FCoff', 'FCoff への応答'],
    ['D3050B01', 'service negotiation (SNC)', 'サービスネゴシエーション（SNC）'],
    ['0B0309', 'a message 27.010 does not know (0x0b)', '27.010 にないメッセージ（0x0b）'],
    [
      'C3',
      'asks to close the multiplexer (CLD), without length octet',
      'マルチプレクサー終了の要求（CLD）、長さオクテットなし',
    ],
    ['E2', 'octets that are no message', 'メッセージとして解釈できないオクテット'],
  ])('%s', (hex, en, ja) => {
    expect(explainFrame(control(hex))).toEqual({ en: `Control: ${en}.`, ja: `制御：${ja}。` })
  })

  test('a text of TEST is shown up to its 32nd octet', () => {
    const info = Uint8Array.of(
      0x23,
      (40 << 1) | 1,
      ...bytesOf('a'.repeat(31) + 'bc' + 'd'.repeat(7)),
    )
    const said = explainFrame({ dlci: 0, cr: 1, control: 'UI', info })
    expect(said.en).toBe(`Control: test, to be echoed: ${'a'.repeat(31)}b (TEST).`)
  })

  test('several, and what is left over, stand behind one another; none is said to be none', () => {
    expect(explainFrame(control('A301 6101 E2'))).toEqual({
      en: 'Control: can receive again on all channels (FCon); answers FCoff; octets that are no message.',
      ja: '制御：全チャネルで受信再開（FCon）、FCoff への応答、メッセージとして解釈できないオクテット。',
    })
    expect(explainFrame({ dlci: 0, cr: 1, control: 'UIH' }).en).toBe('Control: nothing.')
  })
})

describe('what a frame says', () => {
  test.each<[FrameContent['control'], number, string, string]>([
    ['SABM', 0, 'Asks to open the control channel (SABM).', '制御チャネルを開く要求（SABM）。'],
    ['SABM', 2, 'Asks to open channel 2 (SABM).', 'チャネル 2 を開く要求（SABM）。'],
    ['UA', 2, 'Agrees, on channel 2 (UA).', 'チャネル 2：了解（UA）。'],
    ['DM', 2, 'Refuses: channel 2 is not open (DM).', 'チャネル 2：拒否または未接続（DM）。'],
    ['DISC', 0, 'Asks to close the control channel (DISC).', '制御チャネルを閉じる要求（DISC）。'],
    ['UIH', 2, 'Channel 2, 0 octets.', 'チャネル 2、0 オクテット。'],
  ])('%s on %i', (kind, dlci, en, ja) => {
    expect(explainFrame({ dlci, cr: 1, control: kind })).toEqual({ en, ja })
  })

  test.each([
    [48, ''],
    [49, '…'],
  ])('of %i octets 48 are shown', (length, more) => {
    const info = bytesOf('x'.repeat(length))
    for (const kind of ['UI', 'UIH'] as const)
      expect(explainFrame({ dlci: 1, cr: 0, control: kind, info })).toEqual({
        en: `Channel 1, ${length} octets: ${'x'.repeat(48)}${more}`,
        ja: `チャネル 1、${length} オクテット：${'x'.repeat(48)}${more}`,
      })
  })
})
