import type { Words } from '@core/words'

export const keptAs = (file: string, what: Words, kept: string): Words => ({
  en: `${file}: ${what.en}. The file was kept as ${kept}.`,
  ja: `${file}：${what.ja}。元のファイルは ${kept} として残しました。`,
})

export const entriesNotRead = (count: number): Words => ({
  en: `${count} of its entries cannot be read, and do not apply`,
  ja: `${count} 件を読み取れないため、使用しません`,
})

export const noOwnPreset = (id: string): Words => ({
  en: `There is no preset of your own named "${id}".`,
  ja: `「${id}」というユーザー定義のプリセットはありません。`,
})

export const noServedAddress = (seen: string): Words => ({
  en: `"${seen}": expected the address that modem-bench serve printed, such as https://pi.local:8470/.`,
  ja: `「${seen}」：modem-bench serve が表示したアドレスを指定してください（例：https://pi.local:8470/）。`,
})

export const noToken: Words = {
  en: 'The token is missing, or holds other characters than letters, digits and - . _ ~. It is behind ?token= in the address that modem-bench serve printed, or in its token file.',
  ja: 'トークンがないか、英数字と - . _ ~ 以外の文字が含まれています。トークンは、modem-bench serve が表示したアドレスの ?token= の後、またはそのトークンファイルにあります。',
}

export const desktopAppOnly: Words = {
  en: 'Windows on other benches are opened by the desktop app. From here, open the address in the browser.',
  ja: '他のベンチのウィンドウを開けるのはデスクトップアプリだけです。ここではブラウザーでそのアドレスを開いてください。',
}

export const tokenSealedElsewhere = (url: string): Words => ({
  en: `The token of ${url} was sealed by another keyring: enter it once more.`,
  ja: `${url} のトークンは別のキーリングで暗号化されています。もう一度入力してください。`,
})

export const passwordsSealedElsewhere = (names: readonly string[]): Words => ({
  en: `The passwords of ${names.join(', ')} were sealed by another keyring.`,
  ja: `${names.join('、')} のパスワードは、別のキーリングで暗号化されています。`,
})

export const sealedByKeyring = (what: Words): Words => ({
  en: `${what.en}: sealed by a keyring that is not at hand here.`,
  ja: `${what.ja}は、ここでは使えないキーリングで暗号化されています。`,
})

export const failoverConfiguration: Words = {
  en: 'The configuration of failover',
  ja: 'フェイルオーバーの設定',
}

export const defaultsApply: Words = {
  en: 'it cannot be read; the defaults apply',
  ja: '読み取れないため、既定値を使用します',
}

export const defaultAppliesTo = (names: string): Words => ({
  en: `${names} cannot be read; the default applies`,
  ja: `${names} を読み取れないため、既定値を使用します`,
})
