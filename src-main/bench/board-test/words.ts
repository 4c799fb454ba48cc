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
