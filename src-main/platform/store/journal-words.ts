import { basename } from 'node:path'
import { durationText } from '@core/duration'
import type { StoreTrouble } from '@core/ports/store'
import { errorWords, type Fault } from '@core/fault'
import type { Words } from '@core/words'
import { mostPendingBytes, type JournalGap } from './pending-entries'

const mb = (bytes: number) => Math.floor(bytes / 1_000_000).toLocaleString('en-US')
const count = (n: number) => n.toLocaleString('en-US')

/** What became of a journal while it was written. `missing`: octets that were cut off. */
export function goneWords(path: string, how: 'deleted' | 'replaced' | 'cut', missing = 0): Words {
  switch (how) {
    case 'deleted':
      return {
        en: `${path} was deleted or moved away.`,
        ja: `${path} が削除または移動されました。`,
      }
    case 'replaced':
      return {
        en: `${path} is another file now.`,
        ja: `${path} が別のファイルに置き換えられました。`,
      }
    case 'cut':
      return {
        en: `${path} was cut short by ${count(missing)} octets.`,
        ja: `${path} の末尾 ${count(missing)} オクテットが切り詰められました。`,
      }
  }
}

/** The note that begins the next journal. */
export function begunWords({ said }: Fault, next: string): Words {
  const name = basename(next)
  return {
    en: `${said.en} The log goes on in ${name}; what the other one held may not be on the disk any more.`,
    ja: `${said.ja} ログは ${name} に続きます。以前のファイルにあった内容はディスクに残っていない可能性があります。`,
  }
}

/** The note that divides the log where a file was full. */
export function continuedWords(before: string): Words {
  const name = basename(before)
  return {
    en: `The journal goes on here; what was before is in ${name}`,
    ja: `ここからジャーナルの続きです。以前の内容は ${name} にあります`,
  }
}

export function goneTrouble(fault: Fault, next: string): StoreTrouble {
  return {
    kind: 'gone',
    level: 'warning',
    words: begunWords(fault, next),
    tries: [
      {
        en: 'Export the log now if you need the part before: this window still has it.',
        ja: 'それ以前の部分が必要な場合は、今のうちにログを書き出してください。このウィンドウにはまだ残っています。',
      },
    ],
  }
}

/** The note where octets are missing. */
export function gapWords({ entries, bytes, fromMs, toMs }: JournalGap): Words {
  const span = (language: 'en' | 'ja') => durationText(Math.max(0, toMs - fromMs), language)
  return {
    en: `Missing before this line: ${count(entries)} pieces, ${count(bytes)} octets of ${span('en')}. The disk took nothing, and what is kept in memory was full.`,
    ja: `この行の前に ${count(entries)} 件（${count(bytes)} オクテット、${span('ja')} 分）の欠落があります。ディスクに書き込めず、メモリーの保持量も上限に達しました。`,
  }
}

export function failedTrouble(fault: Fault, missing: boolean): StoreTrouble {
  const { en, ja } = errorWords(fault)
  const room = mb(mostPendingBytes)
  return {
    kind: 'failed',
    level: 'failure',
    words: missing
      ? {
          en: `The log is not being kept: ${en} Memory for ${room} MB is full; what comes now is missing in the journal.`,
          ja: `ログを保存できていません：${ja} メモリーの保持量（${room} MB）も上限に達し、以後の内容は失われます。`,
        }
      : {
          en: `The log is not on the disk: ${en} What comes is kept in memory, up to ${room} MB, and lost if the program ends.`,
          ja: `ログをディスクに書き込めません：${ja} 新しい内容は ${room} MB までメモリーに保持しますが、プログラムが終了すると失われます。`,
        },
    tries: fault.row.tries,
  }
}

export function spaceTrouble(free: number, folder: string): StoreTrouble {
  return {
    kind: 'space',
    level: 'warning',
    words: {
      en: `Only ${mb(free)} MB are free where the log is kept (${folder}).`,
      ja: `ログの保存先（${folder}）の空きは ${mb(free)} MB だけです。`,
    },
    tries: [
      {
        en: 'Make room, or set MODEM_BENCH_DATA to a folder on a larger disk. Old journals in the folder may be moved away.',
        ja: '空きを確保するか、MODEM_BENCH_DATA で大きなディスク上のフォルダーを指定してください。フォルダー内の古いジャーナルは移動してもかまいません。',
      },
    ],
  }
}
