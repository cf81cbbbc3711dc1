import { useEffect, useRef, useState } from 'react';
import { textsIn } from './qr-reader.ts';

const lookEveryMs = 200;

/** Shows the rear camera in the returned video element and reports each newly seen text. `isRefused` when there is no camera. */
export function useCamera(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const report = useRef(onText);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    report.current = onText;
  });

  useEffect(() => {
    const ending = new AbortController();
    watch(video.current, ending.signal, (text) => report.current(text)).catch(() => setRefused(!ending.signal.aborted));
    return () => ending.abort();
  }, []);
  return { video, isRefused };
}

async function watch(
  view: HTMLVideoElement | null,
  ending: AbortSignal,
  onText: (text: string) => void,
): Promise<void> {
  if (view === null) return;
  // Asked anew after each await, which may have outlived the screen.
  const isOver = () => ending.aborted;
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (isOver()) {
    stop();
    return;
  }
  ending.addEventListener('abort', stop);
  view.srcObject = stream;
  await view.play();
  let last: string | undefined;
  while (!isOver()) {
    const [text] = await textsIn(view);
    // A code held before the camera is seen many times a second and told once.
    if (text !== undefined && text !== last && !isOver()) onText(text);
    last = text ?? last;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
