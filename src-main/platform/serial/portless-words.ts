import type { Words } from '@core/words'

/** `AK-020 (15eb:7d0e)`. */
export const withIds = (name: string, ids: string): Words => ({
  en: `${name} (${ids})`,
  ja: `${name}（${ids}）`,
})

export const noPortLabel = (name: string): Words => ({
  en: `${name}: no serial port`,
  ja: `${name}：シリアルポートなし`,
})

export const asDrive = (name: Words): Words => ({
  en: `${name.en} shows itself as a drive, as USB modems do until they are switched to a modem. Run: sudo apt install usb-modeswitch, then plug it in again.`,
  ja: `${name.ja}はドライブとして認識されています（USB モデムは、切り替えるまでドライブとして動作します）。sudo apt install usb-modeswitch を実行し、挿し直してください。`,
})

/** The driver of serial functions that take AT is `option` for nearly all modems; it is told the ids that it does not know. */
export const noDriver = (name: Words, vid: string, pid: string): Words => {
  const command = `sudo modprobe option && echo ${vid} ${pid} | sudo tee /sys/bus/usb-serial/drivers/option1/new_id`
  return {
    en: `No driver has taken the serial functions of ${name.en}. Run: ${command}. It lasts until the next start of the computer.`,
    ja: `${name.ja}のシリアル機能にドライバーが割り当てられていません。${command} を実行してください。再起動すると元に戻ります。`,
  }
}

export const noCdcDriver = (name: Words): Words => ({
  en: `No driver has taken the serial functions of ${name.en}. Run: sudo modprobe cdc_acm, then plug it in again.`,
  ja: `${name.ja}のシリアル機能にドライバーが割り当てられていません。sudo modprobe cdc_acm を実行し、挿し直してください。`,
})

export const noBridgeDriver = (name: Words, driver: string): Words => ({
  en: `No driver has taken the USB serial adapter ${name.en}. Run: sudo modprobe ${driver}. Where that module is missing, the kernel was updated and the computer not started again, or the driver is not installed.`,
  ja: `USB シリアル変換アダプター ${name.ja}にドライバーが割り当てられていません。sudo modprobe ${driver} を実行してください。モジュールが見つからない場合は、カーネル更新後に再起動していないか、ドライバーがインストールされていません。`,
})

/** brltty, for braille displays, takes the chips that some of those have. */
export const takenFromDriver = (name: Words): Words => ({
  en: `A program has taken the USB serial adapter ${name.en} from its driver; mostly it is brltty, which takes it for a braille display. Run: sudo apt remove brltty, then plug it in again.`,
  ja: `USB シリアル変換アダプター ${name.ja}は別のプログラムが使用しています。多くの場合、点字ディスプレイ用の brltty です。sudo apt remove brltty を実行し、挿し直してください。`,
})

export const noNode = (name: Words, ttys: readonly string[]): Words => {
  const options = ttys.map((tty) => `--device /dev/${tty}`).join(' ')
  return {
    en: `The kernel has serial ports for ${name.en}, but /dev has none of them, as in a container that was not given them. Start the container with ${options}.`,
    ja: `カーネルは ${name.ja}のシリアルポートを認識していますが、/dev にありません。コンテナーの場合は ${options} を付けて起動してください。`,
  }
}

export const asNetworkCard = (name: Words, driver: string): Words => ({
  en: `${name.en} is there as a network card alone (${driver}): in its present USB composition it has no AT port. Use it as a network card, or switch the composition with the tool of its maker.`,
  ja: `${name.ja}はネットワークカード（${driver}）としてのみ動作しており、現在の USB 構成には AT ポートがありません。ネットワークカードとして使うか、メーカーのツールで USB 構成を切り替えてください。`,
})

/** A path that is not there, and a modem that should have had one. */
export const noPortButModem = (path: string, modem: Words): Words => ({
  en: `${path}. ${modem.en}`,
  ja: `${path}。${modem.ja}`,
})
