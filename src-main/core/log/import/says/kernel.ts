import { type Says, says } from './says'

/** What the kernel of Linux says of a modem on the USB (drivers/usb/serial, drivers/net/usb, drivers/usb/core/hub.c). */
export const kernel: readonly Says[] = [
  says(
    /GSM modem \(1-port\) converter now disconnected from|\bunregister '(?:qmi_wwan|cdc_mbim|huawei_cdc_ncm)'/,
    'port',
    'failure',
    'The modem left the USB: it restarted, lost power, or the cable was pulled. Its ports are gone.',
    'モデムが USB から外れました。再起動、電源断、またはケーブルの抜けが考えられます。ポートは使えなくなっています。',
    'port-gone',
  ),
  says(
    /GSM modem \(1-port\) converter now attached to|\bregister '(?:qmi_wwan|cdc_mbim|huawei_cdc_ncm)'/,
    'port',
    'fine',
    'The kernel has found the modem on the USB and made a port for it.',
    'カーネルが USB 上のモデムを検出し、ポートを作成しました。',
  ),
]
