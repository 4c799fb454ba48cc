import type { FaultRow } from './row'

export const gpioFaults = {
  'adapter-name': {
    meaning: {
      en: 'That is not the name of a GPIO adapter.',
      ja: 'GPIO アダプターの指定が正しくありません。',
    },
    causes: [{ en: 'The text is none of the forms there are.', ja: '解釈できない文字列です。' }],
    tries: [
      {
        en: 'Use gpiod, gpiod:CHIP, cp2112:SERIAL, mcp2221:SERIAL, usbrelay:ABCDE, lcus:/dev/ttyUSB0, numato:/dev/ttyACM0, serial:/dev/ttyUSB1 or sim:sim7672.',
        ja: 'gpiod、gpiod:チップ名、cp2112:シリアル番号、mcp2221:シリアル番号、usbrelay:ABCDE、lcus:/dev/ttyUSB0、numato:/dev/ttyACM0、serial:/dev/ttyUSB1、sim:sim7672 のいずれかを指定してください。',
      },
      {
        en: 'modem-bench gpio list shows what is there.',
        ja: 'modem-bench gpio list で接続中のアダプターを確認できます。',
      },
    ],
  },
  'adapter-not-found': {
    meaning: { en: 'There is no such GPIO adapter.', ja: 'その GPIO アダプターが見つかりません。' },
    causes: [
      {
        en: 'It is unplugged, or has another serial number.',
        ja: '接続されていないか、シリアル番号が異なります。',
      },
    ],
    tries: [
      {
        en: 'Plug it in and list the adapters again.',
        ja: '接続してから、アダプターの一覧を再取得してください。',
      },
      {
        en: 'Linux: without the udev rules of this program an adapter may be invisible to you.',
        ja: 'Linux では、付属の udev ルールがないとアダプターが見えない場合があります。',
      },
    ],
  },
  'adapter-library': {
    meaning: {
      en: 'A library that USB adapters are reached through is not installed.',
      ja: 'USB アダプターの操作に必要なライブラリーがインストールされていません。',
    },
    causes: [
      {
        en: 'CP2112, MCP2221 and USB relays are reached through libusb and libudev of the system; small installations lack them.',
        ja: 'CP2112、MCP2221、USB リレーは OS の libusb と libudev で操作します。最小構成では入っていないことがあります。',
      },
    ],
    tries: [
      {
        en: 'libusb: Debian, Ubuntu, Raspberry Pi OS: sudo apt install libusb-1.0-0. Fedora: sudo dnf install libusb1. Arch: sudo pacman -S libusb. Alpine: sudo apk add libusb. openSUSE: sudo zypper install libusb-1_0-0.',
        ja: 'libusb の場合：Debian、Ubuntu、Raspberry Pi OS は sudo apt install libusb-1.0-0、Fedora は sudo dnf install libusb1、Arch は sudo pacman -S libusb、Alpine は sudo apk add libusb、openSUSE は sudo zypper install libusb-1_0-0 を実行してください。',
      },
      {
        en: 'libudev: libudev1 on Debian, Ubuntu, Raspberry Pi OS and openSUSE, systemd-libs on Fedora and Arch, eudev-libs on Alpine.',
        ja: 'libudev の場合：Debian、Ubuntu、Raspberry Pi OS、openSUSE は libudev1、Fedora、Arch は systemd-libs、Alpine は eudev-libs を入れてください。',
      },
    ],
  },
  'adapter-driver': {
    meaning: {
      en: 'The system has no device file for the GPIO adapter.',
      ja: 'この GPIO アダプターのデバイスファイルがありません。',
    },
    causes: [
      {
        en: 'The kernel driver (usbhid, hidraw) is not loaded, this is a container that was not given the device, or it was just unplugged.',
        ja: 'カーネルドライバー（usbhid、hidraw）が読み込まれていない、コンテナーにデバイスが渡されていない、または抜かれた直後です。',
      },
    ],
    tries: [
      {
        en: 'Plug it in again; sudo modprobe usbhid loads the driver. A container needs --device /dev/hidraw0 (docker) or the like.',
        ja: '挿し直してください。ドライバーは sudo modprobe usbhid で読み込めます。コンテナーには --device /dev/hidraw0（docker）などが必要です。',
      },
    ],
  },
  'adapter-permission': {
    meaning: {
      en: 'You are not allowed to use the GPIO adapter.',
      ja: 'この GPIO アダプターを使う権限がありません。',
    },
    causes: [
      {
        en: 'Your user is not in the group of the device (gpio, plugdev, dialout), or the udev rules are missing.',
        ja: 'デバイスのグループ（gpio、plugdev、dialout）にユーザーが入っていないか、udev ルールがありません。',
      },
    ],
    tries: [
      {
        en: 'Raspberry Pi: sudo usermod -aG gpio $USER, then log out and in.',
        ja: 'Raspberry Pi では sudo usermod -aG gpio $USER を実行し、ログインし直してください。',
      },
      {
        en: 'USB: copy resources/udev/70-modem-bench.rules to /etc/udev/rules.d and plug the adapter in again.',
        ja: 'USB の場合は resources/udev/70-modem-bench.rules を /etc/udev/rules.d に置き、アダプターを挿し直してください。',
      },
    ],
  },
  'adapter-busy': {
    meaning: {
      en: 'Another program uses the GPIO adapter or the pin.',
      ja: 'GPIO アダプターまたはピンが別のプログラムで使用中です。',
    },
    causes: [
      {
        en: 'A service of the board (3gpi-utils, 4gpi-utils), another gpioset, or a second window holds it.',
        ja: 'ボードのサービス（3gpi-utils、4gpi-utils）、別の gpioset、または別のウィンドウが使用しています。',
      },
    ],
    tries: [
      {
        en: 'Stop the other program; gpioinfo names who holds a line.',
        ja: 'そのプログラムを停止してください。gpioinfo で使用者を確認できます。',
      },
    ],
  },
  'adapter-tools': {
    meaning: {
      en: 'The tools of libgpiod are not installed.',
      ja: 'libgpiod のツールがインストールされていません。',
    },
    causes: [
      {
        en: 'The pins of this computer are reached through gpioset, gpioget and gpiodetect.',
        ja: 'このコンピューターのピンは gpioset、gpioget、gpiodetect で操作します。',
      },
    ],
    tries: [
      {
        en: 'Debian, Raspberry Pi OS: sudo apt install gpiod.',
        ja: 'Debian、Raspberry Pi OS では sudo apt install gpiod を実行してください。',
      },
    ],
  },
  'adapter-failed': {
    meaning: {
      en: 'The GPIO adapter does not work.',
      ja: 'GPIO アダプターでエラーが発生しました。',
    },
    causes: [
      {
        en: 'It did not answer, or answered something else than expected.',
        ja: '応答がないか、想定外の応答がありました。',
      },
    ],
    tries: [
      {
        en: 'Unplug and plug it, then open it again; its lines are treated as unknown until then.',
        ja: '挿し直してから開き直してください。それまで各線の状態は不明として扱います。',
      },
    ],
  },
  'adapter-gone': {
    meaning: { en: 'The GPIO adapter vanished.', ja: 'GPIO アダプターが消えました。' },
    causes: [
      {
        en: 'Its cable was pulled, or its USB hub lost power.',
        ja: 'ケーブルが抜けたか、USB ハブの電源が落ちました。',
      },
    ],
    tries: [
      {
        en: 'Plug it in and open it again. No line is driven before you say so; read STATUS first.',
        ja: '接続して開き直してください。指示があるまで線は駆動しません。まず STATUS を確認してください。',
      },
    ],
  },
  'adapter-closed': {
    meaning: { en: 'The GPIO adapter is not open.', ja: 'GPIO アダプターが開かれていません。' },
    causes: [{ en: 'It was closed while something used it.', ja: '使用中に閉じられました。' }],
    tries: [{ en: 'Open it again.', ja: '開き直してください。' }],
  },
  'line-busy': {
    meaning: { en: 'The line is active already.', ja: 'その線はすでにアクティブです。' },
    causes: [
      {
        en: 'A pulse is under way, or somebody holds the line.',
        ja: 'パルスの途中か、誰かが線を保持しています。',
      },
    ],
    tries: [
      {
        en: 'Wait until it ends, or cancel it; a second press on a power key would turn the modem the other way.',
        ja: '終了を待つか取り消してください。電源キーを重ねて押すと、モデムは逆の状態に切り替わります。',
      },
    ],
  },
  'line-config': {
    meaning: {
      en: 'The line cannot be used as it is described.',
      ja: 'その線は指定どおりには使えません。',
    },
    causes: [
      {
        en: 'The pin does not exist, is used twice, or cannot be driven or read that way.',
        ja: 'ピンが存在しない、二重に使われている、または指定の駆動・読み取りができません。',
      },
    ],
    tries: [
      {
        en: 'Compare the pins with what the adapter has: modem-bench gpio list.',
        ja: 'アダプターのピンと照合してください（modem-bench gpio list）。',
      },
    ],
  },
  'line-unknown': {
    meaning: { en: 'The state of the line is not known.', ja: '線の状態が不明です。' },
    causes: [
      {
        en: 'The adapter cannot read its outputs back, or the line was never written.',
        ja: 'アダプターが出力の読み戻しに対応していないか、まだ一度も書き込んでいません。',
      },
    ],
    tries: [
      {
        en: 'Wire STATUS to an input, or write the line once.',
        ja: 'STATUS を入力に配線するか、一度書き込んでください。',
      },
    ],
  },
  'line-held': {
    meaning: {
      en: 'The line was active for too long and was released.',
      ja: '線が長時間アクティブだったため解放しました。',
    },
    causes: [
      {
        en: 'The window hung, or the computer slept in the middle of a press.',
        ja: 'ウィンドウが応答しなくなったか、押している途中でコンピューターがスリープしました。',
      },
    ],
    tries: [
      {
        en: 'Read STATUS before the next press: a long press may have turned the modem off, or reset it.',
        ja: '次に押す前に STATUS を確認してください。長押しにより電源が切れたか、リセットされた可能性があります。',
      },
    ],
  },
  'line-function': {
    meaning: {
      en: 'The pin is used by the chip itself, not as GPIO.',
      ja: 'そのピンは GPIO ではなく、チップ自身の機能に割り当てられています。',
    },
    causes: [
      {
        en: 'An MCP2221 as delivered drives its pins as LED outputs: wired to a power key they press it at plug-in and with each octet of its UART.',
        ja: '出荷時の MCP2221 はピンを LED 出力として駆動します。電源キーに配線すると、USB 接続時や UART 通信のたびにキーが押されます。',
      },
    ],
    tries: [
      {
        en: 'Unwire the pin, then make it an input for good: modem-bench gpio setup mcp2221:SERIAL.',
        ja: '配線を外してから、入力として恒久的に設定してください（modem-bench gpio setup mcp2221:シリアル番号）。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
