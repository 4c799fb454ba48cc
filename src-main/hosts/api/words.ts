import type { Wrong } from './problem'

const token = {
  en: 'Give a token as "Authorization: Bearer TOKEN". "modem-bench token new NAME --role read" makes one on the computer where serve runs.',
  ja: 'トークンを「Authorization: Bearer TOKEN」で指定してください。トークンは、serve を実行しているコンピューターで modem-bench token new NAME --role read を実行すると作成できます。',
}

export const noToken: Wrong = {
  status: 401,
  code: 'no-token',
  meaning: {
    en: 'No token, or one that this bench does not know, or no longer.',
    ja: 'トークンがないか、この Modem Bench では無効です（取り消し済み、または期限切れの可能性があります）。',
  },
  tries: [token],
}

export const wrongPage: Wrong = {
  status: 403,
  code: 'wrong-page',
  meaning: {
    en: 'This page or name is not one of this bench.',
    ja: 'このページまたはホスト名からの要求は受け付けません。',
  },
  tries: [
    {
      en: 'Call it from a program with a bearer token; behind a proxy start serve with --public-url.',
      ja: 'プログラムから Bearer トークンを付けて呼び出してください。プロキシを経由する場合は、serve に --public-url を指定して起動してください。',
    },
  ],
}

export const otherName: Wrong = {
  status: 421,
  code: 'other-name',
  meaning: {
    en: 'The name that was asked for is not one of this bench.',
    ja: '要求のホスト名は、この Modem Bench のものではありません。',
  },
  tries: [
    {
      en: 'Use its address or the name of its computer; for another name start serve with --public-url.',
      ja: 'IP アドレスまたはコンピューターのホスト名を使ってください。別の名前を使う場合は、serve に --public-url を指定して起動してください。',
    },
  ],
}

const openAgain = {
  en: 'A person opens the address that modem-bench serve printed.',
  ja: 'ブラウザーでは、modem-bench serve が表示したアドレスを開いてください。',
}
/** The same for who opens a window. */
export const noTokenForWindow: Wrong = { ...noToken, tries: [...noToken.tries, openAgain] }

/** The same for who sets up a scraper. */
export const noTokenForScraper: Wrong = {
  ...noToken,
  tries: [
    ...noToken.tries,
    {
      en: 'In prometheus.yml that is authorization: credentials_file.',
      ja: 'prometheus.yml では authorization: credentials_file に指定します。',
    },
  ],
}

export const noRoom = (again: number): Wrong => ({
  status: 503,
  code: 'no-room',
  meaning: { en: 'There are too many connections.', ja: '接続が多すぎます。' },
  tries: [
    {
      en: `Close some, or ask again in ${again} seconds.`,
      ja: `不要な接続を閉じるか、${again} 秒後に再試行してください。`,
    },
  ],
})

export const noMoreWindows = (most: number): Wrong => ({
  status: 503,
  code: 'no-more-windows',
  meaning: {
    en: `There are ${most} windows already.`,
    ja: `ウィンドウがすでに ${most} 個開いています。`,
  },
  tries: [{ en: 'Close one of them.', ja: 'いずれかを閉じてください。' }],
})

export const noSuchCall = (name: string): Wrong => ({
  status: 404,
  code: 'no-such-call',
  meaning: { en: 'There is no such call.', ja: 'その名前の呼び出しはありません。' },
  said: { en: JSON.stringify(name), ja: JSON.stringify(name) },
  tries: [
    {
      en: 'GET /openapi.json lists every call; a person reads them at /api.',
      ja: '呼び出しの一覧は GET /openapi.json で取得できます。ブラウザーでは /api で確認できます。',
    },
  ],
})

const calledLike = {
  en: 'POST /api/calls/NAME with the input as JSON; GET /openapi.json lists every call, GET /api/events tells what happens.',
  ja: 'POST /api/calls/NAME に入力を JSON で送ってください。呼び出しの一覧は GET /openapi.json、イベントは GET /api/events で取得できます。',
}

export const callsArePosted: Wrong = {
  status: 405,
  code: 'calls-are-posted',
  meaning: {
    en: 'A call is made with POST, also where it only reads.',
    ja: '呼び出しは、読み取りだけのものも含めて POST で行います。',
  },
  tries: [calledLike],
}

export const nothingHere = (path: string): Wrong => ({
  status: 404,
  code: 'nothing-here',
  meaning: { en: 'There is nothing at this address.', ja: 'このアドレスには何もありません。' },
  said: { en: path, ja: path },
  tries: [calledLike],
})

export const notJson: Wrong = {
  status: 400,
  code: 'not-json',
  meaning: {
    en: 'The body is not JSON, or it nests deeper than 64 levels.',
    ja: '本文が JSON ではないか、64 段を超えて入れ子になっています。',
  },
  tries: [
    {
      en: 'Send the input of the call as one JSON value; for a call without an input send no body.',
      ja: '呼び出しの入力を 1 つの JSON 値として送ってください。入力のない呼び出しでは、本文を送らないでください。',
    },
  ],
}

export const wrongType: Wrong = {
  status: 415,
  code: 'wrong-type',
  meaning: { en: 'The body says that it is not JSON.', ja: '本文の種類が JSON ではありません。' },
  tries: [
    {
      en: 'Send it with "Content-Type: application/json".',
      ja: '「Content-Type: application/json」を付けて送ってください。',
    },
  ],
}

export const tooLarge: Wrong = {
  status: 413,
  code: 'too-large',
  meaning: {
    en: 'The body is larger than 1 MiB.',
    ja: '本文が 1 MiB を超えています。',
  },
  tries: [
    {
      en: 'Send less at once: logs go in pieces (log.open, then log.feed).',
      ja: '分割して送ってください。ログは log.open の後、log.feed で少しずつ送れます。',
    },
  ],
}

export const tooMany: Wrong = {
  status: 429,
  code: 'too-many-requests',
  meaning: {
    en: 'This token asks more than the bench answers at a time.',
    ja: 'このトークンからの要求が多すぎます。',
  },
  tries: [
    {
      en: 'Wait as many seconds as Retry-After says. What happens is told at /api/events: nobody has to ask again and again.',
      ja: 'Retry-After の秒数だけ待ってください。状態の変化は /api/events で受け取れるため、繰り返し問い合わせる必要はありません。',
    },
  ],
}

export const tooManyReaders: Wrong = {
  status: 429,
  code: 'too-many-readers',
  meaning: {
    en: 'So many programs read events already: 32.',
    ja: 'すでに 32 個のプログラムがイベントを受信しています。',
  },
  tries: [
    {
      en: 'End one of them, or read in one program what several need.',
      ja: 'いずれかを終了するか、1 つのプログラムで受信して共有してください。',
    },
  ],
}

/** All of them, for the list that people read. */
export const wrongs: readonly Wrong[] = [
  noToken,
  wrongPage,
  noSuchCall(''),
  notJson,
  wrongType,
  tooLarge,
  tooMany,
  tooManyReaders,
]
