/** One answer of the platform as the story reads it. */
export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly headers: Headers;
}

export interface Asking {
  readonly query?: Record<string, string | number | boolean | undefined>;
  readonly headers?: Record<string, string>;
}

/** The REST API with one signed-in caller's token. Paths begin below `/api/v1` (`/organisations`) or are whole (`/federation/v1/changes`). */
export interface Api {
  /** The caller's person id; undefined for an app. */
  readonly person: string | undefined;
  readonly organisation: string | undefined;
  /** A valid access token, renewed when the last one is about to expire. */
  token(): Promise<string>;
  get(path: string, asking?: Asking): Promise<Answer>;
  post(path: string, body?: unknown, asking?: Asking): Promise<Answer>;
  put(path: string, body?: unknown, asking?: Asking): Promise<Answer>;
  patch(path: string, body?: unknown, asking?: Asking): Promise<Answer>;
  delete(path: string, asking?: Asking): Promise<Answer>;
}

export interface Place {
  readonly id: string;
  readonly name: string;
}

/** What the story's steps share: the region it made for this run, people on demand, and how it speaks and judges. */
export interface World {
  readonly origin: string;
  /** Unique for this run; part of every name the story makes. */
  readonly run: string;
  readonly city: Place;
  /** 临川区 and 东乡区. */
  readonly counties: readonly [Place, Place];
  /** A school and a sibling of it below the first county, and one below the second. */
  readonly school: Place;
  readonly sibling: Place;
  readonly farSchool: Place;
  /** 市直属: directly below the city. */
  readonly citySchool: Place;
  readonly centralSchool: Place;
  readonly teachingPoints: readonly [Place, Place];
  /** A person who holds this role at this organisation, signed in through the browser flow; the same one when asked again with the same `who`. */
  as(role: string, organisation: Place, who?: string): Promise<Api>;
  /** Somebody who chose a username and password of their own, signed in through the browser flow. */
  signIn(username: string, password: string): Promise<Api>;
  /** A pupil of the school with a person id, not signed in. */
  pupil(school: Place): Promise<Place>;
  /** A program with client credentials; `acting` narrows it to one organisation (Acting-Organisation). */
  app(clientId: string, clientSecret: string, acting?: Place): Promise<Api>;
  /** A program that holds every scope, selected at this place and acting there; made once. */
  selectedApp(place: Place): Promise<Api>;
  /** A reader without a token. */
  readonly anyone: Api;
  /** Restarts the whole platform and returns when it is ready again. */
  restart(): Promise<void>;
  /** Prints one line of a step. */
  say(line: string): void;
  /** Fails the story unless the condition holds. */
  check(condition: unknown, what: string, detail?: unknown): asserts condition;
}

/** Where the story plays: a platform that runs, and the people it may begin with. */
export interface Stage {
  /** Folder with `demo.json` or `admin.json`; `.lianxue` unless said. */
  readonly home?: string;
  /** How the platform is restarted; `npm run restart` unless said. */
  readonly restart?: string;
  /** Speaks; the console unless said. */
  readonly say?: (line: string) => void;
}
