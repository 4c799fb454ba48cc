import type { Mode } from '@core/modem/mode'
import type { SlotName } from '@core/modem/slot-names'
import type { Words } from '@core/words'

export const oneCondition = (found: readonly string[]): Words =>
  found.length === 0
    ? {
        en: 'says nothing to watch: write one of pattern, value, state and mode',
        ja: '監視する対象がありません。pattern、value、state、mode のいずれか 1 つを書いてください',
      }
    : {
        en: `a rule watches one thing; found ${found.join(', ')}: write a rule for each`,
        ja: `1 つのルールで監視できるのは 1 つだけです（指定：${found.join('、')}）。ルールを分けてください`,
      }

export const onlyWithValue: Words = {
  en: 'belongs to a value: write value beside it, or take it out',
  ja: 'value と一緒に使う設定です。value を書くか、この設定を削除してください',
}
export const belowOrAbove: Words = {
  en: 'a value needs a limit: write either below or above',
  ja: 'しきい値が必要です。below か above のどちらか一方を書いてください',
}
export const belowAndAbove: Words = {
  en: 'a rule has one limit: take out below or above, or write a rule for each',
  ja: '1 つのルールに設定できるしきい値は 1 つです。below か above の一方を削除するか、ルールを分けてください',
}
export const aPercentage: Words = {
  en: 'is never reached: expected a percentage from 0 to 100',
  ja: 'この値になることはありません。0～100 のパーセントで指定してください',
}
export const doesNothing: Words = {
  en: 'the rule would do nothing: switch the notice on, or give a sound, webhook or macro',
  ja: 'このルールは何も行いません。notice をオンにするか、sound、webhook、macro を指定してください',
}
export const backOnWrongSide = (side: 'below' | 'above'): Words => ({
  en: `must not be ${side} the limit: the alert ends there`,
  ja: `しきい値${side === 'below' ? 'より小さく' : 'より大きく'}はできません。アラートが解消する値です`,
})
export const noTimeForPattern: Words = {
  en: 'a row of the log lasts no time: take "for" out; "again" bounds how often it is told',
  ja: 'ログの行には継続時間がありません。for を削除してください。通知の頻度は again で制限します',
}
export const noWebhookAddress: Words = {
  en: 'must be an http:// or https:// address',
  ja: 'http:// または https:// のアドレスを書いてください',
}
export const noSuchMacro = (id: string, known: readonly string[]): Words => ({
  en: `there is no macro "${id}"; there are ${known.join(', ')}`,
  ja: `「${id}」というマクロはありません。使えるマクロ：${known.join('、')}`,
})
export const sameName = (name: string): Words => ({
  en: `another alert has the name "${name}"`,
  ja: `「${name}」という名前のアラートがほかにあります`,
})
export const noAlertNamed = (name: string): Words => ({
  en: `There is no alert named "${name}".`,
  ja: `「${name}」というアラートはありません。`,
})
export const notOnThisSlot = (name: string, slot: SlotName): Words => ({
  en: `The alert "${name}" does not watch slot ${slot.toUpperCase()}.`,
  ja: `アラート「${name}」はスロット ${slot.toUpperCase()} を監視していません。`,
})
export const tooManyAlerts = (most: number): Words => ({
  en: `There can be ${most} alerts at most; remove one first.`,
  ja: `アラートは ${most} 件までです。先に不要なものを削除してください。`,
})

export const webhookTaken = (name: string, where: string, status: number): Words => ({
  en: `Alert "${name}": ${where} took it (HTTP ${status}).`,
  ja: `アラート「${name}」：${where} に送信しました（HTTP ${status}）。`,
})
export const webhookFailed = (name: string, where: string, tries: number, why: Words): Words => ({
  en: `Alert "${name}": ${where} did not take it after ${tries === 1 ? 'one try' : `${tries} tries`}: ${why.en}. Correct the webhook of the alert, and try it.`,
  ja: `アラート「${name}」：${where} に送信できませんでした（${tries} 回試行）：${why.ja}。アラートの Webhook を直し、テストしてください。`,
})
export const webhookSealed = (name: string): Words => ({
  en: `Alert "${name}": its webhook was sealed by a keyring that is not at hand here; type it in anew.`,
  ja: `アラート「${name}」：Webhook のアドレスは、ここでは使えないキーリングで暗号化されています。もう一度入力してください。`,
})
export const webhooksSealed = (names: readonly string[]): Words => ({
  en: `The webhooks of the alerts ${names.join(', ')}`,
  ja: `アラート ${names.join('、')} の Webhook`,
})
export const tooManyWaiting = (name: string): Words => ({
  en: `Alert "${name}": nothing was posted, since too many webhooks are waiting already.`,
  ja: `アラート「${name}」：送信待ちの Webhook が多すぎるため、送信しませんでした。`,
})
export const noWebhooksHere: Words = {
  en: 'this program posts nothing',
  ja: 'このプログラムでは送信できません',
}
export const answeredHttp = (status: number): Words => ({
  en: `it answered HTTP ${status}`,
  ja: `HTTP ${status} が返りました`,
})

export const macroBegun = (name: string, macro: string): Words => ({
  en: `Alert "${name}" started the macro "${macro}".`,
  ja: `アラート「${name}」によりマクロ「${macro}」を開始しました。`,
})
export const macroNotBegun = (name: string, macro: string, why: Words): Words => ({
  en: `Alert "${name}" did not start the macro "${macro}": ${why.en}`,
  ja: `アラート「${name}」はマクロ「${macro}」を開始しませんでした：${why.ja}`,
})
export const busyConnecting: Words = {
  en: 'the slot is connecting.',
  ja: 'スロットが接続処理中です。',
}
export const busyTesting: Words = {
  en: 'a board test has the slot.',
  ja: 'ボードテストがスロットを使用中です。',
}
export const busyFailover: Words = {
  en: 'the failover has both slots.',
  ja: 'フェイルオーバーが両方のスロットを使用中です。',
}
export const busyPrompt: Words = {
  en: 'the modem waits at a prompt.',
  ja: 'モデムが入力待ちです。',
}
export const noAtNow = (mode: Mode): Words => ({
  en: `the modem takes no AT now (mode: ${mode}).`,
  ja: `モデムは現在 AT を受け付けません（モード：${mode}）。`,
})
export const noticeShown = (name: string): Words => ({
  en: `Alert "${name}" was told as it would be told.`,
  ja: `アラート「${name}」の通知をテストしました。`,
})
