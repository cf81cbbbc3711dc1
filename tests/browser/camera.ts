import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** The one camera of a Chromium: it films what it is pointed at, from the next time that a page opens it. */
export class Camera {
  private readonly folder = mkdtempSync(join(tmpdir(), 'latchkey-camera-'));
  private readonly film = join(this.folder, 'film.mjpeg');

  /** For Chromium's start. Without permission a page still sees nothing. */
  get flags(): string[] {
    return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${this.film}`];
  }

  /** Holds the camera before the screen of another device. */
  async pointAt(page: Page): Promise<void> {
    writeFileSync(
      this.film,
      await page.screenshot({ type: 'jpeg', quality: 95, scale: 'css', animations: 'disabled' }),
    );
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
