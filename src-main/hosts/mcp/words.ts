import type { Role } from '@contract'
import type { Words } from '@core/words'

/** What an assistant is told of this server: its own language is English. */
export const instructions = (allowUse: boolean): string =>
  [
    'Modem Bench brings cellular modems on a bench to life and says why when they do not connect.',
    'Begin with explain_log for a file, or bench_state and read_log for what is connected now; propose what to do from what the log shows.',
    'Identities and passwords are masked (IMEI-1, PASSWORD-1).',
    allowUse
      ? 'call may write: the person is asked each time.'
      : 'Nothing is written: tell the person what to do instead.',
  ].join(' ')

/** Said to the assistant, in its language. */
export const cutAt = (whole: number): string =>
  `[cut: 100000 of ${whole} characters; ask for less, such as fewer lines]`

export const lineTooLong = (octets: number, most: number): string =>
  `A line of ${octets} octets; a message has at most ${most}. It was not read; go on with the next.`

export const messageTooDeep = 'This message nests deeper than any call. It was not read.'

export const noJson = 'This line is no JSON; each line is one message.'

export const noMessage = 'This line is JSON, but no message of JSON-RPC 2.0.'

export const noSuchCall = (name: string): Words => ({
  en: `There is no call named ${JSON.stringify(name)}. list_calls names them all.`,
  ja: `${JSON.stringify(name)} という呼び出しはありません。list_calls で一覧を確認してください。`,
})

export const readOnly = (name: string): Words => ({
  en: `${name} writes, and this server only reads. The person may do it in the window or on the command line, or start it anew as: modem-bench mcp --allow-use`,
  ja: `${name} は書き込みを伴いますが、このサーバーは読み取り専用です。ウィンドウまたはコマンドラインで操作するか、modem-bench mcp --allow-use で起動し直してください。`,
})

export const notUnasked = (name: string): Words => ({
  en: `${name} writes, and the person must be asked first: this client cannot ask (elicitation), or the input is too long to be shown. Tell the person to do it in the window or on the command line.`,
  ja: `${name} は書き込みを伴うため、ユーザーの許可が必要ですが、このクライアントでは確認できません（elicitation に未対応か、入力が長すぎます）。ウィンドウまたはコマンドラインで操作するよう、ユーザーに伝えてください。`,
})

export const refusedBy = (name: string): Words => ({
  en: `The person did not allow ${name}. Do not ask for it again unless they say so.`,
  ja: `${name} はユーザーが許可しませんでした。指示がない限り、再度要求しないでください。`,
})

const reach: { readonly [role in Role]: Words } = {
  read: { en: 'reads', ja: '読み取りのみ' },
  use: { en: 'uses the modem', ja: 'モデムを操作' },
  administer: { en: 'changes what the bench keeps', ja: '保存される設定を変更' },
}

export const mayI = (wish: {
  readonly name: string
  readonly written: string
  readonly role: Role
}): Words => ({
  en: `The assistant wants to call ${wish.name} (${reach[wish.role].en}).\n${wish.written}`.trim(),
  ja: `アシスタントが ${wish.name} を実行しようとしています（${reach[wish.role].ja}）。\n${wish.written}`.trim(),
})

export const allowIt: Words = { en: 'Allow this once', ja: '今回だけ許可する' }

export const outsideFolder = (file: string, folder: string): Words => ({
  en: `${file} is not in ${folder}. Logs are read from there alone; --files names another folder.`,
  ja: `${file} は ${folder} の中にありません。読み取れるのはこのフォルダー内のログだけです（--files で変更できます）。`,
})

export const logTooLarge = (file: string): Words => ({
  en: `${file} is larger than 32 MiB. "modem-bench explain --story FILE" reads files of any size.`,
  ja: `${file} は 32 MiB を超えています。modem-bench explain --story FILE なら、サイズの制限なく読み取れます。`,
})
