/** A text inside a page, also in the quotes of an attribute. */
export const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`)

/** Everything is in the page: it must open without network, years later. */
export const pageStyle = `:root{color-scheme:light dark;--bg:#fff;--ink:#1b1f24;--dim:#667;--line:#dde1e6;--a:#1f6feb;--b:#8250df;--fail:#cf222e;--ok:#1a7f37}
@media(prefers-color-scheme:dark){:root{--bg:#14171b;--ink:#e4e7eb;--dim:#98a1ad;--line:#2d333b;--a:#6cb0ff;--b:#c297ff;--fail:#ff7b72;--ok:#57c878}}
body{margin:0 auto;max-width:1200px;padding:20px;background:var(--bg);color:var(--ink);font:13px/1.5 system-ui,sans-serif}
a{color:var(--a)}h1{font-size:20px}h2{font-size:15px;margin:24px 0 4px}.met{color:var(--ok)}.missed{color:var(--fail)}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{border:1px solid var(--line);padding:3px 8px;text-align:left;vertical-align:top}th{color:var(--dim);font-weight:600;white-space:nowrap}
svg{width:100%;height:auto;display:block}svg text{fill:var(--dim);font-size:11px}.a{fill:var(--a);stroke:var(--a)}.b{fill:var(--b);stroke:var(--b)}.none{fill:var(--fail)}polyline{fill:none!important;stroke-width:1.5}`
