import type { Words } from '../words'
import type { Reading } from './evidence'
import type { PowerAction, PressLine } from './sequence'

const seconds = (ms: number) => (ms / 1000).toFixed(1)
export const stateWords = {
  on: { en: 'on', ja: 'オン' },
  off: { en: 'off', ja: 'オフ' },
  unknown: { en: 'unknown', ja: '不明' },
} as const
const byWords = {
  status: { en: 'STATUS', ja: 'STATUS' },
  usb: { en: 'inferred from USB', ja: 'USB から推定' },
  at: { en: 'inferred from AT', ja: 'AT から推定' },
  nothing: { en: 'nothing tells', ja: '手がかりなし' },
} as const
const lineWords: { readonly [line in PressLine]: Words } = {
  power: { en: 'power key', ja: '電源キー' },
  reset: { en: 'reset line', ja: 'リセット線' },
  cut: { en: 'supply relay', ja: '電源リレー' },
}
const actionWords: { readonly [action in PowerAction]: Words } = {
  on: { en: 'Power on', ja: '電源オン' },
  off: { en: 'Power off', ja: '電源オフ' },
  reset: { en: 'Reset', ja: 'リセット' },
  cut: { en: 'Hard cut of the supply', ja: '電源の強制遮断' },
}

/** The sentences of a power sequence, in one place so that log, window and command line say the same. */
export const say = {
  begin: (action: PowerAction): Words => ({
    en: `${actionWords[action].en}: looking at the modem first.`,
    ja: `${actionWords[action].ja}：まずモデムの状態を確認します。`,
  }),
  forever: {
    en: 'The key will be pressed again and again until STATUS agrees. With a slow modem, or a broken STATUS wire, that turns it on and off for ever.',
    ja: 'STATUS が一致するまでキーを押し続けます。応答の遅いモデムや STATUS の断線時には、オン・オフを際限なく繰り返します。',
  },
  destructive: {
    en: 'Cutting the supply of a running modem can damage its flash memory. The orderly way is power off.',
    ja: '動作中のモデムの電源を遮断すると、フラッシュメモリーが破損するおそれがあります。通常は電源オフを使用してください。',
  },
  looked: ({ power, by }: Reading): Words => ({
    en: `The modem is ${stateWords[power].en} (${byWords[by].en}).`,
    ja: `モデムは${stateWords[power].ja}です（${byWords[by].ja}）。`,
  }),
  contradicted: {
    en: 'STATUS says off, but the modem answers AT: the STATUS wire is missing or wrong.',
    ja: 'STATUS はオフですが、モデムは AT に応答しています。STATUS の配線に問題があります。',
  },
  bouncing: {
    en: 'STATUS keeps changing; it is not taken for an answer.',
    ja: 'STATUS が安定しないため、判定に使用しません。',
  },
  insisted: {
    en: 'The key is pressed once because the person insists.',
    ja: '強制実行の指示により、キーを一度だけ押します。',
  },
  edge: (status: 'on' | 'off'): Words => ({
    en: `STATUS went ${status}.`,
    ja: `STATUS が${stateWords[status].ja}になりました。`,
  }),
  press: (line: PressLine, ms: number, time: number): Words => ({
    en: `Pressing the ${lineWords[line].en} for ${ms} ms${time > 1 ? ` (press ${time})` : ''}.`,
    ja: `${lineWords[line].ja}を ${ms} ms アクティブにします${time > 1 ? `（${time} 回目）` : ''}。`,
  }),
  pressed: (line: PressLine, actualMs: number): Words => ({
    en: `Released the ${lineWords[line].en}; it was active for ${Math.round(actualMs)} ms.`,
    ja: `${lineWords[line].ja}を解放しました（実測 ${Math.round(actualMs)} ms）。`,
  }),
  soft: (command: string): Words => ({
    en: `Asking the modem itself: ${command}`,
    ja: `モデム自身に依頼します：${command}`,
  }),
  softAccepted: { en: 'It accepted.', ja: '受け付けられました。' },
  softRefused: (seen: readonly string[]): Words => ({
    en: `It did not accept${seen.length > 0 ? ` (${seen.join(' ')})` : ''}.`,
    ja: `受け付けられませんでした${seen.length > 0 ? `（${seen.join(' ')}）` : ''}。`,
  }),
  wait: (goal: 'on' | 'off', limitMs: number): Words => ({
    en: `Waiting for ${goal}, at most ${seconds(limitMs)} s.`,
    ja: `${stateWords[goal].ja}になるのを待ちます（最大 ${seconds(limitMs)} 秒）。`,
  }),
  rest: (ms: number): Words => ({
    en: `It has just gone off: resting ${seconds(ms)} s, since it takes no press yet.`,
    ja: `オフになった直後のため、${seconds(ms)} 秒待ちます（まだキーを受け付けません）。`,
  }),
  ranOut: (goal: 'on' | 'off', limitMs: number): Words => ({
    en: `Not ${goal} after ${seconds(limitMs)} s; looking at everything before another press.`,
    ja: `${seconds(limitMs)} 秒待ってもオ${goal === 'on' ? 'ン' : 'フ'}になりません。次に押す前にすべて確認します。`,
  }),
  again: {
    en: 'Nothing changed, so the press did not arrive: once more.',
    ja: '変化がなく、キー操作が届いていないと判断したため、もう一度押します。',
  },
  keyNext: {
    en: 'The orderly way did not work; the lines come next.',
    ja: '通常の手順では切り替わらなかったため、線で操作します。',
  },
  done: (reading: Reading, ms: number): Words => ({
    en: `Done: ${stateWords[reading.power].en} after ${seconds(ms)} s (${byWords[reading.by].en}).`,
    ja: `完了：${seconds(ms)} 秒で${stateWords[reading.power].ja}になりました（${byWords[reading.by].ja}）。`,
  }),
  already: (reading: Reading): Words => ({
    en: `It already is ${stateWords[reading.power].en} (${byWords[reading.by].en}); nothing was pressed.`,
    ja: `すでに${stateWords[reading.power].ja}です（${byWords[reading.by].ja}）。何も押していません。`,
  }),
  onlyPressed: {
    en: 'Pressed once. Nothing tells what the modem did.',
    ja: '一度押しました。モデムの状態を確認する手段はありません。',
  },
} as const
