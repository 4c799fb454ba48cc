import { expect, test } from 'vitest'
import { askedFor } from '@hosts/electron/page-path'

test.each([
  ['app://bench/index.html', { path: '/index.html', type: 'text/html; charset=utf-8' }],
  ['app://bench/assets/a.js?x#y', { path: '/assets/a.js', type: 'text/javascript; charset=utf-8' }],
  ['app://bench/%', 400],
  ['app://bench/%E0%A4%A.js', 400],
  ['no address', 400],
  ['app://bench/settings.json', 404],
  ['app://bench/..%2f..%2fmain%2findex.js', 404],
  ['app://bench/..%5c..%5cmain%5cindex.js', 404],
  ['app://bench/a%00.js', 404],
])('%s', (url, expected) => {
  const asked = askedFor(url)
  if (expected !== 404) expect(asked).toEqual(expected)
  // Whatever stands there, no way leads out of the page's folder.
  else expect(typeof asked === 'number' || !asked.path.includes('..')).toBe(true)
})
