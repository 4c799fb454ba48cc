import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parse } from 'yaml'
import { readTestPlan } from '@bench/board-test/test-plan-file'
import { shippedPresets } from '@bench/settings/presets'
import { testConfig } from '@bench/board-test/test-plan-config'
import { alertsConfig, benchConfig, mistakeText } from '@contract'

const presets = { all: shippedPresets }
const resource = (path: string) =>
  readFileSync(resolve(import.meta.dirname, '../../../resources', path), 'utf8')

const head = 'name: t\nport: /dev/ttyUSB2\npreset: soracom\n'
/** What is written, where the mistake is said to be, and what is said. */
type Mistake = readonly [text: string, en: RegExp, ja: RegExp]
const mistakes: readonly Mistake[] = [
  [
    `${head}steps:\n  - { name: x, at: { send: "AT+CSQ\\r\\nAT+CFUN=0" } }\n`,
    /^p:5:\d+: steps\.1\.at\.send: holds a line end/,
    /改行などの制御文字/,
  ],
  [
    `{"a":`.repeat(20_000) + '1' + '}'.repeat(20_000),
    /^p:1:501: brackets nest more than 100 deep/,
    /100 段を超えています/,
  ],
  [`name: "[[[["\nport: ${'['.repeat(3000)}\n`, /^p:2:107: brackets nest/, /100 段/],
  [
    '# to come\n',
    /^p:?(?:\d+:\d+)?: the file is empty: expected a map of settings$/,
    /^p.*ファイルが空です/,
  ],
  [
    `${head}board: { id: microcat1 }\nsteps:\n  - { name: on, power: {} }\n`,
    /^p:4:\d+: board: MicroCat\.1 needs "adapter": adapter: gpiod/,
    /adapter の指定が必要です/,
  ],
  [`${head}steps: []\n`, /^p:4:1: steps: must be at least 1 entry$/, /1 件以上/],
  [
    `${head}steps:\n  - name: x\n`,
    /^p:5:5: steps\.1: says nothing to do: .*power, ppp, rat/,
    /指定がありません/,
  ],
  [
    `${head}steps:\n  - { name: x, sim: {}, imei: {} }\n`,
    /^p:5:\d+: steps\.1\.\w+: a step does one thing; found imei, sim/,
    /ステップを分けて/,
  ],
  [
    `${head}steps:\n  - { name: x, sim: {}, toString: y }\n`,
    /steps\.1\.toString: there is no setting "toString" here/,
    /という設定はありません/,
  ],
  [
    `${head}steps:\n  - { name: x, sim: {}, needs: y }\n`,
    /^p:5:25: steps\.1\.needs: no step is called "y"; there is none before it/,
    /「y」という名前のステップはありません/,
  ],
  [
    `${head}steps:\n  - { name: x, sim: {} }\n  - { name: x, imei: {} }\n`,
    /^p:6:7: steps\.2\.name: another step has the name "x"/,
    /ほかにあります/,
  ],
  [
    `${head}slots: { b: { board: { id: microcat1, adapter: 'usb:lcus' } } }\nsteps:\n  - { name: x, sim: {} }\n`,
    /^p:4:\d+: slots\.b\.board\.adapter: expected one of .*lcus.*found "usb:lcus"/,
    /usb:lcus/,
  ],
  [
    `${head}steps:\n  - { name: x, power: { do: on } }\n`,
    /^p:5:16: steps\.1\.power: needs a board/,
    /ボードの指定が必要/,
  ],
  [
    `${head}steps:\n  - { name: x, registered: { within: soon } }\n`,
    /^p:5:30: steps\.1\.registered\.within: expected a time such as 30s.*found "soon"/,
    /30s、10m、1h30m のような時間/,
  ],
  [
    `${head}steps:\n  - { name: x, at: { send: AT, value: "(" , min: 1 } }\n`,
    /^p:5:32: steps\.1\.at\.value: /,
    /閉じかっこ/,
  ],
  [
    `${head}steps:\n  - { name: x, at: { send: AT, value: "CSQ", min: 1 } }\n`,
    /steps\.1\.at\.value: needs a group/,
    /グループ/,
  ],
  [
    `${head}steps:\n  - { name: x, at: { send: AT, min: 1 } }\n`,
    /steps\.1\.at\.min: a limit needs a value/,
    /value.*が必要/,
  ],
  [
    `${head}steps:\n  - { name: x, supply: { min: 4, max: 3 } }\n`,
    /steps\.1\.supply\.max: must not be less than "min"/,
    /「min」より小さく/,
  ],
  [
    `${head}steps:\n  - { name: x, macro: { text: "set" } }\n`,
    /steps\.1\.macro\.text: line 1: /,
    /1 行目：/,
  ],
  [
    `${head}steps:\n  - { name: x, current: { instrument: meter, max: 5 } }\n`,
    /^p:5:27: steps\.1\.current\.instrument: no instrument is called "meter": the plan has none/,
    /という計測器はありません/,
  ],
  [
    `${head}instruments: { dmm: { port: sim:meter } }\nsteps:\n  - { name: x, measure: { instrument: meter, max: 5 } }\n`,
    /instrument: no instrument is called "meter"; there are dmm/,
    /定義済み：dmm/,
  ],
  [
    `${head}instruments: { dmm: { port: sim:meter } }\nsteps:\n  - { name: x, current: { instrument: dmm } }\n`,
    /steps\.1\.current: needs a limit in mA/,
    /mA。平均の min/,
  ],
  [
    `${head}instruments: { dmm: { port: sim:meter } }\nsteps:\n  - { name: x, measure: { instrument: dmm } }\n`,
    /steps\.1\.measure: needs a limit/,
    /指定が必要/,
  ],
  [
    `${head}instruments: { dmm: { port: 'tcp:meter', value: 'x' } }\nsteps:\n  - { name: x, measure: { instrument: dmm, min: 1 } }\n`,
    /^p:4:23: instruments\.dmm\.port: expected tcp:host:port/,
    /tcp:host:port の形式/,
  ],
  [
    `${head}instruments: { dmm: { port: { a: tcp:x:1, b: 'foo:x' } } }\nsteps:\n  - { name: x, measure: { instrument: dmm, min: 1 } }\n`,
    /instruments\.dmm\.port\.b: there are no ports "foo:"/,
    /「foo:」というポート/,
  ],
  [
    `${head}keep: { imei: masked }\nsteps:\n  - { name: x, imei: {} }\n`,
    /steps\.1\.imei\.?\w*: needs keep\.imei: whole/,
    /keep\.imei: whole が必要/,
  ],
  [
    `name: t\nport: /dev/ttyUSB2\nsteps:\n  - { name: x, ppp: {} }\n`,
    /connect\.apn: is missing: give a preset, or an APN/,
    /preset または APN/,
  ],
  [
    `${head}steps:\n  - { name: x, sleep: { psm: { active: 61s, tau: 1h } } }\n`,
    /^p:5:32: steps\.1\.sleep\.psm\.active: T3324 has no such value; next to it are \d+s and \d+s/,
    /T3324 では表せない値/,
  ],
  [
    `${head}steps:\n  - { name: x, wake: {} }\n`,
    /steps\.1\.wake: needs a board/,
    /ボードの指定が必要/,
  ],
  [
    `${head}steps:\n  - { name: a, sim: {}, needs: b }\n  - { name: b, imei: {} }\n`,
    /^p:5:25: steps\.1\.needs: "b" stands behind this step/,
    /「b」はこのステップより後ろ/,
  ],
  ...['dns: { name: a.b }', 'ping: { host: a.b }', 'http: { url: "http://a/" }'].map(
    (step) =>
      [
        `${head}steps:\n  - { name: x, ${step} }\n`,
        /^p:5:16: steps\.1\.\w+: goes over the internet of the modem: put a step ppp/,
        /前に ppp: \{\} のステップ/,
      ] as const,
  ),
  [
    `${head}board: { id: microcat1, adapter: gpiod }\nsteps:\n  - { name: p, ppp: {} }\n  - { name: off, power: { do: off } }\n  - { name: x, dns: { name: a.b } }\n`,
    /steps\.3\.dns: .*"off" ends that/,
    /「off」で切れます/,
  ],
  [
    `${head}steps:\n  - { name: x, rat: { is: FOO } }\n`,
    /^p:5:23: steps\.1\.rat\.is: no modem says "FOO" here: .*LTE/,
    /「FOO」と表示するモデムはありません/,
  ],
  [
    `${head}steps:\n  - { name: x, band: { is: FOO } }\n`,
    /band\.is: a band has a number/,
    /番号を含めて/,
  ],
  [
    `${head}steps:\n  - { name: x, iccid: { prefix: abc } }\n`,
    /^p:5:25: steps\.1\.iccid\.prefix: an ICCID has digits alone.*"abc"/,
    /ICCID は数字だけ/,
  ],
  ...(
    [
      ['sim:nosuch', /^p:2:1: port: sim:nosuch: there is no such simulated modem; there are/],
      ['sim:sim7672?knob=1', /port: .*there is no option knob/],
      ['tcp:pi', /port: expected tcp:host:port/],
      ['foo:bar', /port: there are no ports "foo:"/],
    ] as const
  ).map(
    ([port, en]) =>
      [
        `name: t\nport: ${port}\nsteps:\n  - { name: x, imei: {} }\n`,
        en,
        /port：|ポート|模擬モデム|というオプションは|tcp:host/,
      ] as const,
  ),
  [`${head}steps:\n  - { name: x, rsrp: { min: .nan } }\n`, /found \.nan$/, /\.nan/],
  [
    `${head}steps:\n  - { name: x, imei: {} }\n---\nname: u\n`,
    /more than one document \(---\); make a file of each$/,
    /ファイルを分けて/,
  ],
  [
    `name: t\nport: /dev/ttyUSB2\nsteps:\n  - { name: x, ppp: {} }\n`,
    /^p:2:1: connect\.apn: is missing: give a preset, or an APN$/,
    /preset または APN/,
  ],
  [
    `name: t\nport: /dev/ttyUSB2\nconnect: {}\nsteps:\n  - { name: x, ppp: {} }\n`,
    /^p:3:1: connect\.apn: is missing/,
    /preset または APN/,
  ],
  ...['ping: { host: "a b" }', 'dns: { name: "a b" }', 'ping: { host: "http://x" }'].map(
    (does): Mistake => [
      `${head}steps:\n  - { name: p, ppp: {} }\n  - { name: x, ${does} }\n`,
      /^p:6:\d+: steps\.2\.(?:ping\.host|dns\.name): must be a host name or an IP address, without blanks, http:\/\/ or a port; found "/,
      /空白、http:\/\/、ポート番号なし/,
    ],
  ),
  ...['http: { url: "http://999.1.1.1/" }', 'throughput: { url: "http://a..b/", min: 1 }'].map(
    (does): Mistake => [
      `${head}steps:\n  - { name: p, ppp: {} }\n  - { name: x, ${does} }\n`,
      /^p:6:\d+: steps\.2\.\w+\.url: must be an http:\/\/ or https:\/\/ address of a host name or an IP address; found/,
      /ホスト名または IP アドレス/,
    ],
  ),
  [
    `${head}steps:\n  - { name: p, ppp: {} }\n  - { name: x, coap: { url: "coap://a b/" } }\n`,
    /^p:6:\d+: steps\.2\.coap\.url: must be a coap:\/\/ address; found/,
    /coap:\/\/ のアドレスを書いて/,
  ],
  [
    `${head}steps:\n${'  - { name: x, sim: {} }\n'.repeat(501)}`,
    /^p:4:1: steps: must be at most 500 entries; found 501$/,
    /500 件以下にしてください（現在：501 件）/,
  ],
  [
    `${head}matrix: {}\nsteps:\n  - { name: x, sim: {} }\n`,
    /^p:4:1: matrix: must name at least one axis/,
    /軸/,
  ],
]

