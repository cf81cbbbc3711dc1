/** Runs in the browser: asks each second whether the person has answered, and counts down meanwhile. */
export const lookAgain = `
const left = document.querySelector('time[data-left]');
const until = Date.now() + Number(left.dataset.left) * 1000;
const tick = () => {
  const seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
  left.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
};
tick();
setInterval(tick, 1000);
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch('/state').catch(() => undefined);
  if (answer?.ok && (await answer.json()).state !== 'pending') location.reload();
}, 1000);
`;
