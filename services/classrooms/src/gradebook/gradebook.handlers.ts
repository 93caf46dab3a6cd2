import { Controller, Inject } from '@nestjs/common';
import { classrooms, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { ListingResults } from './listing-results.js';
import { ReadingGradebook } from './reading-gradebook.js';
import { WritingGradebook } from './writing-gradebook.js';

@Controller()
export class GradebookHandlers {
  constructor(
    @Inject(ListingResults) private readonly listing: ListingResults,
    @Inject(ReadingGradebook) private readonly reading: ReadingGradebook,
    @Inject(WritingGradebook) private readonly writing: WritingGradebook,
  ) {}

  @Handles(classrooms.gradeResults)
  gradeResults(query: InputOf<typeof classrooms.gradeResults>, call: Call) {
    return this.listing.page(query, call);
  }

  @Handles(classrooms.queryGradebook)
  queryGradebook(query: InputOf<typeof classrooms.queryGradebook>, call: Call) {
    return this.reading.query(query, call);
  }

  @Handles(classrooms.putInGradebook)
  putInGradebook(input: InputOf<typeof classrooms.putInGradebook>, call: Call) {
    return this.writing.put(input, call);
  }

  @Handles(classrooms.addToGradebook)
  async addToGradebook(input: InputOf<typeof classrooms.addToGradebook>, call: Call) {
    return { ids: await this.writing.add(input, call) };
  }

  @Handles(classrooms.dropFromGradebook)
  dropFromGradebook(input: InputOf<typeof classrooms.dropFromGradebook>, call: Call) {
    return this.writing.drop(input, call);
  }
}