test.each(mistakes)('%j is refused where it stands, in both languages', (text, en, ja) => {
  const read = readTestPlan(text, presets)
  expect(read.config).toBeNull()
  const [first] = read.mistakes
  if (!first) throw new Error('no mistake was told')
  expect(mistakeText(first, 'p')).toMatch(en)
  expect(mistakeText(first, 'p', 'ja')).toMatch(ja)
})

test('every mistake is told, and a plan without a connection wants no APN', () => {
  const text = 'name: t\nport: x\nsteps:\n  - { name: a, at: { send: AT } }\n'
  expect(readTestPlan(text, presets).mistakes).toEqual([])
  const two = text.replace('send: AT', 'send: AT, min: 1').replace('name: a,', 'name: a, needs: b,')
  expect(readTestPlan(two, presets).mistakes).toHaveLength(2)
})

test('what the schema finds hides nothing of what the settings mean, and the other way round', () => {
  const text = `name: Not So
port: sim:nosuch
surprise: 1
steps:
  - { name: a, at: { send: 5, value: "(", min: 1 } }
  - { name: b, registered: { within: soon }, needs: c }
  - { name: c, sim: 5 }
  - { name: c, dns: { name: 5 } }
  - { name: d, image: {} }
  - { name: e, supply: { min: 4, max: 3, during: never } }
`
  const told = readTestPlan(text, presets).mistakes.map(({ place }) => place)
  expect(told).toEqual([
    'name',
    'port',
    'connect.apn',
    'surprise',
    'steps.1.at.send',
    'steps.1.at.value',
    'steps.2.registered.within',
    'steps.2.needs',
    'steps.3.sim',
    'steps.4.name',
    'steps.4.dns',
    'steps.4.dns.name',
    'steps.5.image',
    'steps.6.supply.max',
    'steps.6.supply.during',
  ])
})

