import type { Words } from '../../../words'
import { inAnyLog, type Says, says } from './says'

const left: Words = {
  en: 'The modem left the USB: it restarted, lost power, or the cable was pulled. Its ports are gone.',
  ja: 'モデムが USB から外れました。再起動、電源断、またはケーブルの抜けが考えられます。ポートは使えなくなっています。',
}
const attached: Words = {
  en: 'The kernel has found the modem on the USB and made a port for it.',
  ja: 'カーネルが USB 上のモデムを検出し、ポートを作成しました。',
}
const row = (words: Words, state: Says['state'], cause?: Says['cause']): Omit<Says, 'form'> => ({
  rung: 'port',
  state,
  words,
  ...(cause ? { cause } : {}),
})

/** What the kernel of Linux says of a modem on the USB (drivers/usb/serial, drivers/net/usb, drivers/usb/core/hub.c). */
export const kernel: readonly Says[] = [
  inAnyLog(
    says(
      /GSM modem \(1-port\) converter now disconnected from|\bunregister '(?:qmi_wwan|cdc_mbim|huawei_cdc_ncm)'/,
      'port',
      'failure',
      left.en,
      left.ja,
      'port-gone',
    ),
  ),
  inAnyLog(
    says(
      /GSM modem \(1-port\) converter now attached to|\bregister '(?:qmi_wwan|cdc_mbim|huawei_cdc_ncm)'/,
      'port',
      'fine',
      attached.en,
      attached.ja,
    ),
  ),
  // drivers/usb/core/devio.c, when brltty takes a chip that some braille displays have.
  says(
    /\busbfs: interface \d+ claimed by (?:ch341|cp210x|pl2303|ftdi_sio)(?:-uart)? while 'brltty' sets config/,
    'port',
    'failure',
    'brltty, which serves braille displays, has taken the USB serial adapter from its driver; its port goes. Remove brltty (sudo apt remove brltty) and plug the adapter in again.',
    '点字ディスプレイ用の brltty が USB シリアル変換アダプターを使用したため、ポートが使えなくなりました。brltty を削除し（sudo apt remove brltty）、挿し直してください。',
    'port-gone',
  ),
]

/** The same of a device that the lines above showed to be a modem, and of one that never came so far. */
export const usbDevice = {
  left: row(left, 'failure', 'port-gone'),
  attached: row(attached, 'fine'),
  found: row(
    {
      en: 'A modem is on the USB; whether the kernel makes ports for it, the lines below say.',
      ja: 'USB にモデムが見つかりました。ポートが作成されたかどうかは、以降の行で分かります。',
    },
    'busy',
  ),
  unreadable: row(
    {
      en: 'The kernel cannot talk to the device on the USB (error -71 is its word for a broken transfer): look at the cable, the plug, a hub, and whether the supply bears the current that a modem draws when it starts.',
      ja: 'カーネルが USB デバイスと通信できません（エラー -71 は転送の異常です）。ケーブル、コネクター、ハブ、およびモデム起動時の電流を電源が供給できるかを確認してください。',
    },
    'failure',
    'port-not-found',
  ),
  overCurrent: row(
    {
      en: 'The USB port was switched off since the device drew too much current: give the modem a supply of its own, or a hub with one.',
      ja: 'デバイスの電流が大きすぎるため、USB ポートがオフになりました。モデムに専用の電源を用意するか、電源付きのハブを使用してください。',
    },
    'failure',
    'port-not-found',
  ),
} as const

/** A modem that comes as a drive with software until it is switched (usb_modeswitch); most are, a second later. */
export const comesAsDrive = (name: string, ids: string): Omit<Says, 'form'> =>
  row(
    {
      en: `${name} (${ids}) is a modem that comes as a drive until it is switched. Where no port follows below, install usb-modeswitch and plug it in again.`,
      ja: `${name}（${ids}）は、切り替えるまでドライブとして認識されるモデムです。以降の行にポートが現れない場合は、usb-modeswitch をインストールし、挿し直してください。`,
    },
    'busy',
  )

/** The same where a list of what is on the USB shows that it was not. */
export const stillDrive = (name: string, ids: string): Omit<Says, 'form'> =>
  row(
    {
      en: `${name} (${ids}) is a modem that shows itself as a drive, and as a drive it has no port: install usb-modeswitch and plug it in again.`,
      ja: `${name}（${ids}）はドライブとして認識されており、ポートがありません。usb-modeswitch をインストールし、挿し直してください。`,
    },
    'failure',
    'port-not-found',
  )
