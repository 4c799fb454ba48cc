import { durationText } from '@core/duration'
import type { Words } from '@core/words'

export const boardPassed: Words = { en: 'The board passed', ja: 'ボードは合格しました' }

export const boardFailed: Words = { en: 'The board failed', ja: 'ボードは不合格でした' }

export const testStopped: Words = { en: 'The test was stopped', ja: '試験は中止されました' }

export const boardCouldNotJudged: Words = {
  en: 'The board could not be judged',
  ja: 'ボードは判定できませんでした',
}

export const testDidNotEnd: Words = { en: 'The test did not end', ja: '試験は終わっていません' }

export const butRecordCouldNotKept = (said: Words, why: Words): Words => ({
  en: `${said.en}, but its record could not be kept: ${why.en}.`,
  ja: `${said.ja}が、記録を保存できませんでした：${why.ja}。`,
})

export const modemHasSaidNothing: Words = {
  en: 'The modem has said nothing.',
  ja: 'モデムからの応答は一度もありません。',
}

export const modemLastSaidBefore = (text: string, ago: number): Words => ({
  en: `The modem last said "${text}", ${durationText(ago)} before.`,
  ja: `モデムの最後の応答は ${durationText(ago, 'ja')}前の「${text}」です。`,
})

export const noPicture: Words = {
  en: 'This is no picture that a question can show: PNG, JPEG, WebP and GIF are.',
  ja: '質問に表示できる画像ではありません（PNG、JPEG、WebP、GIF に対応しています）。',
}

export const pictureMissing = (name: string): Words => ({
  en: `The plan shows the picture "${name}", and it was not given: it stands beside the plan, or is chosen with it.`,
  ja: `計画の画像「${name}」が渡されていません。計画と同じフォルダーに置くか、計画と一緒に選択してください。`,
})

export const pictureGone: Words = {
  en: 'The bench does not have this picture any more: give it again.',
  ja: 'この画像はもうありません。もう一度渡してください。',
}
