import type { Words } from '@core/words'

const gaveUp: Words = {
  en: 'This lpac gives up before the card has answered (2.3.0 does, by its back-end stdio).',
  ja: 'この lpac はカードの応答を待たずに終了します（2.3.0 の stdio バックエンドの不具合）。',
}
export const needsLinux: Words = {
  en: `${gaveUp.en} Its back-end at works on Linux alone. Take another version of lpac.`,
  ja: `${gaveUp.ja}代わりの at バックエンドは Linux でのみ動作します。lpac の別のバージョンを使用してください。`,
}
export const needsSocat: Words = {
  en: `${gaveUp.en} Its back-end at needs the program socat, which is not installed. On Debian: sudo apt install socat. Or take another version of lpac.`,
  ja: `${gaveUp.ja}代わりの at バックエンドにはプログラム socat が必要ですが、インストールされていません。Debian では sudo apt install socat を実行するか、lpac の別のバージョンを使用してください。`,
}
export const noTerminal = (why: Words): Words => ({
  en: `${gaveUp.en} Its back-end at needs a pseudo terminal, and there is none: ${why.en}`,
  ja: `${gaveUp.ja}代わりの at バックエンドに必要な擬似端末を作成できません：${why.ja}`,
})

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
