import type { Words } from '@core/words'

const again: Words = {
  en: 'Restart Wireshark, or choose Analyze, Reload Lua Plugins.',
  ja: 'Wireshark を再起動するか、［分析］→［Lua プラグインを再読み込み］を選んでください。',
}

export const dissectorWords = {
  installed: { en: `Installed. ${again.en}`, ja: `インストールしました。${again.ja}` },
  updated: { en: `Updated. ${again.en}`, ja: `更新しました。${again.ja}` },
  current: {
    en: `This version was installed already. If Wireshark does not show AT: ${again.en}`,
    ja: `同じ版がすでにインストールされています。AT が表示されない場合：${again.ja}`,
  },
  removed: { en: `Removed. ${again.en}`, ja: `削除しました。${again.ja}` },
  missing: {
    en: 'It was not there: nothing to remove.',
    ja: 'インストールされていません。削除するものはありません。',
  },
} as const satisfies Record<string, Words>
