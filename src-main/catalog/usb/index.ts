import { bare, fieldsIn } from '@core/radio/answer'
import type { UsbChoice, UsbFamily } from '@core/usb/composition'

const qmi = {
  en: 'AT, modem, NMEA and diagnosis ports and a QMI network card (qmi_wwan): ModemManager, qmicli.',
  ja: 'AT・モデム・NMEA・診断ポートと QMI ネットワークカード（qmi_wwan）。ModemManager や qmicli で使用します。',
}
const mbim = {
  en: 'The same ports and an MBIM network card (cdc_mbim): Windows without a driver, ModemManager.',
  ja: '同じポートと MBIM ネットワークカード（cdc_mbim）。Windows ではドライバー不要、Linux では ModemManager で使用します。',
}
const ecm = {
  en: 'The same ports and a network card that needs no dialling (cdc_ether): the modem keeps the connection and gives a private address behind its own NAT.',
  ja: '同じポートと、ダイヤル不要のネットワークカード（cdc_ether）。接続はモデムが維持し、モデム内の NAT からプライベートアドレスを割り当てます。',
}
const rndis = {
  en: 'The same ports and an RNDIS network card (rndis_host; Windows has the driver): as ECM, the modem keeps the connection behind its own NAT.',
  ja: '同じポートと RNDIS ネットワークカード（rndis_host、Windows は標準ドライバー）。ECM と同様に、接続はモデムが NAT 付きで維持します。',
}
const choice = (id: string, name: string, gives: UsbChoice['gives'], at = true): UsbChoice => ({
  id,
  name,
  gives,
  at,
})

/** What each family can be on USB, the first that matches. */
export const usbFamilies: readonly UsbFamily[] = [
  {
    id: 'quectel',
    name: 'Quectel EC2x, EG2x, EG9x, EM, RM, RG',
    source:
      'Quectel EC2x&EG2x&EG9x&EM05 Series QCFG AT Commands Manual V1.3 ("usbnet"), and public answers of EC25, EG25, RM520N',
    matches: (identity) => /quectel/i.test(identity) && /\b(?:EC|EG|EM|EP|RM|RG)\d/i.test(identity),
    command: 'AT+QCFG="usbnet"',
    read: (lines) => numberIn(fieldsIn(lines, '+QCFG:')?.[1]),
    choices: [
      choice('0', 'QMI (RmNet)', qmi),
      choice('1', 'ECM', ecm),
      choice('2', 'MBIM', mbim),
      choice('3', 'RNDIS', rndis),
    ],
    write: (id) => [`AT+QCFG="usbnet",${id}`, 'AT+CFUN=1,1'],
  },
  {
    id: 'sim7600',
    name: 'SIMCom SIM7500, SIM7600',
    source:
      'SIM7500_SIM7600 Series AT Command Manual V2.00 (AT+CUSBPIDSWITCH), public answers of SIM7600, and the ids of option.c in Linux',
    matches: (identity) => /SIM7[56]00|SIMCOM_SIM7[56]/i.test(identity),
    command: 'AT+CUSBPIDSWITCH?',
    read: (lines) => numberIn(fieldsIn(lines, '+CUSBPIDSWITCH:')?.[0]),
    choices: [
      choice('9001', 'QMI', qmi),
      choice('9003', 'MBIM', mbim),
      choice('9011', 'RNDIS', rndis),
      choice('9018', 'ECM', ecm),
    ],
    write: (id) => [`AT+CUSBPIDSWITCH=${id},1,1`],
  },
  {
    id: 'sierra',
    name: 'Sierra Wireless EM73xx, EM74xx, MC73xx, MC74xx',
    source:
      'AirPrime EM74xx/MC74xx AT Command Reference (!USBCOMP, !ENTERCND), and public answers of MC7455',
    matches: (identity) =>
      /sierra wireless/i.test(identity) && /\b(?:EM|MC)7[34]\d\d/i.test(identity),
    command: 'AT!USBCOMP?',
    read: (lines) =>
      /bitmask: *0*([0-9A-F]{1,8})\b/i.exec(lines.join('\n'))?.[1]?.toUpperCase() ?? undefined,
    choices: [
      choice('10D', 'QMI', qmi),
      choice('100D', 'MBIM', mbim),
      choice(
        '1000',
        'MBIM only',
        {
          en: 'An MBIM network card and no serial port: nothing on USB takes AT any more.',
          ja: 'MBIM ネットワークカードのみ。AT を送信できるシリアルポートがなくなります。',
        },
        false,
      ),
    ],
    // The password for maintenance is the same for all of them, and in the manual.
    write: (id) => ['AT!ENTERCND="A710"', `AT!USBCOMP=1,1,${id.padStart(8, '0')}`, 'AT!RESET'],
  },
]
function numberIn(field: string | undefined): string | undefined {
  const text = bare(field)
  return /^\d{1,5}$/.test(text) ? text : undefined
}