test('an instrument with mistakes of its own is there all the same', () => {
  const { mistakes } = readTestPlan(
    `${head}instruments: { metr: { port: sim:meter, wrong: 1 } }\nsteps:\n  - { name: x, current: { instrument: meter, max: 5 } }\n  - { name: y, current: { instrument: metr, max: 5 } }\n`,
    presets,
  )
  expect(mistakes.map(({ place, words }) => `${place}: ${words.en}`)).toEqual([
    'instruments.metr.wrong: there is no setting "wrong" here',
    'steps.1.current.instrument: no instrument is called "meter"; there are metr',
  ])
})

test('a limit of a time is told in a whole unit', () => {
  const [one] = readTestPlan(
    `${head}instruments: { dmm: { port: sim:meter, within: 5m } }\nsteps:\n  - { name: x, current: { instrument: dmm, max: 5 } }\n`,
    presets,
  ).mistakes
  expect(one?.words.en).toContain('from 0.1 s to 1 min')
  expect(one?.words.ja).toContain('0.1 秒から 1 分の範囲')
})

test('a file with hundreds of mistakes tells twenty and how many more there are', () => {
  const deep = readTestPlan(`a: ${'[ '.repeat(90)}`, presets).mistakes
  const many = readTestPlan(`${head}steps:\n${'  - { name: x }\n'.repeat(200)}`, presets).mistakes
  expect([deep.length, many.length]).toEqual([1, 21])
  expect(many.at(-1)).toMatchObject({ line: 0, words: { en: 'and 379 more; mend these first' } })
})

