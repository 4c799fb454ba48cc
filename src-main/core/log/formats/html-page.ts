/** Everything the page needs is in it: it must open without network, years later, on any computer. */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--ink:#1b1f24;--dim:#667;--line:#dde1e6;--a:#1f6feb;--b:#8250df;--warn:#9a6700;--fail:#cf222e;--ok:#1a7f37;--tint:#f4f6f8}
@media(prefers-color-scheme:dark){:root{--bg:#14171b;--ink:#e4e7eb;--dim:#98a1ad;--line:#2d333b;--a:#6cb0ff;--b:#c297ff;--warn:#e3b341;--fail:#ff7b72;--ok:#57c878;--tint:#1c2026}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:13px/1.5 system-ui,sans-serif;display:flex;flex-direction:column}
header{order:0;padding:16px 20px 0}
h1{font-size:18px;margin:0}
h2{font-size:14px;margin:0 0 8px}
.summary{order:1;padding:12px 20px;display:flex;flex-wrap:wrap;gap:16px}
.card{flex:1 1 320px;border:1px solid var(--line);border-radius:8px;padding:12px 16px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0 0 8px}
dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
ol.ladder{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px}
ol.ladder li{border:1px solid var(--line);border-radius:4px;padding:1px 8px;color:var(--dim)}
li.fine{color:var(--ok)!important}li.fine::before{content:'✓ '}
li.failure{color:var(--fail)!important;border-color:var(--fail)!important}li.failure::before{content:'✗ '}
li.busy{color:var(--warn)!important}li.busy::before{content:'… '}
.timeline{order:2;padding:0 20px}
.timeline svg{width:100%;height:56px;display:block;background:var(--tint);border-radius:4px}
.timeline .fine{fill:var(--dim);opacity:.45}.timeline .notice{fill:var(--a)}.timeline .warning{fill:var(--warn)}.timeline .failure{fill:var(--fail)}
.ends{display:flex;justify-content:space-between;color:var(--dim);font-variant-numeric:tabular-nums}
.filters{order:3;position:sticky;top:0;z-index:1;background:var(--bg);border-bottom:1px solid var(--line);padding:8px 20px;display:flex;flex-wrap:wrap;gap:6px 14px;align-items:center}
.filters input[type=search]{min-width:220px;padding:4px 8px;font:inherit;color:inherit;background:var(--tint);border:1px solid var(--line);border-radius:4px}
.filters label{white-space:nowrap}
main{order:4;padding:4px 20px 40px}
.r{display:grid;grid-template-columns:var(--time,96px) 30px minmax(200px,1fr) minmax(200px,1.2fr);gap:8px;padding:1px 4px;border-left:3px solid transparent;content-visibility:auto;contain-intrinsic-size:auto 21px}
.r:has(time:empty){--time:0px}
.r{scroll-margin-top:40vh}
.r:hover,.r:target{background:var(--tint)}
main .r:target{display:grid!important;outline:2px solid var(--a)}
.r time,.r i{color:var(--dim);font-style:normal;font-variant-numeric:tabular-nums;white-space:nowrap}
.r code{font:12px/1.6 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
.tx code{color:var(--a)}.text code,.echo code,.noise code{color:var(--dim)}
.divider,.note{color:var(--dim)}.divider{border-top:1px dashed var(--line);margin-top:6px}
.warning{border-left-color:var(--warn)}.warning span{color:var(--warn)}
.failure{border-left-color:var(--fail)}.failure span{color:var(--fail)}
.b i{color:var(--b)}
main[data-hide~=command] .command,main[data-hide~=answer] :is(.answer,.final,.prompt,.payload),main[data-hide~=echo] .echo,main[data-hide~=unsolicited] .unsolicited,main[data-hide~=ppp] .ppp,main[data-hide~=cmux] .cmux,main[data-hide~=text] :is(.text,.note,.divider),main[data-hide~=unknown] :is(.unknown,.noise),main[data-hide~=a] .a,main[data-hide~=b] .b,main[data-least=warning] .r:not(.warning,.failure),main[data-least=failure] .r:not(.failure),.r[hidden]{display:none}
@media print{.filters{display:none}}
`

/** Filters and search; without it (scripts off) the page shows everything. */
export const script = `
const log=document.querySelector('main'),find=document.querySelector('input[type=search]'),shown=document.querySelector('output');
const boxes=[...document.querySelectorAll('input[type=checkbox]')],least=document.querySelector('select');
function hide(){log.dataset.hide=boxes.filter(b=>!b.checked).map(b=>b.value).join(' ');log.dataset.least=least.value}
let planned;function search(){clearTimeout(planned);planned=setTimeout(()=>{const want=find.value.toLowerCase();let n=0;
for(const row of log.children){const hit=want===''||row.textContent.toLowerCase().includes(want);row.hidden=!hit;if(hit)n++}
shown.textContent=want===''?'':n},120)}
boxes.forEach(b=>b.addEventListener('change',hide));least.addEventListener('change',hide);find.addEventListener('input',search);hide();
`
