import { bare } from '@core/radio/answer'
import type { UsbChoice } from '@core/usb/composition'

/** Network cards that a modem can be, and what each costs. */
export const gives = {
  qmi: {
    en: 'AT, modem, NMEA and diagnosis ports and a QMI network card (qmi_wwan): ModemManager, qmicli.',
    ja: 'AT・モデム・NMEA・診断ポートと QMI ネットワークカード（qmi_wwan）。ModemManager や qmicli で使用します。',
  },
  mbim: {
    en: 'The same ports and an MBIM network card (cdc_mbim): Windows without a driver, ModemManager.',
    ja: '同じポートと MBIM ネットワークカード（cdc_mbim）。Windows ではドライバー不要、Linux では ModemManager で使用します。',
  },
  ecm: {
    en: 'The same ports and a network card that needs no dialling (cdc_ether): the modem keeps the connection and gives a private address behind its own NAT.',
    ja: '同じポートと、ダイヤル不要のネットワークカード（cdc_ether）。接続はモデムが維持し、モデム内の NAT からプライベートアドレスを割り当てます。',
  },
  rndis: {
    en: 'The same ports and an RNDIS network card (rndis_host; Windows has the driver): as ECM, the modem keeps the connection behind its own NAT.',
    ja: '同じポートと RNDIS ネットワークカード（rndis_host、Windows は標準ドライバー）。ECM と同様に、接続はモデムが NAT 付きで維持します。',
  },
  ncm: {
    en: 'AT ports and a network card of CDC NCM (cdc_ncm): the connection is dialled by AT, and its address is set by hand.',
    ja: 'AT ポートと CDC NCM のネットワークカード（cdc_ncm）。接続は AT で開始し、アドレスは手動で設定します。',
  },
  serial: {
    en: 'Serial ports alone (cdc_acm): PPP is the way to the internet.',
    ja: 'シリアルポートのみ（cdc_acm）。インターネットには PPP で接続します。',
  },
  ports: {
    en: 'AT, modem, NMEA and diagnosis ports alone (option): PPP is the way to the internet.',
    ja: 'AT・モデム・NMEA・診断ポートのみ（option）。インターネットには PPP で接続します。',
  },
  noAt: {
    en: 'A network card and no port that takes AT: nothing on USB can switch it back.',
    ja: 'ネットワークカードのみで、AT を送信できるポートがなくなります。USB 経由では元に戻せません。',
  },
} as const

export const choice = (
  id: string,
  name: string,
  what: UsbChoice['gives'],
  at = true,
): UsbChoice => ({ id, name, gives: what, at })

/** A whole number as it stands in an answer. */
export function numberIn(field: string | undefined): string | undefined {
  const text = bare(field)
  return /^\d{1,5}$/.test(text) ? text : undefined
}
