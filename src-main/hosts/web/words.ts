import type { Words } from '@core/words'

export const certificateMadeAnew = (file: string, kept: string): Words => ({
  en: `${file} cannot be read; it was kept as ${kept}, and another certificate was made. Browsers ask once more, and windows of other computers have to compare it anew.`,
  ja: `${file} を読み取れないため、${kept} として残し、証明書を作り直しました。ブラウザーはもう一度確認を求めます。ほかのコンピューターのウィンドウでも、あらためて照合してください。`,
})
