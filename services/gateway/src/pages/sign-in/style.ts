import { createHash } from 'node:crypto';
import type { Brand } from '../../sub-platforms/brand.js';

/**
 * One style for all pages of unified auth. Type is 18 px and every target at least 52 px high, because the youngest readers
 * are ten and many use a finger on a shared tablet; colours keep a contrast of 4.5 : 1 or more.
 */
export const style = `
:root{--ink:#16233a;--soft:#4c5c76;--line:#8593ab;--card:#fff;--brand:#0b57c4;--brand-deep:#08439a;--brand-pale:#e8f0fd;--wrong:#a8171f;--wrong-pale:#fdeceb;--right:#14683a;--ground:linear-gradient(165deg,#dcebff 0%,#f3f7ff 45%,#eefaf4 100%)}
*{box-sizing:border-box}
html{font-size:18px;background:#eef5fb;-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:20px;padding:28px 16px;background:var(--ground) fixed;color:var(--ink);font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;line-height:1.6}
main{width:100%;max-width:456px;background:var(--card);border-radius:22px;padding:32px 32px 28px;box-shadow:0 1px 2px rgba(22,35,58,.06),0 18px 50px rgba(22,35,58,.13)}
.brand{display:flex;align-items:center;gap:12px;margin:0 0 22px;font-weight:700;font-size:1.05rem;color:var(--ink);letter-spacing:.02em}
.brand svg{width:44px;height:44px;flex:none}
.brand img{max-width:120px;height:44px;object-fit:contain;flex:none}
.brand small{display:block;font-weight:400;font-size:.78rem;color:var(--soft);letter-spacing:0}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 6px}
p{margin:0 0 16px}
.lead{color:var(--soft);margin-bottom:22px}
label{display:block;font-weight:600;margin:0 0 6px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
fieldset{border:0;margin:0 0 20px;padding:0;min-width:0}
.field{margin:0 0 20px}
.field small{display:block;color:var(--soft);font-size:.83rem;margin:-2px 0 6px}
.field .wrong{color:var(--wrong);font-weight:600}
input[type=text],input[type=tel],input[type=password]{width:100%;height:54px;padding:0 16px;font:inherit;font-size:1.06rem;color:var(--ink);background:var(--card);border:2px solid var(--line);border-radius:13px}
input[aria-invalid=true]{border-color:var(--wrong)}
.code{text-align:center;letter-spacing:.22em;font-size:1.4rem!important;font-family:ui-monospace,Consolas,monospace!important;text-transform:uppercase}
button,.button{display:block;width:100%;min-height:56px;padding:13px 18px;font:inherit;font-weight:700;font-size:1.1rem;text-align:center;text-decoration:none;color:#fff;background:var(--brand);border:2px solid var(--brand);border-radius:14px;cursor:pointer}
button:hover,.button:hover{background:var(--brand-deep);border-color:var(--brand-deep)}
button.quiet{margin-top:12px;color:var(--brand);background:transparent;border-color:transparent;font-weight:600;font-size:1rem}
button.quiet:hover{background:var(--brand-pale)}
:focus-visible{outline:3px solid var(--brand);outline-offset:3px}
.other{display:flex;align-items:center;justify-content:center;min-height:52px;margin-top:12px;padding:10px 18px;font-weight:600;text-align:center;text-decoration:none;color:var(--brand);border:2px solid var(--line);border-radius:14px}
button.other{background:transparent;font-size:inherit}
button.other:hover{border-color:var(--line)}
.other:hover,button.other:hover{background:var(--brand-pale)}
.qr{display:block;width:220px;height:220px;margin:0 auto 18px;border-radius:10px}
.ways{margin:0 0 16px;padding-left:1.3em}
.codes{list-style:none;display:grid;grid-template-columns:1fr 1fr;gap:8px 16px;margin:0 0 22px;padding:16px;border:2px solid var(--brand-pale);border-radius:14px}
.codes code{white-space:nowrap;word-break:normal}
.large{display:block;font-size:2rem!important}
main:has(.pictures){max-width:720px}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(104px,1fr));gap:12px;margin:0 0 8px}
.pictures button{display:flex;flex-direction:column;align-items:center;gap:6px;padding:12px 6px;color:var(--ink);background:var(--card);border-color:var(--line);font-size:1rem}
.pictures button:hover{background:var(--brand-pale);border-color:var(--brand)}
.picture{width:64px;height:64px;padding:6px;background:#f7faff;border-radius:12px}
.own{display:flex;align-items:center;justify-content:center;gap:16px;margin:0 0 14px;font-size:1.3rem}
.own .picture{width:96px;height:96px}
.trouble{border:2px solid var(--wrong);border-radius:14px;background:var(--wrong-pale);padding:14px 16px;margin:0 0 22px}
.trouble h2{font-size:1.02rem;margin:0;color:var(--wrong)}
.trouble p,.trouble ul{margin:4px 0 0}
.trouble ul{padding-left:1.1em}
.trouble a{color:var(--wrong)}
.choice{position:relative;margin:0 0 12px}
.choice input{position:absolute;left:18px;top:50%;width:22px;height:22px;margin:-11px 0 0;accent-color:var(--brand)}
.choice label{margin:0;padding:12px 16px 12px 56px;min-height:66px;border:2px solid var(--line);border-radius:14px;font-weight:700;cursor:pointer}
.choice label span{display:block;font-weight:400;font-size:.88rem;color:var(--soft)}
.choice input:checked+label{border-color:var(--brand);background:var(--brand-pale)}
.choice input:focus-visible+label{outline:3px solid var(--brand);outline-offset:3px}
.choice input:focus-visible{outline:none}
.rights{list-style:none;margin:0 0 22px;padding:4px 16px;border:2px solid var(--brand-pale);border-radius:14px}
.rights li{padding:10px 0 10px 32px;position:relative;border-top:1px solid var(--brand-pale)}
.rights li:first-child{border-top:0}
.rights li::before{content:"✓";position:absolute;left:2px;color:var(--right);font-weight:700}
.note{color:var(--soft);font-size:.83rem;margin:18px 0 0}
.note a{color:var(--brand)}
p.note+form{margin-top:18px}
footer{color:var(--soft);font-size:.83rem;text-align:center}
footer a{color:var(--brand-deep);display:inline-block;padding:8px 10px}
code{font-size:.95em;word-break:break-word}
@media (max-width:480px){main{padding:26px 20px 22px;border-radius:18px}body{justify-content:flex-start;padding-top:20px}}
@media (prefers-color-scheme:dark){:root{--ink:#edf2fb;--soft:#b4c1d6;--line:#75859f;--card:#182234;--brand:#8fbaff;--brand-deep:#b6d2ff;--brand-pale:#243552;--wrong:#ffb0aa;--wrong-pale:#3b1f24;--right:#86dca7;--ground:#0e1625}html{background:#0e1625}button,.button{color:#0b1a33}}
@media (forced-colors:active){main,.choice label{border:2px solid}}
`;

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64');
const digest = digestOf(style);

/** The colour of a sub-platform, by day: at night the style's own keeps its contrast. */
export const colouredBy = (colour: string) =>
  `@media (prefers-color-scheme:light){:root{--brand:${colour};--brand-deep:color-mix(in srgb,${colour} 80%,black)}}`;

/**
 * No script, no foreign host, no frame around it. Without `form-action`: browsers hold it against the redirect that takes
 * the person back to their app.
 */
export function policyFor(brand: Brand | undefined): string {
  const styles = [digest, ...(brand?.colour ? [digestOf(colouredBy(brand.colour))] : [])].map((each) => `'sha256-${each}'`).join(' ');
  const pictures = brand?.logo ? "; img-src 'self'" : '';
  return `default-src 'none'; style-src ${styles}${pictures}; base-uri 'none'; frame-ancestors 'none'`;
}
