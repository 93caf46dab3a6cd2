import { Controller, Inject } from '@nestjs/common';
import { actingOrganisation, classrooms, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Attending } from '../attendance/attending.js';
import { attendanceEntryView } from '../attendance/attendance-entry.view.js';
import { BoardOfSessions } from '../figures/session-board.js';
import { Holding } from './holding.js';
import { Timetabling } from './timetabling.js';

@Controller()
export class SessionsHandlers {
  constructor(
    @Inject(Timetabling) private readonly timetabling: Timetabling,
    @Inject(Holding) private readonly holding: Holding,
    @Inject(Attending) private readonly attending: Attending,
    @Inject(BoardOfSessions) private readonly sessionBoard: BoardOfSessions,
  ) {}

  @Handles(classrooms.sessions)
  sessions(input: InputOf<typeof classrooms.sessions>, call: Call) {
    return this.timetabling.page(input, call);
  }

  @Handles(classrooms.board)
  board(_input: InputOf<typeof classrooms.board>, { caller }: Call) {
    return this.sessionBoard.today(actingOrganisation(caller));
  }

  @Handles(classrooms.session)
  session({ sessionId }: InputOf<typeof classrooms.session>, call: Call) {
    return this.timetabling.one(sessionId, call);
  }

  @Handles(classrooms.start)
  async start(input: InputOf<typeof classrooms.start>, call: Call) {
    return this.timetabling.view(await this.holding.start(input, call), call);
  }

  @Handles(classrooms.end)
  async end(input: InputOf<typeof classrooms.end>, call: Call) {
    return this.timetabling.view(await this.holding.end(input, call), call);
  }

  @Handles(classrooms.cancel)
  async cancel(input: InputOf<typeof classrooms.cancel>, call: Call) {
    return this.timetabling.view(await this.holding.cancel(input, call), call);
  }

  @Handles(classrooms.miss)
  async miss(input: InputOf<typeof classrooms.miss>, call: Call) {
    return this.timetabling.view(await this.holding.miss(input, call), call);
  }

  @Handles(classrooms.makeUp)
  async makeUp(input: InputOf<typeof classrooms.makeUp>, call: Call) {
    return this.timetabling.view(await this.holding.makeUp(input, call), call);
  }

  @Handles(classrooms.attend)
  async attend(input: InputOf<typeof classrooms.attend>, call: Call) {
    return attendanceEntryView(await this.attending.record(input, call));
  }

  @Handles(classrooms.attendance)
  attendance(input: InputOf<typeof classrooms.attendance>, call: Call) {
    return this.attending.page(input, call);
  }
}
