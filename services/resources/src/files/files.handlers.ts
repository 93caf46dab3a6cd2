import { inBeijing, resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { BringingBack } from './bringing-back.js';
import { FilesOfReleases } from './files-of-releases.js';
import { Holding } from './holding.js';
import { Transcodings } from './transcodings.js';
import { resourceFileView, transcodingView } from './views.js';

@Controller()
export class ResourceFilesHandlers {
  constructor(
    @Inject(Holding) private readonly holding: Holding,
    @Inject(FilesOfReleases) private readonly released: FilesOfReleases,
    @Inject(Transcodings) private readonly recordings: Transcodings,
    @Inject(BringingBack) private readonly bringingBack: BringingBack,
  ) {}

  @Handles(resources.addFile)
  async addFile(input: InputOf<typeof resources.addFile>, call: Call) {
    const { row, transcoding } = await this.holding.add(input, call);
    return resourceFileView(row, transcoding);
  }

  @Handles(resources.files)
  async files(input: InputOf<typeof resources.files>, call: Call) {
    const held = await this.holding.list(input, call);
    return { files: held.map(({ row, transcoding }) => resourceFileView(row, transcoding)) };
  }

  @Handles(resources.fileLink)
  async fileLink(input: InputOf<typeof resources.fileLink>, call: Call) {
    const { url, until } = await this.holding.link(input, call);
    return { url, expiresAt: inBeijing(until) };
  }

  @Handles(resources.releaseFiles)
  async releaseFiles(input: InputOf<typeof resources.releaseFiles>, call: Call) {
    const held = await this.released.list(input, call);
    return { files: held.map(({ row, transcoding }) => resourceFileView(row, transcoding)) };
  }

  @Handles(resources.releaseFileLink)
  async releaseFileLink(input: InputOf<typeof resources.releaseFileLink>, call: Call) {
    const { url, until } = await this.released.link(input, call);
    return { url, expiresAt: inBeijing(until) };
  }

  @Handles(resources.removeFile)
  removeFile(input: InputOf<typeof resources.removeFile>, call: Call) {
    return this.holding.remove(input, call);
  }

  @Handles(resources.transcodings)
  async transcodings(input: InputOf<typeof resources.transcodings>, call: Call) {
    const { items, ...rest } = await this.recordings.page(input, call);
    return { ...rest, items: items.map((row) => transcodingView(row, call.caller)) };
  }

  @Handles(resources.takeTranscoding)
  async takeTranscoding(input: InputOf<typeof resources.takeTranscoding>, call: Call) {
    const { row, source } = await this.recordings.take(input, call);
    return { transcoding: transcodingView(row, call.caller), source: { url: source.url, expiresAt: inBeijing(source.until) } };
  }

  @Handles(resources.finishTranscoding)
  async finishTranscoding(input: InputOf<typeof resources.finishTranscoding>, call: Call) {
    return transcodingView(await this.bringingBack.finish(input, call), call.caller);
  }

  @Handles(resources.failTranscoding)
  async failTranscoding(input: InputOf<typeof resources.failTranscoding>, call: Call) {
    return transcodingView(await this.recordings.fail(input, call), call.caller);
  }

  @Handles(resources.retryTranscoding)
  async retryTranscoding(input: InputOf<typeof resources.retryTranscoding>, call: Call) {
    return transcodingView(await this.recordings.retry(input, call), call.caller);
  }
}
