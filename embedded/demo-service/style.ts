/** A look of its own: this is not Latchkey, but somebody who relies on it. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #eef0fb; --card: #fff; --text: #191b3a; --quiet: #565a7d; --line: #d8dbf0;
  --accent: #3b3fb6; --on-accent: #fff; --tint: #eceefd; --good: #14713f; --bad: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1022; --card: #191b33; --text: #eceefb; --quiet: #a9add0; --line: #33365a;
    --accent: #a7abff; --on-accent: #14163a; --tint: #22254a; --good: #7fd6a0; --bad: #ffb4ab;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100dvh; padding: 24px 16px; gap: 20px;
  display: flex; flex-direction: column; align-items: center; justify-content: center;
  font: 17px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  color: var(--text); background: var(--ground);
}
main {
  width: 100%; max-width: 440px; padding: 32px; border-radius: 20px;
  background: var(--card); border: 1px solid var(--line);
}
header { display: flex; align-items: center; gap: 12px; margin-bottom: 28px; font-size: 18px; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; letter-spacing: -0.01em; overflow-wrap: anywhere; }
p { margin: 0 0 20px; overflow-wrap: anywhere; }
label { display: block; margin-bottom: 6px; font-weight: 600; font-size: 15px; }
input {
  width: 100%; height: 52px; padding: 0 16px; font: inherit; color: inherit;
  background: var(--card); border: 1.5px solid var(--quiet); border-radius: 12px;
}
button {
  width: 100%; height: 52px; margin-top: 16px; font: inherit; font-weight: 650; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 0; border-radius: 12px;
}
button.quiet { margin-top: 12px; color: var(--accent); background: none; border: 1.5px solid var(--line); }
:is(input, button):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.number {
  margin: 24px 0; padding: 20px 0; text-align: center; border-radius: 16px; background: var(--tint); color: var(--accent);
  font-size: 96px; line-height: 1; font-weight: 750; letter-spacing: 0.06em; text-indent: 0.06em;
  font-variant-numeric: tabular-nums;
}
.wait { display: flex; align-items: center; gap: 10px; font-weight: 600; }
.wait time { font-variant-numeric: tabular-nums; }
.dot { width: 12px; height: 12px; flex: none; border-radius: 50%; background: var(--accent); animation: breathe 1.6s ease-in-out infinite; }
@keyframes breathe { 50% { opacity: 0.25; transform: scale(0.8); } }
@media (prefers-reduced-motion: reduce) { .dot { animation: none; } }
.hint, footer { color: var(--quiet); font-size: 14px; }
.why { padding: 12px 16px; border-radius: 12px; color: var(--bad); border: 1.5px solid var(--bad); }
.mark {
  width: 72px; height: 72px; margin-bottom: 20px; border-radius: 50%; display: grid; place-items: center;
  font-size: 36px; font-weight: 700; color: var(--card);
}
.good { background: var(--good); }
.bad { background: var(--bad); }
footer { max-width: 440px; text-align: center; }
@media (max-width: 480px) { main { padding: 24px 20px; } .number { font-size: 84px; } }
`;
