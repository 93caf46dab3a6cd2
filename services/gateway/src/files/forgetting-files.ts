import type { Clock } from '@lianxue/contracts';
import type { Files } from '@lianxue/files';
import { Rounds } from '@lianxue/persistence';
import type { ResumableUploads } from './resumable-uploads.js';

const everyMs = 3600_000;

/** Takes away, every hour, the files whose time is over and the uploads nobody came back to. */
export class ForgettingFiles extends Rounds {
  constructor(
    private readonly files: Files,
    private readonly uploads: ResumableUploads,
    private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    await this.files.forget(this.clock.now());
    await this.uploads.forget();
  }
}
