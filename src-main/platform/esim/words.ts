import type { Words } from '@core/words'

export const needsTerminal: Words = {
  en: 'This lpac gives up before the card has answered (2.3.0 does, by its back-end stdio), and its back-end at needs Linux and socat. Take another version of lpac.',
  ja: 'この lpac はカードの応答を待たずに終了します（2.3.0 の stdio バックエンドの不具合）。代わりの at バックエンドには Linux と socat が必要です。lpac の別のバージョンを使用してください。',
}

const releases = 'https://github.com/estkme-group/lpac/releases'
const archive = (system: string): Words => ({
  en: `To install it, unpack the archive for ${system} of ${releases} into a folder of PATH.`,
  ja: `インストールするには、${releases} の ${system} 用アーカイブを PATH のフォルダーに展開してください。`,
})

/** How lpac comes onto this computer. */
export function howToInstall(platform: NodeJS.Platform): Words {
  if (platform === 'win32') return archive('Windows')
  if (platform === 'darwin') return archive('macOS')
  return {
    en: `To install it: apt install lpac (Debian 14 and Ubuntu 25.10 or newer), apk add lpac (Alpine), opkg install lpac (OpenWrt), or unpack the archive for Linux of ${releases} into a folder of PATH.`,
    ja: `インストール方法：apt install lpac（Debian 14、Ubuntu 25.10 以降）、apk add lpac（Alpine）、opkg install lpac（OpenWrt）。または ${releases} の Linux 用アーカイブを PATH のフォルダーに展開します。`,
  }
}