/** What is published for editors. `vitest -u` writes it anew when the reader has changed. */
const schemas = [
  { file: 'board-test.json', schema: testConfig, title: 'Test plan of a board' },
  { file: 'failover.json', schema: benchConfig, title: 'Failover and soak' },
  { file: 'alerts.json', schema: alertsConfig, title: 'Alerts' },
]
const examples = [
  ['board-test.json', 'board-test-microcat1.yaml'],
  ['board-test.json', 'board-test-3gpi.yaml'],
  ['board-test.json', 'board-test-night.yaml'],
  ['failover.json', 'failover.yaml'],
  ['failover.json', 'soak.yaml'],
] as const
const published = (file: string) =>
  z.fromJSONSchema(
    JSON.parse(resource(`schemas/${file}`)) as Parameters<typeof z.fromJSONSchema>[0],
  )

test.each(schemas)(
  'the published $file is the one of the reader',
  async ({ file, schema, title }) => {
    const made = { title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) }
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(
      `../../../resources/schemas/${file}`,
    )
  },
)

test.each(examples)('%s takes %s, and refuses it with a mistake', (file, example) => {
  const schema = published(file)
  const text = resource(`examples/${example}`)
  expect(schema.safeParse(parse(text)).error).toBeUndefined()
  expect(schema.safeParse(parse(`${text}\nsurprise: 1\n`)).success).toBe(false)
  expect(schema.safeParse(parse(text.replace(/^name: .*$/m, 'name: Not So'))).success).toBe(false)
})

test('the published schema of alerts takes its example, and refuses what no rule knows', () => {
  const schema = published('alerts.json')
  const text = resource('examples/alerts.yaml')
  expect(schema.safeParse(parse(text)).error).toBeUndefined()
  expect(schema.safeParse(parse(text.replace('below:', 'under:'))).success).toBe(false)
})

test('the published schema of plans refuses what a step does not know', () => {
  const schema = published('board-test.json')
  const plan = (step: object) => ({ name: 't', port: 'x', steps: [{ name: 's', ...step }] })
  expect(schema.safeParse(plan({ power: { do: 'on' } })).success).toBe(true)
  expect(schema.safeParse(plan({ power: { do: 'up' } })).success).toBe(false)
  expect(schema.safeParse(plan({ pwoer: { do: 'on' } })).success).toBe(false)
  expect(schema.safeParse(plan({ rsrp: { min: 'low' } })).success).toBe(false)
})
