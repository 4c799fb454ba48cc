import type { Words } from '../words'

export const journalNotReadable = (reason: string): Words => ({
  en: `Not readable: ${reason}`,
  ja: `読み取れません：${reason}`,
})

export const journalTitle = (name: string): Words => ({
  en: `Journal ${name}`,
  ja: `ジャーナル ${name}`,
})

export const unreadable = (file: string, line: number): Words => ({
  en: `Line ${line} of ${file} cannot be read; what it told of the run is missing.`,
  ja: `${file} の ${line} 行目を読み取れません。そこに記録された内容は失われています。`,
})

export const headNotReadable = (headFile: string): Words => ({
  en: `${headFile} cannot be read, so that nobody knows which run was the last. A new run can be begun; ${headFile} is then kept under another name.`,
  ja: `${headFile} を読み取れないため、前回の試験を特定できません。新しい試験は開始できます（${headFile} は別名で残します）。`,
})

export const endOfRun: Words = { en: 'end of the run', ja: '試験の終了' }

export const nobodyHasTraffic: Words = {
  en: 'Nobody has the traffic.',
  ja: '通信中のスロットがありません。',
}

export const runStarts: Words = { en: 'The run starts.', ja: '試験を開始しました。' }

export const consoleNotRunning: Words = {
  en: 'The console was not running.',
  ja: 'コンソールが動作していませんでした。',
}

export const linesLeftOut = (count: number, journal: string): Words => {
  const n = count.toLocaleString('en')
  return {
    en: `${n} ${count === 1 ? 'line is' : 'lines are'} left out here; the journal ${journal} has them.`,
    ja: `ここの ${n} 行は省略しました。ジャーナル ${journal} にあります。`,
  }
}

/** The headings of the chart. */
export const chartNames = {
  en: { who: 'Who served (red: nobody)', signal: 'Signal, dBm (dot: another cell)' },
  ja: { who: '通信したスロット（赤：不通）', signal: '電波強度 dBm（点：セルの変化）' },
} as const
