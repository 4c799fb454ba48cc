import { durationText } from '@core/duration'
import { spaced, type Words } from '@core/words'

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
  ja: `モデムの最後の応答は ${spaced(durationText(ago, 'ja'))}前の「${text}」です。`,
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

export const saysNothingToDo = (kinds: string): Words => ({
  en: `says nothing to do: give it one of ${kinds}`,
  ja: `何をするかの指定がありません。${kinds.replaceAll(', ', '、')} のいずれか 1 つを書いてください`,
})

export const doesOneThing = (kinds: string[]): Words => ({
  en: `a step does one thing; found ${kinds.join(', ')}: make steps of them`,
  ja: `1 つのステップでできることは 1 つです（現在：${kinds.join('、')}）。ステップを分けてください`,
})

export const nameTaken = (name: string): Words => ({
  en: `another step has the name "${name}"`,
  ja: `「${name}」という名前のステップがほかにあります`,
})

export const needsItself: Words = {
  en: 'a step cannot need itself',
  ja: 'ステップ自身を needs に書くことはできません',
}

export const standsBehind = (need: string): Words => ({
  en: `"${need}" stands behind this step: steps are done in their order, so put it before`,
  ja: `「${need}」はこのステップより後ろにあります。ステップは順に実行されるため、前に移してください`,
})

export const noStepCalled = (need: string, before: readonly string[]): Words => ({
  en: `no step is called "${need}"; ${before.length === 0 ? 'there is none before it' : `before it are ${before.join(', ')}`}`,
  ja: `「${need}」という名前のステップはありません（${before.length === 0 ? '前にステップがありません' : `前にあるのは ${before.join('、')}`}）`,
})

export const linkMissing: Words = {
  en: 'goes over the internet of the modem: put a step ppp: {} before it',
  ja: 'モデムのインターネット接続を使います。前に ppp: {} のステップを置いてください',
}

export const linkEnded = (name: string): Words => ({
  en: `goes over the internet of the modem, and "${name}" ends that: put a step ppp: {} between them`,
  ja: `モデムのインターネット接続を使いますが、「${name}」で切れます。間に ppp: {} のステップを置いてください`,
})

export const boardMissing: Words = {
  en: 'needs a board that can do it: give "board", such as board: { id: microcat1, adapter: gpiod }',
  ja: 'ボードの指定が必要です。board: { id: microcat1, adapter: gpiod } のように書いてください',
}

export const noAxisCalled = (name: string, axes: readonly string[]): Words => ({
  en: `no axis of a matrix is called "${name}", so that {${name}} stays as it is; ${axes.length === 0 ? 'the plan has no matrix' : `the matrix has ${axes.join(', ')}`}`,
  ja: `「${name}」という名前の軸がないため、{${name}} が置き換えられません（${axes.length === 0 ? 'この計画には matrix がありません' : `matrix の軸：${axes.join('、')}`}）`,
})

export const noStepNamed = (name: string, names: string[]): Words => ({
  en: `no step is called "${name}"; there are ${names.join(', ')}`,
  ja: `「${name}」という名前のステップはありません（定義済み：${names.join('、')}）`,
})
