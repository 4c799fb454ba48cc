import { faultRows } from '@contract'
import { version } from '../version'
import { describedCalls, describedEvents, type DescribedCall } from './described'
import { statusOf, type Wrong } from './problem'
import { wrongs } from './words'

export const pageStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid GrayText; border-radius: 4px; }
h3 { margin-bottom: 0; }
h3 small { font-weight: normal; }
table { border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; }
`

/** The calls, events and faults for a person to read: made of the same table as /openapi.json. */
export function apiPage(): string {
  const calls = describedCalls()
  const topics = [...new Set(calls.map(({ name }) => topicOf(name)))]
  const links = topics.map((topic) => `<a href="#${topic}">${topic}</a>`)
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Modem Bench API</title><link rel="stylesheet" href="/api/page.css"></head>
<body>
<h1>Modem Bench API</h1>
<p>Version ${escaped(version)}. As data: <a href="/openapi.json">openapi.json</a> (calls), <a href="/asyncapi.json">asyncapi.json</a> (events). Client for Python: <a href="/api/modem_bench.py">modem_bench.py</a>.</p>
<pre>curl -H "Authorization: Bearer $TOKEN" -X POST https://BENCH/api/calls/app.snapshot
curl -H "Authorization: Bearer $TOKEN" -N https://BENCH/api/events?names=patch,rows</pre>
<p>${links.join(' · ')} · <a href="#events">events</a> · <a href="#faults">faults</a></p>
${topics
  .map(
    (topic) =>
      `<h2 id="${topic}">${topic}</h2>\n${calls
        .filter(({ name }) => topicOf(name) === topic)
        .map(sectionOf)
        .join('\n')}`,
  )
  .join('\n')}
<h2 id="events">Events</h2>
<table>${describedEvents().map(rowOf).join('\n')}</table>
<h2 id="faults">Faults</h2>
<table>${[...wrongs, ...faults].map(faultOf).join('\n')}</table>
</body>
</html>
`
}

const topicOf = (name: string) => name.split('.')[0] ?? ''

const sectionOf = ({ name, comment, role, input }: DescribedCall) => `<section id="${name}">
<h3><code>${name}</code> <small>${role}</small></h3>
<p>${escaped(comment)}</p>
${input ? `<details><summary>Input</summary><pre>${escaped(JSON.stringify(input, undefined, 2))}</pre></details>` : ''}
</section>`

const rowOf = ({ name, comment }: { readonly name: string; readonly comment: string }) =>
  `<tr id="event-${name}"><th><code>${name}</code></th><td>${escaped(comment)}</td></tr>`

const faults = Object.entries(faultRows).map(([code, { meaning }]) => ({
  ...{ code, meaning, status: statusOf(code) },
}))
const faultOf = ({ code, status, meaning }: Pick<Wrong, 'code' | 'status' | 'meaning'>) =>
  `<tr id="${code}"><th><code>${code}</code></th><td>${status}</td><td>${escaped(meaning.en)}<br><span lang="ja">${escaped(meaning.ja)}</span></td></tr>`

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
